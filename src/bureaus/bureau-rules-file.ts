import { z } from 'zod'
import { assemblyCodes, marks, retentionRule, sourced, votingModes } from '../elections/index.ts'
import { absenceRulesSchema, exemptionRulesSchema, oathRuleSchema } from './absences/absence-rules-file.ts'
import { authorityRulesSchema } from './authorities/authority-rules-file.ts'
import {
  areas,
  type BureauRules,
  categorySelections,
  keptKinds,
  listFields,
  lists,
  seatRoles,
} from './bureau-rules.ts'
import { mainBureaus } from './paying/pay-rules.ts'
import { payRulesSchema } from './paying/pay-rules-file.ts'

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

const mainBureauRule = z.strictObject({
  key: z.enum(mainBureaus),
  number: z.string().regex(/^[A-Z]{1,3}$/),
  seats,
  perDistrict: z.boolean().optional(),
  belgian: z.boolean().optional(),
  article: text,
  mark: z.enum(marks),
  note: text.optional(),
})

const seatingRule = z.strictObject({
  key: text,
  kind: z.enum(['POLLING', 'COUNTING']),
  role: z.enum(seatRoles),
  lists: z.array(z.enum(lists)).min(1),
  voterOf: z.enum(areas).optional(),
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

const lastDay = z.union([
  z.strictObject({ daysBefore: z.int().min(0).max(365) }),
  z.strictObject({ fixed: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/) }),
])
const handedFields = sourced(z.array(z.enum(listFields)).min(1))
const excuseWindow = z.strictObject({ amount: z.int().min(1).max(240), unit: z.enum(['hours', 'days']) })
const hour = sourced(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/))

/** A file of `rulesets/`. */
export const bureauRulesSchema: z.ZodType<BureauRules> = z.strictObject({
  regime: z.enum(['KWB', 'LPKD']),
  version: z.int().min(1),
  readOn: z.iso.date(),
  polling: z.strictObject({ PAPER: sourced(seats), DIGITAL: sourced(seats) }),
  extraPolling: z.array(extraSeats),
  counting: countingRules,
  mainBureaus: z.array(mainBureauRule),
  deputyChairs: sourced(z.strictObject({ POLLING: number, COUNTING: number })),
  candidates: sourced(z.enum(['excluded', 'allowed'])),
  notification: sourced(z.array(z.enum(['registered', 'in-hand']))),
  members: sourced(z.strictObject({ belgian: z.boolean(), fromAge: number })),
  volunteers: z.strictObject({ allowed: sourced(z.boolean()), fromAge: sourced(number) }),
  categories: sourced(z.array(text).min(1)),
  categorySelection: sourced(z.enum(categorySelections)),
  seating: z.array(seatingRule).min(1),
  listB: sourced(z.strictObject({ names: z.int().min(1), per: z.enum(['bureau', 'section']) })),
  acceptance: sourced(z.int().min(1).max(100)),
  handedLists: z.strictObject({
    fields: z.strictObject({ A: handedFields, B: handedFields }),
    sendBy: sourced(lastDay),
  }),
  exemption: exemptionRulesSchema,
  oaths: z.array(oathRuleSchema).min(1),
  pay: payRulesSchema,
  absence: absenceRulesSchema,
  numbering: sourced(z.enum(['by-municipality', 'by-canton'])),
  chosenByChair: sourced(z.partialRecord(z.enum(keptKinds), z.array(z.enum(seatRoles)).min(1))),
  designateBy: sourced(lastDay),
  authorities: authorityRulesSchema,
  composition: z.strictObject({ contactOf: sourced(z.array(z.enum(seatRoles))) }),
  excuse: sourced(excuseWindow),
  excuseAfterCorrection: sourced(z.enum(['keeps', 'restarts'])),
  expectedFrom: sourced(z.strictObject({ daysBefore: z.int().min(0) })),
  meeting: z.strictObject({
    POLLING: z.strictObject({ PAPER: hour, DIGITAL: hour }),
    COUNTING: hour,
  }),
  training: sourced(
    z.strictObject({ by: z.enum(['canton', 'municipality']), roles: z.array(z.enum(seatRoles)).min(1) }),
  ),
  retention: z.array(retentionRule).min(1),
})

function isLadder(rows: readonly { readonly upTo?: number | undefined }[]): boolean {
  const steps = rows.map(({ upTo = Number.POSITIVE_INFINITY }) => upTo)
  return (
    steps.at(-1) === Number.POSITIVE_INFINITY && steps.every((step, at) => at === 0 || step > steps[at - 1]!)
  )
}
