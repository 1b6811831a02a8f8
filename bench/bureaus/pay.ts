import { expectOk } from '../../dev/demo/expect-ok.ts'
import {
  claimCounts,
  exportClaims,
  listClaims,
  noteClaim,
  readBackPayments,
} from '../../src/bureaus/index.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import type { BenchApp, Telling } from './story.ts'

const by = 'bench'
const payer = { name: 'Provincie Middelland', iban: 'BE71096123456769', enterpriseNumber: '0207725795' }
const iban = 'BE68539007547034'
const most = 100

/**
 * What the forms of polling day say is written down, complete claims leave in batches, and the bank says that all were paid. Answers of how
 * many the name is in letters that no bank takes: they stay, for who pays them by hand.
 */
export async function payAll(app: BenchApp, { election }: Telling): Promise<number> {
  await noteWhatIsMissing(app, election)
  for (let leftOut = 0; ; ) {
    const { complete } = (await counted(app, election)).states
    if (complete.many === leftOut) return leftOut
    const made = expectOk('a batch', await exportClaims(app, { election, payer, payOn: '2030-11-15', by }))
    leftOut = made.leftOut.length
    const { batchId } = made
    const report = { batchId, whole: { state: 'paid' }, payments: [], faults: [] } as const
    const read = expectOk('the answer', await readBackPayments(app, { election, batchId, report, by }))
    if (read.paid !== made.payments) throw new Error(`${read.paid} of ${made.payments} were paid`)
  }
}

async function noteWhatIsMissing(app: BenchApp, election: Telling['election']): Promise<void> {
  for (;;) {
    const asked = { election, state: 'incomplete', most, by } as const
    const { claims } = await listClaims(app, asked)
    if (claims.length === 0) return
    for (const { assignmentId } of claims) {
      const note = { livesHere: true, needed: false, iban }
      expectOk('a claim', await noteClaim(app, { election, assignmentId, note, by }))
    }
  }
}

const counted = (app: BenchApp, election: Telling['election']) =>
  app.database.inScope(staffOf(election.municipalityId), (db) => claimCounts(db, election))
