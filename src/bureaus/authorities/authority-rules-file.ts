import { z } from 'zod'
import { sourced } from '../../elections/index.ts'
import { keptKinds, seatRoles } from '../bureau-rules.ts'
import { mainBureaus } from '../paying/pay-rules.ts'
import { authorityKinds } from './authority.ts'
import type { AuthorityRules } from './authority-rules.ts'

const kinds = sourced(z.array(z.enum(authorityKinds)))
const reach = z.union([
  z.literal('all'),
  z.array(z.strictObject({ kind: z.enum(keptKinds), code: z.string().min(1).optional() })).min(1),
])
const share = z.strictObject({ bureaus: reach, roles: z.array(z.enum(seatRoles)).min(1).optional() })

const authorityRule = z.strictObject({
  key: z.enum(authorityKinds),
  own: z.enum(mainBureaus).optional(),
  sees: sourced(reach),
  opens: sourced(reach),
  receives: sourced(share),
})

export const authorityRulesSchema: z.ZodType<AuthorityRules> = z
  .strictObject({
    ...{ designate: kinds, decideExcuses: kinds, draw: kinds },
    kinds: z.array(authorityRule).min(1),
  })
  .refine(onlyItsOwn, { error: 'who decides is one of the kinds, and decides on bureaus that it opens' })

function onlyItsOwn({ kinds: known, designate, decideExcuses, draw }: AuthorityRules): boolean {
  const all = known.filter(({ opens }) => opens.value === 'all').map(({ key }) => key)
  return [designate, decideExcuses, draw].every(({ value }) => value.every((kind) => all.includes(kind)))
}
