import { blaming } from './platform/config.ts'
import type { CompleteConfig } from './platform/development.ts'
import type { Mailer, MailServer } from './platform/mail.ts'

/** An answer to a question takes no longer than people wait for it; a mail may. */
const probeTimeoutMs = 5000

type Config = Pick<CompleteConfig, 'MAIL_SMTP_URL' | 'MAIL_FROM' | 'MAIL_TIMEOUT_MS'>

/** The way out for mail; nothing where an installation sends none. Throws a `ConfigError` when nobody is its sender. */
export async function openMailer(config: Config): Promise<Mailer | undefined> {
  const { MAIL_SMTP_URL: url, MAIL_TIMEOUT_MS: timeoutMs } = config
  if (!url) return undefined
  const from = await mailSenderOf(config)
  const { createMailer } = await import('./connectors/mail/index.ts')
  return createMailer({ url, from, timeoutMs })
}

/** The same server, only to ask whether it lets us in; nothing where an installation sends no mail. */
export function openMailServer({
  MAIL_SMTP_URL: url,
  MAIL_TIMEOUT_MS,
}: Omit<Config, 'MAIL_FROM'>): MailServer | undefined {
  if (!url) return undefined
  const timeoutMs = Math.min(MAIL_TIMEOUT_MS, probeTimeoutMs)
  return {
    host: new URL(url).host,
    async probe() {
      const { probeSmtp } = await import('./connectors/mail/index.ts')
      return probeSmtp({ url, timeoutMs })
    },
  }
}

export function mailSenderOf({ MAIL_SMTP_URL, MAIL_FROM }: Config): Promise<string> {
  return blaming('MAIL_FROM', () => {
    if (MAIL_FROM || !MAIL_SMTP_URL) return MAIL_FROM ?? ''
    throw new Error('is missing, while MAIL_SMTP_URL is there')
  })
}
