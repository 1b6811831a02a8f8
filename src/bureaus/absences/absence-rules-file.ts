import { z } from 'zod'
import { marks, sourced } from '../../elections/index.ts'
import { seatRoles } from '../bureau-rules.ts'
import { paidBureau } from '../paying/pay-rules-file.ts'
import {
  type AbsenceRules,
  type ExemptionRules,
  type OathRule,
  punishedFacts,
  sendingMeans,
} from './absence-rules.ts'

const text = z.string().trim().min(1)
const roles = z.array(z.enum(seatRoles)).min(1)
const cents = z.int().min(0).max(1_000_000)

export const absenceRulesSchema: z.ZodType<AbsenceRules> = z.strictObject({
  route: sourced(z.array(z.enum(['main-bureau', 'justice-of-the-peace', 'public-prosecutor'])).min(1)),
  means: sourced(z.enum(sendingMeans)).optional(),
  deadline: text.optional(),
  punished: sourced(z.array(z.enum(punishedFacts)).min(1)),
  leaving: sourced(z.enum(['punished', 'not-punished'])),
  fine: sourced(z.strictObject({ from: cents, to: cents })),
  surcharge: sourced(z.int().min(1).max(20)),
  settlement: sourced(cents),
  lapsesAfterMonths: sourced(z.int().min(1).max(120)).optional(),
})

export const exemptionRulesSchema: z.ZodType<ExemptionRules> = z.strictObject({
  deadline: text,
  served: sourced(z.strictObject({ times: z.int().min(1).max(10), as: roles })),
  countFrom: sourced(z.iso.date()),
  from: sourced(roles),
  notFor: sourced(z.array(z.int().min(1).max(20))),
})

export const oathRuleSchema: z.ZodType<OathRule> = z.strictObject({
  key: text,
  bureaus: z.array(paidBureau).min(1),
  roles,
  text,
  article: text,
  mark: z.enum(marks),
  note: text.optional(),
})
