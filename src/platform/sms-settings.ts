import { z } from 'zod'
import type { Setting } from './setting.ts'

/** By which gateway SMS to members of bureaus leave. */
export const smsSettings = [
  {
    name: 'SMS_GATEWAY_URL',
    schema: z.url({ protocol: /^https?$/, error: 'is no address as https://HOST/PATH' }).optional(),
    help: 'Gateway that sends SMS to members of bureaus, over HTTP. How it is spoken to is assumed: see `connectors/sms`. Absent: no SMS leaves.',
  },
  {
    name: 'SMS_GATEWAY_TOKEN',
    schema: z.string().min(1).optional(),
    secret: true,
    help: 'What this gateway knows us by, sent as a bearer token.',
  },
] as const satisfies readonly Setting[]

/** Whether an SMS can leave. */
export function offersSms(config: { readonly SMS_GATEWAY_URL?: string | undefined }): boolean {
  return config.SMS_GATEWAY_URL !== undefined
}
