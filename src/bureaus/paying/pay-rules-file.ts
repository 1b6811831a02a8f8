import { z } from 'zod'
import { marks, sourced, votingModes } from '../../elections/index.ts'
import { seatRoles } from '../bureau-rules.ts'
import { mainBureaus, type PayRules } from './pay-rules.ts'

const text = z.string().trim().min(1)
/** More than a thousand euro for a Sunday is a typing error. */
const cents = z.int().min(0).max(100_000)
export const paidBureau = z.enum(['POLLING', 'COUNTING', ...mainBureaus])

const feeRow = z.strictObject({
  key: text,
  bureaus: z.array(paidBureau).min(1),
  votingModes: z.array(z.enum(votingModes)).min(1),
  cents: z.partialRecord(z.enum(seatRoles), cents),
  article: text,
  mark: z.enum(marks),
  note: text.optional(),
})

const attendancePay = sourced(z.enum(['paid', 'unpaid', 'decide']))

export const payRulesSchema: z.ZodType<PayRules> = z.strictObject({
  payer: sourced(z.enum(['province', 'state'])),
  payDeadline: text.optional(),
  eraseDeadline: text,
  fees: z.array(feeRow).min(1),
  simultaneous: sourced(z.enum(['one-fee', 'a-fee-each'])),
  substitutes: sourced(z.enum(['needed', 'always', 'never'])),
  attendance: z.strictObject({
    PRESENT: attendancePay,
    LATE: attendancePay,
    ABSENT: attendancePay,
    DISMISSED: attendancePay,
    LEFT: attendancePay,
  }),
  travel: z.strictObject({
    who: sourced(z.enum(['living-elsewhere', 'everybody', 'nobody'])),
    rate: sourced(z.int().min(1).max(20_000).nullable()),
    rounding: sourced(z.enum(['nearest', 'down', 'up'])),
  }),
})
