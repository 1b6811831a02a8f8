import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { findIn, messagesIn, openDocument } from './box.ts'
import type { Citizen } from './citizens.ts'
import {
  ChooseCitizenPage,
  inboxPaths,
  type MessageFacts,
  MessagePage,
  MessagesPage,
  NotFoundPage,
} from './inbox-pages.tsx'
import { expiryOf, type StandInContext, type StandInEnv } from './replies.ts'
import type { EboxState } from './state.ts'
import type { AcceptedMessage } from './truth.ts'

const cookie = 'ebox_inbox'
const style = readFileSync(join(import.meta.dirname, 'inbox-style.css'), 'utf8')

/** The box as a citizen sees it, with a choice from a list in place of a login. No number ever stands in an address. */
export function inboxRoutes(state: EboxState) {
  const routes = new Hono<StandInEnv>({ strict: false })
  routes.get(inboxPaths.style, (c) => c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }))
  routes.get(inboxPaths.choose, (c) => show(c, <ChooseCitizenPage rows={rowsOf(state)} />))

  routes.post(inboxPaths.enter, async (c) => {
    const citizen = findCitizen(state, String((await c.req.parseBody()).citizen))
    if (!citizen) return c.redirect(inboxPaths.choose, 303)
    setCookie(c, cookie, citizen.id, { path: inboxPaths.choose, httpOnly: true, sameSite: 'Lax' })
    return c.redirect(inboxPaths.messages, 303)
  })

  routes.get(inboxPaths.messages, (c) => {
    const citizen = whoIs(c, state)
    if (!citizen) return c.redirect(inboxPaths.choose, 303)
    const items = messagesIn(state, citizen.recipient).map((message) => factsOf(state, message))
    return show(c, <MessagesPage citizen={citizen} items={items} />)
  })

  routes.get(inboxPaths.message(':id'), (c) => {
    const found = findMessage(c, state)
    if (!found) return show(c, <NotFoundPage />, 404)
    const isShown = c.req.query('tonen') === 'ja'
    const facts = factsOf(state, found.message)
    return show(c, <MessagePage citizen={found.citizen} facts={facts} isShown={isShown} />)
  })

  routes.get('/inbox/messages/:id/documents/:number', async (c) => {
    const found = findMessage(c, state)
    const index = Number(c.req.param('number')) - 1
    const document = found && (await openDocument(state, found.message, index))
    if (!document) return show(c, <NotFoundPage />, 404)
    return c.body(new Uint8Array(document.bytes), 200, {
      'content-type': document.facts.mediaType,
      'cache-control': 'no-store',
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(document.facts.fileName)}`,
    })
  })
  return routes
}

function show(c: StandInContext, page: { toString(): string | Promise<string> }, status: 200 | 404 = 200) {
  c.header('Content-Security-Policy', "default-src 'self'; form-action 'self'; base-uri 'none'")
  c.header('Cache-Control', 'no-store')
  return c.html(`<!doctype html>${page}`, status)
}

/** The demo's citizens; without any, those who got the last messages, as far as their documents are here. */
function citizensToShow(state: EboxState): Citizen[] {
  const seeded = state.citizens.all()
  return seeded.length > 0 ? seeded : state.documents.recentAddressees().map(state.citizens.asCitizen)
}

function rowsOf(state: EboxState) {
  return citizensToShow(state).map((citizen) => {
    const messages = messagesIn(state, citizen.recipient)
    const unread = messages.filter(({ openedAt }) => openedAt === undefined).length
    return { citizen, messages: messages.length, unread }
  })
}

function findCitizen(state: EboxState, id: string): Citizen | undefined {
  return citizensToShow(state).find((citizen) => citizen.id === id)
}

function whoIs(c: StandInContext, state: EboxState): Citizen | undefined {
  return findCitizen(state, getCookie(c, cookie) ?? '')
}

function findMessage(c: StandInContext, state: EboxState) {
  const citizen = whoIs(c, state)
  const message = citizen && findIn(state, citizen.recipient, c.req.param('id') ?? '')
  return message && { citizen, message }
}

function factsOf(state: EboxState, message: AcceptedMessage): MessageFacts {
  return {
    message,
    senderName: state.senderName(message.envelope.sender),
    expiresAt: expiryOf(message, state.settings.validityDays),
    isKept: message.documents.map((_, index) => state.documents.isKept(message.id, index)),
  }
}
