import { raw } from 'hono/html'
import { momentText } from '../../platform/dates.ts'
import { sha256OfJson } from '../../platform/hash.ts'
import type { MailMessage } from '../../platform/mail.ts'
import type { Vault } from '../../platform/vault.ts'
import { type Language, languageQuery } from '../language.ts'
import { paths } from '../paths.ts'
import { secretOf } from './links.ts'
import { eventOf, type Mail } from './mail.ts'
import { texts } from './message/texts.ts'
import type { Subscription } from './subscription.ts'

interface Facts {
  readonly mail: Mail
  readonly subscription: Subscription
  readonly portalUrl: string
  readonly vault: Pick<Vault, 'pseudonym' | 'open'>
}

/** A paragraph, or an address to go to. */
export type Part = { readonly says: string } | { readonly link: string }

/**
 * The mail as it leaves, as plain text and as HTML with the same words. Nothing in it says who it is for, where they vote or which
 * election it is: a mailbox is often open to others. Its links lead to the login, or hold a secret that says nothing by itself.
 */
export function writeMail(facts: Facts): MailMessage {
  const { mail, subscription, portalUrl, vault } = facts
  const { language } = subscription
  const stop = inLanguage(
    portalUrl + paths.endMail({ secret: secretOf(vault, 'stop', subscription) }),
    language,
  )
  const { subject, parts } = mail.kind === 'confirm' ? confirmation(facts, stop) : told(facts, stop)
  const to = vault.open(subscription.addressSealed)
  return asMessage({ language, to, subject, parts, id: idOf(mail), unsubscribe: stop })
}

interface Written extends Pick<MailMessage, 'to' | 'subject' | 'id' | 'unsubscribe'> {
  readonly language: Language
  readonly parts: readonly Part[]
}

/** Plain text and HTML with the same words. */
export function asMessage({ language, parts, ...rest }: Written): MailMessage {
  return {
    sender: texts[language].from,
    ...rest,
    text: parts.map((part) => ('says' in part ? part.says : part.link)).join('\n\n'),
    html: htmlOf(rest.subject, parts, language),
  }
}

function confirmation({ subscription, portalUrl, vault }: Facts, stop: string) {
  const { language, confirmUntil } = subscription
  const words = texts[language]
  const { subject, lines, until, notMe } = words.confirm
  const confirm = portalUrl + paths.confirmMail({ secret: secretOf(vault, 'confirm', subscription) })
  return {
    subject,
    parts: [
      ...says([words.hello, ...lines]),
      { link: inLanguage(confirm, language) },
      ...says([until(momentText(confirmUntil, language)), notMe]),
      { link: stop },
      { says: words.neverAsk },
    ],
  }
}

function told({ mail, subscription: { language }, portalUrl }: Facts, stop: string) {
  const isNew = mail.kind === 'letter' && mail.event !== eventOf.letter(1)
  const words = texts[language]
  const { subject, lines, after } = words[isNew ? 'new-letter' : (mail.kind as 'letter' | 'reminder')]
  return {
    subject,
    parts: [
      ...says([words.hello, ...lines]),
      { link: inLanguage(portalUrl + paths.elections(), language) },
      ...says([after, words.whyYou]),
      { link: stop },
      { says: words.neverAsk },
    ],
  }
}

/** The page behind a link is in the language of the mail, on whichever device; Dutch it is by itself. */
export function inLanguage(address: string, language: Language): string {
  return language === 'nl' ? address : `${address}?${languageQuery}=${language}`
}

export function says(lines: readonly string[]): Part[] {
  return lines.map((line) => ({ says: line }))
}

function htmlOf(subject: string, parts: readonly Part[], language: Language): string {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{subject}</title>
        </head>
        <body style="max-width: 36em; margin: 1em; font: 1em/1.5 sans-serif; overflow-wrap: anywhere">
          {parts.map((part) => (
            <p>{'says' in part ? part.says : <a href={part.link}>{part.link}</a>}</p>
          ))}
        </body>
      </html>
    </>
  ).toString()
}

/** The same for the same mail, and nothing of whose it is: the index is keyed, and hashed once more with the rest. */
function idOf({ municipalityId, electionId, personIndex, event }: Mail): string {
  return sha256OfJson([municipalityId, electionId, personIndex.toString('hex'), event]).toString('hex')
}
