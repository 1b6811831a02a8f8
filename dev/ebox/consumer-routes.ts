import { Hono } from 'hono'
import { authoriseCitizen } from './authorise.ts'
import { findIn, messagesIn, openDocument } from './box.ts'
import { matches, querySchema } from './consumer-query.ts'
import { registryPath } from './federal-routes.ts'
import { attachmentsView, attachmentView, inAllLanguages, inV3, messageView } from './message-view.ts'
import { refusals } from './refusals.ts'
import { dateTime, refuse, type StandInContext, type StandInEnv } from './replies.ts'
import type { EboxState } from './state.ts'
import type { Tokens } from './tokens.ts'
import type { AcceptedMessage } from './truth.ts'

type Deps = Readonly<{ state: EboxState; tokens: Tokens; ownUrl: () => string }>
type Version = 'v2' | 'v3'

/** What a citizen's portal asks: the operations that every provider must have, under both versions. */
export function consumerRoutes(deps: Deps) {
  const routes = new Hono<StandInEnv>({ strict: false })
  for (const version of ['v2', 'v3'] as const) {
    const box = `${registryPath}/${version}/ebox`
    routes.get(box, (c) => asCitizen(c, deps, (recipient) => summary(c, deps, recipient)))
    routes.get(`${box}/messages`, (c) => asCitizen(c, deps, (recipient) => list(c, deps, version, recipient)))
    const ofMessage = (path: string, answer: AnswerAboutMessage) =>
      routes.get(`${box}/messages/:messageId${path}`, (c) =>
        asCitizen(c, deps, (recipient) => {
          const message = findIn(deps.state, recipient, c.req.param('messageId') ?? '')
          return message ? answer(c, deps, version, message) : refuse(c, refusals.nothingFound)
        }),
      )
    ofMessage('', (c, _, __, message) => reply(c, version, messageView(message, viewFacts(deps, version))))
    ofMessage('/body', readBody)
    ofMessage('/attachments', (c, _, __, message) =>
      reply(c, version, attachmentsView(message, viewFacts(deps, version))),
    )
    ofMessage('/attachments/:attachmentId', describeAttachment)
    ofMessage('/attachments/:attachmentId/content', readContent)
  }
  return routes
}

type AnswerAboutMessage = (
  c: StandInContext,
  deps: Deps,
  version: Version,
  message: AcceptedMessage,
) => Response | Promise<Response>

function asCitizen(
  c: StandInContext,
  { tokens }: Deps,
  answer: (recipient: string) => Response | Promise<Response>,
): Response | Promise<Response> {
  const caller = authoriseCitizen(c, tokens)
  return caller.ok ? answer(caller.recipient) : refuse(c, caller.because)
}

function summary(c: StandInContext, { state }: Deps, recipient: string): Response {
  const messages = messagesIn(state, recipient)
  const bytes = messages.flatMap(({ documents }) => documents).reduce((sum, { size }) => sum + size, 0)
  return c.json({
    numberOfMessages: messages.length,
    numberOfUnreadMessages: messages.filter(({ openedAt }) => openedAt === undefined).length,
    ...(messages[0] && { lastReceiptDate: dateTime(messages[0].acceptedAt) }),
    eboxSize: bytes / 1024,
  })
}

function list(c: StandInContext, deps: Deps, version: Version, recipient: string): Response {
  const query = querySchema.safeParse(c.req.query())
  if (!query.success) return refuse(c, refusals.schema('query'))
  const { page, pageSize } = query.data
  const { validityDays } = deps.state.settings
  const found = messagesIn(deps.state, recipient).filter((each) => matches(each, query.data, validityDays))
  const items = found
    .slice((page - 1) * pageSize, page * pageSize)
    .map((message) => messageView(message, viewFacts(deps, version)))
  return reply(c, version, { items, totalItems: found.length })
}

const describeAttachment: AnswerAboutMessage = (c, deps, version, message) => {
  const index = attachmentIndex(c)
  if (!message.envelope.attachments[index]) return refuse(c, refusals.nothingFound)
  return reply(c, version, attachmentView(message, index, viewFacts(deps, version)))
}

const readContent: AnswerAboutMessage = async (c, { state }, _, message) => {
  const document = await openDocument(state, message, attachmentIndex(c))
  if (!document) return refuse(c, refusals.nothingFound)
  return c.body(new Uint8Array(document.bytes), 200, { 'content-type': 'application/octet-stream' })
}

const readBody: AnswerAboutMessage = async (c, { state }, _, message) => {
  const { body, isBodyMain } = message.envelope
  if (!body) return refuse(c, refusals.nothingFound)
  if (isBodyMain) await state.markOpened(message.id)
  return c.json(inAllLanguages(body))
}

function attachmentIndex(c: StandInContext): number {
  return Number(c.req.param('attachmentId')) - 1
}

function viewFacts({ state, ownUrl }: Deps, version: Version) {
  const messagesUrl = `${ownUrl()}${registryPath}/${version}/ebox/messages`
  return { validityDays: state.settings.validityDays, messagesUrl }
}

function reply(c: StandInContext, version: Version, value: object): Response {
  return c.json((version === 'v3' ? inV3(value) : value) as object)
}
