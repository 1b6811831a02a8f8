import type { MailMessage } from '../../platform/mail.ts'
import type { SmsMessage } from '../../platform/sms.ts'
import { fillFields, type MessageValues } from './message-fields.ts'
import type { MessageLanguage, Wording } from './message-templates-file.ts'
import { texts } from './texts.nl.ts'

/** A message as one person gets it. */
export interface WrittenMessage extends Wording {
  readonly language: MessageLanguage
}

export function writtenMessage(
  { subject, body, sms }: Wording,
  values: MessageValues,
  language: MessageLanguage = 'nl',
): WrittenMessage {
  return {
    language,
    subject: fillFields(subject, values),
    body: `${fillFields(body, values)}\n\n${texts.whyYou[language]}`,
    sms: fillFields(sms, values),
  }
}

interface Leaving {
  readonly to: string
  /** The same for the same message: a mailbox sees that it has it already, and what comes back is known by it. */
  readonly id: string
}

/** As plain text and as HTML with the same words. */
export function mailOfMessage(
  { subject, body, language }: WrittenMessage,
  { to, id, sender, replyTo }: Leaving & { readonly sender: string; readonly replyTo: string },
): MailMessage {
  return { sender, to, subject, text: body, html: htmlOf(subject, body, language), id, replyTo }
}

export function smsOfMessage({ sms }: WrittenMessage, { to, id }: Leaving): SmsMessage {
  return { to, text: sms, id }
}

function htmlOf(subject: string, body: string, language: MessageLanguage): string {
  const paragraphs = body.split(/\n{2,}/).map((part) => `<p>${part.split('\n').map(linked).join('<br>')}</p>`)
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(subject)}</title></head>` +
    `<body style="max-width: 36em; margin: 1em; font: 1em/1.5 sans-serif; overflow-wrap: anywhere">${paragraphs.join('')}</body></html>`
  )
}

function linked(line: string): string {
  return escaped(line).replaceAll(
    /https?:\/\/[^\s<>"']+/g,
    (address) => `<a href="${address}">${address}</a>`,
  )
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
