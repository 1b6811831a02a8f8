import { z } from 'zod'
import { assemblyCodes, marks, sourced, votingModes } from '../elections/index.ts'
import { type BureauRules, seatRoles } from './bureau-rules.ts'

const text = z.string().trim().min(1)
const seats = z.partialRecord(z.enum(seatRoles), z.int().min(0).max(30))
const votingMode = z.enum(votingModes)
const number = z.int().min(0).max(100)

const extraSeats = z.strictObject({
  key: text,
  votingMode,
  aboveVoters: z.int().min(1),
  seats,
  article: text,
  mark: z.enum(marks),
  note: text.optional(),
})

const countingKind = z.strictObject({
  code: text,
  assemblies: z.array(z.enum(assemblyCodes)).min(1),
  perDistrict: z.boolean().optional(),
})

const countingRules = z.strictObject({
  onlyFor: sourced(z.array(votingMode)),
  composedBy: sourced(z.enum(['municipality', 'canton'])),
  kinds: sourced(z.array(countingKind)),
  seats: sourced(
    z.array(z.strictObject({ upTo: z.int().min(1).optional(), seats })).refine(isLadder, {
      error: 'each row takes more seats than the one before, and the last takes all',
    }),
  ),
  groups: sourced(z.strictObject({ size: z.int().min(2), fewest: z.int().min(1) })).optional(),
})

/** A file of `rulesets/`. */
export const bureauRulesSchema: z.ZodType<BureauRules> = z.strictObject({
  regime: z.enum(['KWB', 'LPKD']),
  version: z.int().min(1),
  readOn: z.iso.date(),
  polling: z.strictObject({ PAPER: sourced(seats), DIGITAL: sourced(seats) }),
  extraPolling: z.array(extraSeats),
  counting: countingRules,
  deputyChairs: sourced(z.strictObject({ POLLING: number, COUNTING: number })),
  listB: sourced(z.strictObject({ names: z.int().min(1), per: z.enum(['bureau', 'section']) })),
})

function isLadder(rows: readonly { readonly upTo?: number | undefined }[]): boolean {
  const steps = rows.map(({ upTo = Number.POSITIVE_INFINITY }) => upTo)
  return (
    steps.at(-1) === Number.POSITIVE_INFINITY && steps.every((step, at) => at === 0 || step > steps[at - 1]!)
  )
}
