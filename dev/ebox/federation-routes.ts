import { Hono } from 'hono'
import { z } from 'zod'
import { readToken } from './authorise.ts'
import { pseudonymOf } from './citizens.ts'
import { refusals } from './refusals.ts'
import { refuse, type StandInEnv } from './replies.ts'
import type { EboxState } from './state.ts'
import { isTestNumber } from './test-number.ts'
import type { Tokens } from './tokens.ts'

export const consentSearchPath = '/REST/ebox/enterprise/federation/v1/citizenEboxConsents/search'

const searchSchema = z.looseObject({
  eboxType: z.string().regex(/^citizen$/i),
  eboxIdType: z.string().regex(/^ssin$/i),
  eboxIdValueList: z.array(z.string()).min(1).max(1000),
})

/**
 * Which citizens accepted the conditions of the e-Box. Only its existence is public: the form is assumed after the
 * search for enterprises beside it, where unknown boxes are left out. Its scope is unknown, so any token does.
 */
export function federationRoutes(state: EboxState, tokens: Tokens) {
  const routes = new Hono<StandInEnv>()
  routes.post(consentSearchPath, async (c) => {
    if (!readToken(c, tokens)) return refuse(c, refusals.noToken)
    const search = searchSchema.safeParse(await c.req.json().catch(() => undefined))
    if (!search.success) return refuse(c, refusals.schema('citizenEboxConsents'))
    const numbers = search.data.eboxIdValueList
    if (!numbers.every(isTestNumber)) return refuse(c, refusals.notATestNumber)
    const known = numbers
      .map((eboxIdValue) => ({
        eboxIdValue,
        box: state.citizens.boxOf(eboxIdValue, pseudonymOf(eboxIdValue)),
      }))
      .filter(({ box }) => box !== 'not-found')
    return c.json(
      known.map(({ eboxIdValue, box }) => ({
        eboxId: { eboxType: 'citizen', eboxIdValue },
        conditionsAccepted: box === 'accepted',
      })),
    )
  })
  return routes
}
