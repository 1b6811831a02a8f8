import { z } from 'zod'
import { count, type Setting } from './setting.ts'

/** By which server mail to citizens leaves. */
export const mailSettings = [
  {
    name: 'MAIL_SMTP_URL',
    schema: z
      .url({ protocol: /^smtps?$/, error: 'is no address as smtps://USER:PASSWORD@HOST:465' })
      .optional(),
    secret: true,
    help: 'Server that sends mail to citizens who ask for it, and to members of bureaus: `smtps://USER:PASSWORD@HOST:465`, or `smtp://…:587` with STARTTLS. Absent: no mail is offered.',
  },
  {
    name: 'MAIL_FROM',
    schema: z.email().optional(),
    help: 'Address that this mail comes from; needed with `MAIL_SMTP_URL`. What cannot be delivered comes back to it.',
  },
  {
    name: 'MAIL_TIMEOUT_MS',
    schema: count(30_000),
    help: 'How long one answer of that server may take, in milliseconds.',
  },
  {
    name: 'MAIL_CONNECTIONS',
    schema: count(5),
    help: 'Most connections of one worker to that server.',
  },
] as const satisfies readonly Setting[]

/** Whether pages may offer mail: only when it can leave. */
export function offersMail(config: { readonly MAIL_SMTP_URL?: string | undefined }): boolean {
  return config.MAIL_SMTP_URL !== undefined
}
