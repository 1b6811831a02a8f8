import { z } from 'zod'
import type { CitizenIdentity } from '../../platform/identity.ts'
import { parseNationalNumber } from '../../platform/national-number.ts'

/** What of a citizen's claims concerns us; `rrn` is that of the scope of the same name. */
const claimsSchema = z.object({
  rrn: z.string(),
  given_name: z.string().optional(),
  family_name: z.string().optional(),
})

/** Reads a citizen from claims. `undefined` when there is no national number in them that can be one. */
export function readCitizen(
  claims: object,
  { allowTestNumbers }: { readonly allowTestNumbers: boolean },
): CitizenIdentity | undefined {
  const read = claimsSchema.safeParse(claims)
  if (!read.success) return undefined
  const { rrn, given_name, family_name } = read.data
  const parsed = parseNationalNumber(rrn, { allowTestNumbers, today: new Date() })
  if (!parsed.ok) return undefined
  return { nationalNumber: parsed.number, name: [given_name, family_name].filter(Boolean).join(' ') }
}
