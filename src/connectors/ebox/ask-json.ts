import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { NoAnswer } from '../../delivery/index.ts'
import type { Post } from './http-post.ts'
import { retryAfterSeconds } from './retry-after.ts'
import type { TokenClient } from './token-client.ts'

export interface Question {
  readonly url: string
  readonly body: unknown
  readonly traceId: string
  headers(traceId: string): Record<string, string>
}

type Answered = { readonly ok: true; readonly status: number; readonly json: unknown }

/** Asks something that changes nothing, so that it may be asked again; with another token once, after a 401. */
export async function askJson(
  deps: { readonly post: Post; readonly tokens: TokenClient },
  question: Question,
): Promise<Answered | NoAnswer> {
  const first = await askOnce(deps, question, question.traceId)
  if (!first.refusedToken) return first.answer
  return (await askOnce(deps, question, randomUUID(), first.refusedToken)).answer
}

async function askOnce(
  { post, tokens }: { post: Post; tokens: TokenClient },
  { url, body, headers }: Question,
  traceId: string,
  refused?: string,
): Promise<{ answer: Answered | NoAnswer; refusedToken?: string }> {
  const granted = await tokens.token(refused)
  if (!granted.ok) {
    const { httpStatus: _, ...answer } = granted
    return { answer }
  }
  const posted = await post(
    url,
    {
      accept: 'application/json, application/problem+json',
      authorization: `Bearer ${granted.token}`,
      'content-type': 'application/json',
      ...headers(traceId),
    },
    JSON.stringify(body),
  )
  if (posted.kind !== 'answered') return { answer: { ok: false, kind: 'later', code: posted.code } }
  const { status } = posted
  const json = parseJson(posted.body)
  if (status >= 200 && status < 300 && json !== undefined) return { answer: { ok: true, status, json } }
  if (status === 404 && isStatusMessage(json)) return { answer: { ok: true, status, json } }
  const retry = retryAfterSeconds(posted.headers, new Date())
  const answer: NoAnswer = {
    ...{ ok: false, kind: isLater(status) ? 'later' : 'closed', code: `http-${status}` },
    ...(retry !== undefined && { retryAfterSeconds: retry }),
  }
  return status === 401 ? { answer, refusedToken: granted.token } : { answer }
}

function isLater(status: number): boolean {
  return status >= 500 || status === 408 || status === 429
}

/** v2.1 says "nothing found" as a 404 with a message; a 404 without one is about the address. */
function isStatusMessage(json: unknown): boolean {
  return z.object({ code: z.string(), message: z.string() }).safeParse(json).success
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
