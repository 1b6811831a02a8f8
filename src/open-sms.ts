import type { CompleteConfig } from './platform/development.ts'
import type { SmsSender } from './platform/sms.ts'

type Config = Pick<CompleteConfig, 'SMS_GATEWAY_URL' | 'SMS_GATEWAY_TOKEN' | 'MAIL_TIMEOUT_MS'>

/** The way out for SMS; nothing where an installation sends none. */
export async function openSms(config: Config): Promise<SmsSender | undefined> {
  const { SMS_GATEWAY_URL: url, SMS_GATEWAY_TOKEN: token, MAIL_TIMEOUT_MS: timeoutMs } = config
  if (!url) return undefined
  const { createSmsSender } = await import('./connectors/sms/index.ts')
  return createSmsSender({ url, token, timeoutMs })
}
