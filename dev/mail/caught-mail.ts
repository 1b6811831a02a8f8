import type { ParsedMail } from 'mailparser'
import type { SMTPServerSession } from 'smtp-server'

/** A mail that the stand-in took, as an independent parser reads it. */
export interface CaughtMail {
  readonly to: string
  readonly from: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly messageId: string
  /** All headers, by their name in small letters, as they came. */
  readonly headers: ReadonlyMap<string, string>
  readonly at: Date
}

export function caughtFrom(parsed: ParsedMail, { envelope }: SMTPServerSession): CaughtMail {
  return {
    to: envelope.rcptTo.map(({ address }) => address).join(', '),
    from: parsed.from?.text ?? '',
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html || '',
    messageId: parsed.messageId ?? '',
    headers: new Map(
      parsed.headerLines.map(({ key, line }) => [
        key,
        line
          .slice(line.indexOf(':') + 1)
          .replaceAll(/\r?\n\s+/g, ' ')
          .trim(),
      ]),
    ),
    at: new Date(),
  }
}

/** Every address in the text, in order: what a reader clicks on. */
export function linksIn({ text }: Pick<CaughtMail, 'text'>): string[] {
  return text.match(/https?:\/\/\S+/g) ?? []
}
