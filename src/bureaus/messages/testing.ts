import { createLogger } from '../../platform/log.ts'
import type { Mailer, MailMessage, MailOutcome } from '../../platform/mail.ts'
import type { SmsMessage, SmsSender } from '../../platform/sms.ts'
import type { bureauDeps } from '../testing.ts'
import type { MessageDeps } from './message-deps.ts'

/** A mail server and an SMS gateway that answer as they are told, and keep what they took. */
export function aPost() {
  const mails: MailMessage[] = []
  const texts: SmsMessage[] = []
  let outcomeOf: (to: string) => MailOutcome = () => ({ kind: 'taken', code: '250' })
  const take = <T extends { to: string }>(kept: T[], message: T): Promise<MailOutcome> => {
    const outcome = outcomeOf(message.to)
    if (outcome.kind === 'taken') kept.push(message)
    return Promise.resolve(outcome)
  }
  const mailer: Mailer = { send: (message) => take(mails, message), close() {} }
  const sms: SmsSender = { send: (message) => take(texts, message) }
  return {
    ...{ mails, texts, mailer, sms },
    answers(next: typeof outcomeOf) {
      outcomeOf = next
    },
  }
}

export function messageDeps(
  deps: ReturnType<typeof bureauDeps>,
  ways: Pick<MessageDeps, 'mailer' | 'sms'>,
): MessageDeps {
  return { ...deps, ...ways, log: createLogger('silent'), portalUrl: 'https://kies.example', connections: 3 }
}
