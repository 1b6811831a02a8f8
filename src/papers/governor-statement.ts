import { z } from 'zod'
import { documentField } from '../platform/signed-paper.ts'

export const governorStatementFormat = 'kiesloket-governor-statement/1'

const moment = z.iso.datetime()
const count = z.int().nonnegative()
const ways = z.strictObject({ inTime: count, late: count })

const channel = z.strictObject({
  letters: ways,
  firstAt: moment.nullable(),
  lastAt: moment.nullable(),
})

/** What a statement to the governor says. Counts only: no voter is named. */
export const governorStatementSchema = z.strictObject({
  format: z.literal(governorStatementFormat),
  statementId: z.guid(),
  writtenAt: moment,
  software: z.string(),
  municipality: z.strictObject({ name: z.string(), nisCode: z.string(), enterpriseNumber: z.string() }),
  election: z.strictObject({ code: z.string(), name: z.string(), pollingDay: z.iso.date() }),
  deadline: z.strictObject({ day: z.iso.date(), article: z.string(), mark: z.string() }),
  voters: count,
  /** True when every voter of the closed list had a letter on its way by the deadline, on paper where the law wants that. */
  inTime: z.boolean(),
  digital: z.strictObject({ ...channel.shape, notSent: count }),
  paper: z.strictObject({
    ...channel.shape,
    policy: z.enum(['paper-for-all', 'paper-for-the-rest']),
    /** When the print files were handed to the post, as somebody declares it; the program sees no post. */
    posted: z.strictObject({ on: z.iso.date(), source: z.string() }).nullable(),
    notPrinted: count,
    exceptions: count,
  }),
  /**
   * Voters whose letter left after the deadline, or has not left, by reason. `added`: who came on the list later; `replaced`: instead
   * of an earlier letter. Only `late` makes the statement untrue.
   */
  late: z.strictObject({ added: count, replaced: count, late: count }),
  signedBy: z.array(z.string()),
  document: documentField,
})

export type GovernorStatement = z.output<typeof governorStatementSchema>
export type StatementFacts = Omit<GovernorStatement, 'document'>
