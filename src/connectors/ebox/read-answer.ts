import { z } from 'zod'
import type { MailboxAnswer } from '../../delivery/index.ts'
import type { Posted } from './http-post.ts'
import { retryAfterSeconds } from './retry-after.ts'

/** Every 2xx with a message id is a publication: samples of the registry expect 200 where its text says 201. */
const publication = z.object({ messageId: z.string().min(1).max(200), code: z.string().nullish() })

/** Published, but the recipient never opened an e-Box. Not an error. */
const noDigitalUser = 'NO_DIGITAL_USER'

/** Refusals with these codes are about the sender's registration, whatever the document. */
const aboutTheSender = new Set(['INVALID_SENDER'])

/**
 * Folds what the e-Box answered into what the worker needs to know. Without keys a doubtful answer may never be
 * taken for a "no"; with them it may be asked again.
 */
export function readAnswer(posted: Posted, { hasKeys, now }: { hasKeys: boolean; now: Date }): MailboxAnswer {
  if (posted.kind === 'not-sent') return { kind: 'later', code: posted.code }
  if (posted.kind === 'lost') {
    const { code, status } = posted
    return { kind: 'unconfirmed', code, ...(status !== undefined && { httpStatus: status }) }
  }
  const { status: httpStatus, headers, body } = posted
  if (httpStatus >= 200 && httpStatus < 300) return readPublication(httpStatus, body)
  if (httpStatus === 409 && hasKeys) return { kind: 'already-there', httpStatus }
  const refusal = { ...readRefusal(httpStatus, body), httpStatus }
  const retry = retryAfterSeconds(headers, now)
  const wait = retry === undefined ? {} : { retryAfterSeconds: retry }
  switch (meaningOf(httpStatus, refusal.code)) {
    case 'later':
      return { kind: 'later', ...refusal, ...wait }
    case 'unconfirmed':
      return { kind: 'unconfirmed', ...refusal, ...wait }
    case 'closed':
      return { kind: 'closed', ...refusal }
    case 'permanent':
      return { kind: 'permanent', ...refusal }
  }
}

function meaningOf(status: number, code: string) {
  if (status === 429) return 'later'
  // A 503 as well, whatever `Retry-After` it has: a gateway may give it for a message that was handed on before.
  if (status >= 500 || status === 408) return 'unconfirmed'
  // A conflict with something that is there already, and without keys nobody knows with what: it may be this message.
  if (status === 409) return 'unconfirmed'
  // Only these say that the request has to be made elsewhere; the others may well come after it was taken.
  if (status < 400 && ![301, 307, 308].includes(status)) return 'unconfirmed'
  // Our token, our rights, our address (the Belgif guide: 404 is about the path only), or a redirect elsewhere.
  if ([401, 403, 404, 405].includes(status) || status < 400 || aboutTheSender.has(code)) return 'closed'
  return 'permanent'
}

function readPublication(httpStatus: number, body: string): MailboxAnswer {
  const parsed = publication.safeParse(parseJson(body))
  if (!parsed.success) return { kind: 'unconfirmed', code: 'answer-unreadable', httpStatus }
  const { messageId, code } = parsed.data
  return { kind: 'accepted', receipt: messageId, inactive: code === noDigitalUser, httpStatus }
}

const statusMessage = z.object({ code: z.string(), message: z.string().optional() })
const problem = z.object({ type: z.string(), title: z.string().optional(), detail: z.string().optional() })
const magdaProblem = z.object({ title: z.string(), detail: z.string().optional() })

/** The registry's `StatusMessage`, an RFC 9457 problem, or MAGDA's own form of it: whichever came. */
function readRefusal(status: number, body: string): { code: string; detail?: string } {
  const json = parseJson(body)
  const message = statusMessage.safeParse(json)
  if (message.success) return refusal(message.data.code, message.data.message)
  const rfc9457 = problem.safeParse(json)
  if (rfc9457.success) {
    const name = rfc9457.data.type.split(/[:/]/).at(-1) ?? ''
    return refusal(name, rfc9457.data.detail ?? rfc9457.data.title)
  }
  const magda = magdaProblem.safeParse(json)
  return refusal(`http-${status}`, magda.success ? (magda.data.detail ?? magda.data.title) : undefined)

  function refusal(code: string, detail: string | undefined) {
    const isCode = /^[A-Za-z][A-Za-z_.-]{1,60}(-\d{3})?$/.test(code)
    return { code: isCode ? code : `http-${status}`, ...(detail && { detail: withoutDigits(detail) }) }
  }
}

/** Messages repeat numbers, also of people: no digit gets through. */
function withoutDigits(text: string): string {
  return text.replace(/\d/g, '#').slice(0, 200)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
