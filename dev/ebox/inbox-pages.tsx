import type { PropsWithChildren } from 'hono/jsx'
import type { Citizen } from './citizens.ts'
import { inAllLanguages } from './message-view.ts'
import type { AcceptedMessage } from './truth.ts'

export type CitizenRow = Readonly<{ citizen: Citizen; messages: number; unread: number }>

export type MessageFacts = Readonly<{
  message: AcceptedMessage
  senderName: string
  expiresAt: number
  /** Per document: whether its bytes are still here to be read. */
  isKept: readonly boolean[]
}>

export const inboxPaths = {
  choose: '/inbox',
  enter: '/inbox/enter',
  messages: '/inbox/messages',
  style: '/inbox/style.css',
  message: (id: string) => `/inbox/messages/${id}`,
  document: (id: string, index: number) => `/inbox/messages/${id}/documents/${index + 1}`,
}

export function ChooseCitizenPage({ rows }: { rows: readonly CitizenRow[] }) {
  return (
    <Page title="Wie bent u?">
      <h1>Wie bent u?</h1>
      <p class="lead">Kies een naam. U opent de e-Box dan als die persoon.</p>
      {rows.length === 0 && <p>Er is nog niemand. Verstuur eerst brieven, dan staan de namen hier.</p>}
      <form method="post" action={inboxPaths.enter}>
        <ul class="cards">
          {rows.map((row) => (
            <li>
              <button class="card" type="submit" name="citizen" value={row.citizen.id}>
                <span class="card-title">{nameOf(row.citizen)}</span>
                {row.citizen.name && <span class="quiet">{row.citizen.masked}</span>}
                <span class={row.unread > 0 ? 'new' : 'quiet'}>{countOf(row)}</span>
              </button>
            </li>
          ))}
        </ul>
      </form>
    </Page>
  )
}

export function MessagesPage({ citizen, items }: { citizen: Citizen; items: readonly MessageFacts[] }) {
  return (
    <Page title="Uw berichten" citizen={citizen}>
      <h1>Uw berichten</h1>
      {items.length === 0 && <p class="lead">U hebt geen berichten.</p>}
      <ul class="cards">
        {items.map(({ message, senderName }) => (
          <li>
            <a class="card" href={inboxPaths.message(message.id)}>
              <span class={isUnread(message) ? 'card-title unread' : 'card-title'}>{subjectOf(message)}</span>
              <span>{senderName}</span>
              <span class="quiet">{dayOf(message.acceptedAt)}</span>
              {isUnread(message) && <span class="new">Nieuw: nog niet gelezen</span>}
            </a>
          </li>
        ))}
      </ul>
    </Page>
  )
}

export type MessagePageProps = Readonly<{ citizen: Citizen; facts: MessageFacts; isShown: boolean }>

export function MessagePage({ citizen, facts, isShown }: MessagePageProps) {
  const { message, senderName, expiresAt } = facts
  const { body, attachments } = message.envelope
  const main = attachments.findIndex((each) => each.isMain)
  return (
    <Page title={subjectOf(message)} citizen={citizen}>
      <p class="back">
        <a href={inboxPaths.messages}>Terug naar uw berichten</a>
      </p>
      <h1>{subjectOf(message)}</h1>
      <dl class="facts">
        <dt>Van</dt>
        <dd>{senderName}</dd>
        <dt>Ontvangen op</dt>
        <dd>{dayOf(message.acceptedAt)}</dd>
        <dt>Blijft hier tot</dt>
        <dd>{dayOf(expiresAt)}</dd>
      </dl>
      {body && <p class="body">{inAllLanguages(body).nl}</p>}
      {attachments.map((_, index) => (
        <DocumentLink facts={facts} index={index} />
      ))}
      {!isShown && main >= 0 && facts.isKept[main] && (
        <p class="wide-only">
          <a href={`${inboxPaths.message(message.id)}?tonen=ja`}>Toon de brief op deze pagina</a>
        </p>
      )}
      {isShown && main >= 0 && <ShownDocument id={message.id} index={main} />}
    </Page>
  )
}

export function NotFoundPage() {
  return (
    <Page title="Niet gevonden">
      <h1>Dit bericht is er niet</h1>
      <p class="lead">Misschien is het verlopen, of hoort het bij iemand anders.</p>
      <p>
        <a href={inboxPaths.choose}>Kies opnieuw wie u bent</a>
      </p>
    </Page>
  )
}

function Page({ title, citizen, children }: PropsWithChildren<{ title: string; citizen?: Citizen }>) {
  return (
    <html lang="nl-BE">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · e-Box (nagemaakt)`}</title>
        <link rel="stylesheet" href={inboxPaths.style} />
      </head>
      <body>
        <header>
          <div class="bar">
            <a class="brand" href={citizen ? inboxPaths.messages : inboxPaths.choose}>
              e-Box <span class="brand-note">nagemaakt</span>
            </a>
            {citizen && (
              <p class="who">
                <span>{nameOf(citizen)}</span>
                <a href={inboxPaths.choose}>Iemand anders</a>
              </p>
            )}
          </div>
        </header>
        <main>{children}</main>
        <footer>
          <p>Dit is niet de echte e-Box. De mensen en hun brieven zijn verzonnen.</p>
        </footer>
      </body>
    </html>
  )
}

function DocumentLink({ facts, index }: { facts: MessageFacts; index: number }) {
  const { fileName, isMain } = facts.message.envelope.attachments[index]!
  const { size } = facts.message.documents[index]!
  if (!facts.isKept[index]) {
    return <p class="notice">{fileName} is hier niet bewaard: er kwamen intussen te veel andere brieven.</p>
  }
  return (
    <p>
      <a class={isMain ? 'button' : ''} href={inboxPaths.document(facts.message.id, index)}>
        {isMain ? 'Lees de brief' : fileName}
        <span class="file-note">{`pdf, ${Math.ceil(size / 1024)} kB`}</span>
      </a>
    </p>
  )
}

function ShownDocument({ id, index }: { id: string; index: number }) {
  const address = inboxPaths.document(id, index)
  return (
    <object class="shown" data={address} type="application/pdf" aria-label="De brief">
      <p class="notice">
        Uw browser toont geen pdf op een pagina. <a href={address}>Open de brief apart</a>.
      </p>
    </object>
  )
}

function nameOf(citizen: Citizen): string {
  return citizen.name ?? citizen.masked
}

function countOf({ messages, unread }: CitizenRow): string {
  if (messages === 0) return 'Geen berichten'
  if (unread === 0) return messages === 1 ? '1 bericht, gelezen' : `${messages} berichten, alle gelezen`
  return unread === 1 ? '1 nieuw bericht' : `${unread} nieuwe berichten`
}

function isUnread(message: AcceptedMessage): boolean {
  return message.openedAt === undefined
}

function subjectOf({ envelope }: AcceptedMessage): string {
  return inAllLanguages(envelope.subject).nl
}

const day = new Intl.DateTimeFormat('nl-BE', { dateStyle: 'long', timeZone: 'Europe/Brussels' })

function dayOf(milliseconds: number): string {
  return day.format(milliseconds)
}
