import { z } from 'zod'
import type { ConsentSearch } from '../../delivery/index.ts'
import { askJson } from './ask-json.ts'
import type { Post, WhyUnreachable } from './http-post.ts'
import { knock } from './knock.ts'
import type { QuestionAddress } from './read-status.ts'
import type { TokenClient } from './token-client.ts'

/**
 * Which citizens accepted the conditions of the e-Box. ASSUMED but for its existence: the form is that of the search for
 * enterprises beside it in the federation's API, where boxes that do not exist are left out; the most at once is that of
 * the older service with the same meaning. Confirm with BOSA: body, answer, scope, and whether a municipality may ask.
 */
const consents = z.array(
  z.object({ eboxId: z.object({ eboxIdValue: z.string() }), conditionsAccepted: z.boolean() }),
)
const path = '/citizenEboxConsents/search'
export const consentsAtOnce = 1000

export function createConsentSearch(
  deps: { readonly post: Post; readonly tokens: TokenClient; readonly whyUnreachable: WhyUnreachable },
  { baseUrl, atOnce, headers }: QuestionAddress,
): ConsentSearch {
  const url = baseUrl.replace(/\/+$/, '') + path
  return {
    atOnce,
    host: new URL(baseUrl).host,
    probe: () => knock(deps, baseUrl),
    async ask(recipients, traceId) {
      const body = { eboxType: 'CITIZEN', eboxIdType: 'Ssin', eboxIdValueList: recipients }
      const answer = await askJson(deps, { url, headers, traceId, body })
      if (!answer.ok) return answer
      if (answer.status === 404) return { ok: true, accepted: 0, notAccepted: 0, notFound: recipients.length }
      const parsed = consents.safeParse(answer.json)
      if (!parsed.success) return { ok: false, kind: 'closed', code: 'answer-unreadable' }
      const said = new Map(parsed.data.map((each) => [each.eboxId.eboxIdValue, each.conditionsAccepted]))
      const count = (accepted: boolean | undefined) =>
        recipients.filter((recipient) => said.get(recipient) === accepted).length
      return { ok: true, accepted: count(true), notAccepted: count(false), notFound: count(undefined) }
    },
  }
}
