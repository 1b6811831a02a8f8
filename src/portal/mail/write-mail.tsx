import { raw } from 'hono/html'
import { sha256OfJson } from '../../platform/hash.ts'
import type { MailMessage } from '../../platform/mail.ts'
import type { Vault } from '../../platform/vault.ts'
import { paths } from '../paths.ts'
import { shortMoment } from '../short-moment.ts'
import { secretOf } from './links.ts'
import { eventOf, type Mail } from './mail.ts'
import { texts } from './mail-texts.nl.ts'
import type { Subscription } from './subscription.ts'

interface Facts {
  readonly mail: Mail
  readonly subscription: Subscription
  readonly portalUrl: string
  readonly vault: Pick<Vault, 'pseudonym' | 'open'>
}

/** A paragraph, or an address to go to. */
type Part = { readonly says: string } | { readonly link: string }

/**
 * The mail as it leaves, as plain text and as HTML with the same words. Nothing in it says who it is for, where they vote or which
 * election it is: a mailbox is often open to others. Its links lead to the login, or hold a secret that says nothing by itself.
 */
export function writeMail(facts: Facts): MailMessage {
  const { mail, subscription, portalUrl, vault } = facts
  const stop = portalUrl + paths.endMail({ secret: secretOf(vault, 'stop', subscription) })
  const { subject, parts } = mail.kind === 'confirm' ? confirmation(facts, stop) : told(facts, stop)
  return {
    to: vault.open(subscription.addressSealed),
    subject,
    text: parts.map((part) => ('says' in part ? part.says : part.link)).join('\n\n'),
    html: htmlOf(subject, parts),
    id: idOf(mail),
    unsubscribe: stop,
  }
}

function confirmation({ subscription, portalUrl, vault }: Facts, stop: string) {
  const { subject, lines, until, notMe } = texts.confirm
  const confirm = portalUrl + paths.confirmMail({ secret: secretOf(vault, 'confirm', subscription) })
  return {
    subject,
    parts: [
      ...says([texts.hello, ...lines]),
      { link: confirm },
      ...says([until(shortMoment(subscription.confirmUntil)), notMe]),
      { link: stop },
      { says: texts.neverAsk },
    ],
  }
}

function told({ mail, portalUrl }: Facts, stop: string) {
  const isNew = mail.kind === 'letter' && mail.event !== eventOf.letter(1)
  const { subject, lines, after } = texts[isNew ? 'new-letter' : (mail.kind as 'letter' | 'reminder')]
  return {
    subject,
    parts: [
      ...says([texts.hello, ...lines]),
      { link: portalUrl + paths.elections() },
      ...says([after, texts.whyYou]),
      { link: stop },
      { says: texts.neverAsk },
    ],
  }
}

function says(lines: readonly string[]): Part[] {
  return lines.map((line) => ({ says: line }))
}

function htmlOf(subject: string, parts: readonly Part[]): string {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="nl">
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
