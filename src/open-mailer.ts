import { blaming } from './platform/config.ts'
import type { CompleteConfig } from './platform/development.ts'
import type { Mailer } from './platform/mail.ts'

type Config = Pick<CompleteConfig, 'MAIL_SMTP_URL' | 'MAIL_FROM' | 'MAIL_TIMEOUT_MS'>

/** The way out for mail; nothing where an installation sends none. Throws a `ConfigError` when nobody is its sender. */
export async function openMailer(config: Config): Promise<Mailer | undefined> {
  const { MAIL_SMTP_URL: url, MAIL_TIMEOUT_MS: timeoutMs } = config
  if (!url) return undefined
  const from = await mailSenderOf(config)
  const { createMailer } = await import('./connectors/mail/index.ts')
  return createMailer({ url, from, timeoutMs })
}

export function mailSenderOf({ MAIL_SMTP_URL, MAIL_FROM }: Config): Promise<string> {
  return blaming('MAIL_FROM', () => {
    if (MAIL_FROM || !MAIL_SMTP_URL) return MAIL_FROM ?? ''
    throw new Error('is missing, while MAIL_SMTP_URL is there')
  })
}
