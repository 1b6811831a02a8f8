import { z } from 'zod'
import { documentField } from '../platform/signed-paper.ts'
import { parts } from './holdings.ts'

export const purgeReportFormat = 'kiesloket-purge-report/1'

const moment = z.iso.datetime()
const count = z.int().nonnegative()

const lastSeal = z.strictObject({ number: count, upTo: moment, seal: z.string().regex(/^[0-9a-f]{64}$/) })

const rule = z.strictObject({
  part: z.enum(parts),
  key: z.string(),
  keepUntil: z.string(),
  duty: z.enum(['erase', 'keep']),
  article: z.string(),
  mark: z.string(),
  dueOn: z.iso.date().nullable(),
})

const purged = z.strictObject({
  table: z.string(),
  part: z.enum(parts),
  rows: count,
  /** `ended`: letters that were replaced or withdrawn; `emptied`: the rows stay, without voters; `public-copy`: replaced by what may be published. */
  how: z.enum(['erased', 'ended', 'emptied', 'public-copy']),
  ruleKey: z.string(),
  article: z.string(),
  dueOn: z.iso.date(),
  at: moment,
  by: z.string(),
})

const hold = z.strictObject({
  placedAt: moment,
  source: z.string(),
  liftedOn: z.iso.date().nullable(),
})

/** What a purge report says, in the order of docs/purge.md. Nothing in it is of a voter. */
export const purgeReportSchema = z.strictObject({
  format: z.literal(purgeReportFormat),
  reportId: z.guid(),
  writtenAt: moment,
  software: z.string(),
  municipality: z.strictObject({ name: z.string(), nisCode: z.string(), enterpriseNumber: z.string() }),
  election: z.strictObject({ code: z.string(), name: z.string(), pollingDay: z.iso.date() }),
  validation: z.strictObject({ on: z.iso.date(), source: z.string(), recordedBy: z.string() }),
  holds: z.array(hold),
  rules: z.array(rule),
  /** True when no step is left to be done. */
  complete: z.boolean(),
  purged: z.array(purged),
  /** What was counted in the database when this was written: nought in every table that was purged whole. */
  found: z.array(z.strictObject({ table: z.string(), rows: count })),
  /** Rows of this election; null where a table is of the whole municipality. */
  stays: z.array(z.strictObject({ table: z.string(), rows: count.nullable(), why: z.string() })),
  certificates: z.array(z.strictObject({ certificateId: z.guid(), root: z.string(), writtenAt: moment })),
  /** Files that the program wrote, in the folders that are usual. They are not in its reach. */
  outside: z.array(z.strictObject({ what: z.string(), where: z.string() })),
  audit: z.strictObject({ events: count, lastSeal: lastSeal.nullable() }),
  document: documentField,
})

export type PurgeReport = z.output<typeof purgeReportSchema>
export type PurgeReportFacts = Omit<PurgeReport, 'document'>
