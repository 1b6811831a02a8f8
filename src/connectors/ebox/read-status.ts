import { z } from 'zod'
import type { ReadStatusSearch } from '../../delivery/index.ts'
import { askJson } from './ask-json.ts'
import type { Dialect } from './dialect.ts'
import type { Post } from './http-post.ts'
import type { TokenClient } from './token-client.ts'

export interface QuestionAddress {
  readonly baseUrl: string
  readonly atOnce: number
  /** Headers of the road for a question with this trace id. */
  headers(traceId: string): Record<string, string>
}

/** `MessageStatus` of v2.1; "read" means that the main content was opened. */
const statuses = z.array(z.object({ messageId: z.string(), readStatus: z.boolean() }))

/** Pulls the read status of messages. The other two roads are assumed to answer as v2.1 describes. */
export function createReadStatusSearch(
  deps: { readonly post: Post; readonly tokens: TokenClient; readonly dialect: Dialect },
  { baseUrl, atOnce, headers }: QuestionAddress,
): ReadStatusSearch {
  const { path, body } = deps.dialect.status
  const url = baseUrl.replace(/\/+$/, '') + path
  return {
    atOnce,
    async ask(messages, traceId) {
      const answer = await askJson(deps, { url, headers, traceId, body: body(messages) })
      if (!answer.ok) return answer
      if (answer.status === 404) return { ok: true, read: [], unread: [] }
      const parsed = statuses.safeParse(answer.json)
      if (!parsed.success) return { ok: false, kind: 'closed', code: 'answer-unreadable' }
      const idsOf = (read: boolean) =>
        parsed.data.filter(({ readStatus }) => readStatus === read).map(({ messageId }) => messageId)
      return { ok: true, read: idsOf(true), unread: idsOf(false) }
    },
  }
}
