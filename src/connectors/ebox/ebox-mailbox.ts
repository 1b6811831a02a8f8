import { randomUUID } from 'node:crypto'
import type { Mailbox, MailboxAnswer, MailboxMessage, NotSent, Party } from '../../delivery/index.ts'
import type { Dialect } from './dialect.ts'
import { keptBack, type Post, type Posted, type WhyUnreachable } from './http-post.ts'
import { knock } from './knock.ts'
import { publicationBody } from './multipart.ts'
import { readAnswer } from './read-answer.ts'
import { readPartyTraceId } from './read-party-trace-id.ts'
import type { TokenClient } from './token-client.ts'

export interface EboxAddress {
  /** Names the road in limits and logs. */
  readonly route: string
  readonly party: Party
  /** Up to and including the version of the API. */
  readonly baseUrl: string
  /** The enterprise in whose name a supplier publishes; absent when it is the token's own. */
  readonly onBehalfOf?: string
}

/** Questions that this road answers and somebody wants to ask. */
export type EboxQuestions = Pick<Mailbox, 'readStatus' | 'consents'>

interface Deps {
  readonly post: Post
  readonly whyUnreachable: WhyUnreachable
  readonly tokens: TokenClient
  readonly dialect: Dialect
}

/** A mailbox over one of the e-Box APIs. */
export function createEboxMailbox(deps: Deps, address: EboxAddress, questions: EboxQuestions = {}): Mailbox {
  const { hasKeys } = deps.dialect
  return {
    route: address.route,
    party: address.party,
    hasKeys,
    ...questions,
    async deliver(message, mayLeave) {
      const first = await publish(deps, address, { message, traceId: message.traceId, mayLeave })
      if (!first.refusedToken) return first.answer
      const traceId = randomUUID() // every call has one of its own; the timeline keeps both
      const { refusedToken } = first
      const second = await publish(deps, address, { message, traceId, mayLeave, refusedToken })
      return second.answer.kind === 'not-sent'
        ? first.answer
        : traced(second.answer, { answeredTraceId: traceId })
    },
    probe: () => knock(deps, address.baseUrl),
  }
}

interface Publication {
  readonly message: MailboxMessage
  readonly traceId: string
  readonly mayLeave: (() => boolean) | undefined
  readonly refusedToken?: string
}

interface Published {
  readonly answer: MailboxAnswer | NotSent
  /** The token with which it got a 401: reason to try once more, with another. */
  readonly refusedToken?: string
}

async function publish(
  { post, tokens, dialect }: Deps,
  { baseUrl, onBehalfOf }: EboxAddress,
  { message, traceId, mayLeave, refusedToken }: Publication,
): Promise<Published> {
  const granted = await tokens.token(refusedToken)
  if (!granted.ok) {
    const { ok: _, httpStatus: _status, ...answer } = granted // of the token endpoint: the message never left
    return { answer }
  }
  const { contentType, body } = publicationBody({ ...message, message: dialect.message(message) })
  const headers = {
    accept: 'application/json, application/problem+json',
    authorization: `Bearer ${granted.token}`,
    'content-type': contentType,
    ...dialect.requestHeaders(traceId, message.senderEnterpriseNumber),
    ...dialect.headers(message),
    ...(onBehalfOf && dialect.onBehalfOf(onBehalfOf)),
  }
  const posted = await post(baseUrl.replace(/\/+$/, '') + dialect.path, headers, body, mayLeave)
  if (posted.kind === 'not-sent' && posted.code === keptBack) return { answer: { kind: 'not-sent' } }
  const read = readAnswer(posted, { hasKeys: dialect.hasKeys, now: new Date() })
  const partyTraceId =
    posted.kind === 'answered' && readPartyTraceId(posted.headers, dialect.answerTraceHeader)
  const answer = partyTraceId ? traced(read, { partyTraceId }) : read
  return is401(posted) ? { answer, refusedToken: granted.token } : { answer }
}

function is401(posted: Posted): boolean {
  return posted.kind === 'answered' && posted.status === 401
}

function traced(answer: MailboxAnswer, trace: MailboxAnswer['trace']): MailboxAnswer {
  return { ...answer, trace: { ...answer.trace, ...trace } }
}
