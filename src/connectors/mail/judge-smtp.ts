import type { MailOutcome } from '../../platform/mail.ts'

/** What went wrong, as the SMTP client says it. */
export interface SmtpTrouble {
  /** The number of the answer, where there was one. */
  readonly responseCode?: number | undefined
  /** At which step: `CONN`, `EHLO`, `AUTH …`, `MAIL FROM`, `RCPT TO`, `DATA`. */
  readonly command?: string | undefined
  /** What broke, where nobody answered. */
  readonly code?: string | undefined
}

/** Steps that are about this address or this mail; the others are about who we are. */
const aboutTheMail = /^(RCPT TO|DATA)$/

/**
 * What an answer means for the mail (RFC 5321, 4.2.1): 4 is not now, 5 is never. Without an answer it depends on whether the text
 * had begun to leave: before that the other side can't have it, after that it may.
 */
export function judgeSmtp({ responseCode, command, code }: SmtpTrouble, hasBegun: boolean): MailOutcome {
  if (responseCode === undefined || responseCode < 400)
    return { kind: hasBegun ? 'unconfirmed' : 'later', code: code ?? 'no-answer' }
  const told = String(responseCode)
  if (responseCode < 500) return { kind: 'later', code: told }
  const isOfMail = hasBegun || aboutTheMail.test(command ?? '')
  return { kind: isOfMail ? 'refused' : 'not-ours', code: told }
}
