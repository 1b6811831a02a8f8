import { Readable } from 'node:stream'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  firstMunicipality,
  secondMunicipality,
  type TestDatabase,
  testDatabase,
} from '../../../test/database.ts'
import { addElection, type Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import { changeAccount } from '../answering/change-account.ts'
import { timelineOf } from '../assignments/assignment-store.ts'
import { dismiss } from '../assignments/dismiss.ts'
import type { SeatRole } from '../bureau-rules.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import { adopted, afterPollingDay, aLocalElection, aMember, aPollingBureau, bureauDeps } from '../testing.ts'
import { selectBatches } from './batch-store.ts'
import { claimCounts, listClaims, showClaim } from './claims-overview.ts'
import { exportClaims } from './export-claims.ts'
import type { ClaimState } from './kept-claim.ts'
import { noteClaim } from './note-claim.ts'
import { BatchChanged, openBatchFile } from './open-batch.ts'
import { readBackPayments } from './read-back.ts'
import { readPain002 } from './read-pain-002.ts'
import { readPaymentCsv } from './read-payment-csv.ts'

/** Claims and payments through the database: amounts by hand, of both regimes. */

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps>
let local: Election
const by = 'clerk'
const iban = 'BE68539007547034'
const typed = 'BE43068999999501'
const payer = { name: 'Provincie Middelland', iban: 'BE71096123456769' }
const payOn = '2030-11-15'
const onTime = new Date('2030-10-13T05:10:00Z')
const people: Record<string, AssignmentId> = {}

/** Behind row-level security, as nobody in the program can. */
async function asOwner(statement: string): Promise<void> {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query(statement).finally(() => owner.end())
}

const inTown = <T>(work: (db: Db) => Promise<T>) => database.inScope(staffOf(firstMunicipality), work)

beforeAll(async () => {
  database = await testDatabase()
  deps = bureauDeps(database)
  local = await aLocalElection(database, firstMunicipality)
  await adopted(deps, local, [aPollingBureau(12, 3, 2)])
  const [bureau] = await inTown((db) => keptBureaus(db, local))
  const seats = Map.groupBy(bureau!.seats, ({ role }) => role)
  let n = 0
  const came = async (role: SeatRole, arrivedAt: Date | undefined, account?: string) =>
    afterPollingDay(deps, {
      election: local,
      seatId: seats.get(role)!.shift()!.seatId,
      memberId: await aMember(deps, local, ++n),
      arrivedAt,
      iban: account,
    })
  people.chair = await came('CHAIR', onTime, iban)
  people.traveller = await came('ASSESSOR', onTime, iban)
  people.sentHome = await came('ASSESSOR', onTime, iban)
  people.absent = await came('ASSESSOR', undefined)
  people.substitute = await came('SUBSTITUTE', onTime, iban)
  deps.clock.moveTo('2030-10-13T18:00:00Z')
  const act = { by: 'chair', authority: 'chair', reason: 'genoeg mensen' } as const
  expect(await dismiss(deps, { election: local, assignmentId: people.sentHome!, ...act })).toMatchObject({
    ok: true,
  })
  deps.clock.moveTo('2030-10-15T08:00:00Z')
})
afterAll(() => database.close())

const idsIn = async (state: ClaimState) => {
  const listed = await listClaims(deps, { election: local, state, most: 50, by })
  return listed.claims.map(({ assignmentId }) => assignmentId).sort()
}
const claimOf = (name: string) => showClaim(deps, { election: local, assignmentId: people[name]!, by })
const noted = (name: string, note: Partial<Parameters<typeof noteClaim>[1]['note']>) =>
  noteClaim(deps, {
    election: local,
    assignmentId: people[name]!,
    note: { needed: false, ...note },
    by,
  })
const sorted = (...names: string[]) => names.map((name) => people[name]!).sort()

describe('local claims', () => {
  test('what is missing keeps a claim back, and who is owed nothing is told apart', async () => {
    const { states, gaps } = await inTown((db) => claimCounts(db, local))
    expect(Object.values(states).reduce((all, { many }) => all + many, 0)).toBe(5)
    expect(await idsIn('incomplete')).toEqual(sorted('chair', 'traveller', 'sentHome'))
    expect(await idsIn('not-owed')).toEqual(sorted('absent', 'substitute'))
    expect(Object.fromEntries(gaps)).toEqual({ distance: 2, decision: 1 })
  })

  test('amounts by hand: 50.00; 50.00 and 24.6 km at 0.4237; a substitute called apart', async () => {
    await noted('chair', { livesHere: true })
    await noted('traveller', { livesHere: false, metres: 24_600 })
    await noted('sentHome', { livesHere: true, decided: 'unpaid' })
    await noted('substitute', { livesHere: true, needed: true, iban: typed })
    expect((await claimOf('chair'))!.claim).toMatchObject({ fee: 50_00, travel: 0, missing: [] })
    expect((await claimOf('traveller'))!.claim).toMatchObject({ fee: 50_00, travel: 10_42, total: 60_42 })
    expect(await idsIn('complete')).toEqual(sorted('chair', 'traveller', 'substitute'))
    expect(await idsIn('not-owed')).toEqual(sorted('absent', 'sentHome'))
  })

  test('a list goes on after the one that is named', async () => {
    const first = await listClaims(deps, { election: local, state: 'complete', most: 2, by })
    expect(first.hasMore).toBe(true)
    const after = first.claims.at(-1)!.assignmentId
    const rest = await listClaims(deps, { election: local, state: 'complete', most: 2, after, by })
    expect(rest.hasMore).toBe(false)
    expect([...first.claims, ...rest.claims].map((one) => one.assignmentId)).toEqual(await idsIn('complete'))
  })

  test('a federal chair at computers: 60.00, and an assessor 37.50; travel has no rate', async () => {
    const other = await federal()
    expect(other.map((one) => [one.claim.fee, one.claim.travel, one.claim.missing])).toEqual([
      [60_00, 0, []],
      [37_50, 0, ['travel-rate']],
    ])
  })
})

async function federal() {
  const town = await aLocalElection(database, secondMunicipality)
  const document = {
    ...{ code: 'juni-2029', name: 'Federale verkiezingen', rulesetId: 'kwb-2029', pollingDay: '2029-06-10' },
    ...{ votingMode: 'DIGITAL', canton: 'Zonnedorp', constituency: 'Oost-Vlaanderen' },
  }
  const added = await addElection({ database }, { municipalityId: town.municipalityId, document, by })
  if (!added.ok) throw new Error(JSON.stringify(added))
  const { election } = added
  const at = bureauDeps(database, '2029-05-01T08:00:00Z')
  await adopted(at, election, [{ ...aPollingBureau(1), votingMode: 'DIGITAL' }])
  const [bureau] = await database.inScope(staffOf(secondMunicipality), (db) => keptBureaus(db, election))
  const notes = { CHAIR: { livesHere: true }, ASSESSOR: { livesHere: false, metres: 10_000 } } as const
  const found = []
  for (const [n, role] of (['CHAIR', 'ASSESSOR'] as const).entries()) {
    const assignmentId = await afterPollingDay(at, {
      election,
      seatId: bureau!.seats.find((seat) => seat.role === role)!.seatId,
      memberId: await aMember(at, election, n + 1),
      arrivedAt: new Date('2029-06-10T04:45:00Z'),
      iban,
    })
    at.clock.moveTo('2029-06-12T08:00:00Z')
    const note = { needed: false, ...notes[role] }
    expect(await noteClaim(at, { election, assignmentId, note, by })).toEqual({ ok: true })
    found.push((await showClaim(at, { election, assignmentId, by }))!)
    at.clock.moveTo('2029-05-01T08:00:00Z')
  }
  return found
}

describe('a batch', () => {
  let batchId: string
  const order = () => ({ election: local, payer, payOn, by })
  const file = async (format: 'csv' | 'xml') => {
    const opened = await openBatchFile(deps, { election: local, batchId, format, by })
    if (!opened.ok) throw new Error(opened.because)
    return opened.text
  }

  test('takes each complete claim once, also when two people press at once', async () => {
    const both = await Promise.all([exportClaims(deps, order()), exportClaims(deps, order())])
    const made = both.filter((one) => one.ok)
    expect([made.length, both.find((one) => !one.ok)]).toEqual([
      1,
      expect.objectContaining({ because: 'no-claims' }),
    ])
    expect(made[0]).toMatchObject({ payments: 3, sum: 160_42, leftOut: [], hasMore: false })
    batchId = made[0]!.batchId
    expect(await idsIn('exported')).toEqual(sorted('chair', 'traveller', 'substitute'))
    expect(await noted('chair', { livesHere: false, metres: 900_000 })).toMatchObject({
      because: 'not-in-this-state',
    })
  })

  test('gives the same files again later, with the account as it was then', async () => {
    const [csv, xml] = [await file('csv'), await file('xml')]
    deps.clock.moveTo('2030-10-20T08:00:00Z')
    expect([await file('csv'), await file('xml')]).toEqual([csv, xml])
    expect(csv).toContain('60,42')
    expect(xml).toContain('<CtrlSum>160.42</CtrlSum>')
    expect(xml).not.toContain('90.61')
    await asOwner(`update bureaus.payment set fee = fee + 1 where travel > 0`)
    await expect(file('csv')).rejects.toThrow(BatchChanged)
    await asOwner(`update bureaus.payment set fee = fee - 1 where travel > 0`)
  })

  const report = async (rows: string) => {
    const read = await readPaymentCsv(Readable.from([Buffer.from(`betaling;toestand;reden\n${rows}`)]))
    if (!read.ok) throw new Error(read.because)
    return readBackPayments(deps, { election: local, batchId, report: read.report, by })
  }
  const idOfRow = async (holds: string) =>
    (await file('csv'))
      .split(/\r?\n/)
      .find((row) => row.includes(holds))!
      .split(';')[0]!

  test('reads back what was paid and what came back, row by row; again it changes nothing', async () => {
    const traveller = await idOfRow('60,42')
    const chair = await idOfRow('voorzitter')
    const rows = `${traveller};geweigerd;AC04\n${chair};betaald;\nKLPonbekend;betaald;\n${chair};misschien;\n`
    expect(await report(rows)).toMatchObject({
      ...{ ok: true, paid: 1, bounced: 1, known: 0 },
      faults: [
        { at: 4, code: 'not-in-this-batch' },
        { at: 5, code: 'unknown-state' },
      ],
    })
    expect(await report(rows)).toMatchObject({ paid: 0, bounced: 0, known: 2 })
    expect(await report(`${chair};geweigerd;\n`)).toMatchObject({
      ...{ paid: 0, bounced: 0 },
      faults: [{ at: 2, code: 'settled-otherwise' }],
    })
    expect(await idsIn('paid')).toEqual(sorted('chair'))
    expect((await claimOf('traveller'))!.claim.missing).toEqual(['came-back'])
    const timeline = await inTown((db) => timelineOf(db, local, people.traveller!))
    expect(timeline.at(-1)).toMatchObject({ transition: 'note-bounced', details: { reason: 'AC04' } })
  })

  test('what came back leaves once more as another payment, when somebody looked at it', async () => {
    expect(await exportClaims(deps, order())).toMatchObject({ because: 'no-claims' })
    deps.clock.moveTo('2030-10-21T08:00:00Z')
    await noted('traveller', { livesHere: false, metres: 24_600, iban: 'BE71096123456769' })
    const named = (name: string) =>
      asOwner(
        `update bureaus.member set last_name = '${name}', first_names = '' where last_name like '%2' or last_name = '李'`,
      )
    await named('李')
    expect(await exportClaims(deps, order())).toMatchObject({ because: 'name', detail: people.traveller })
    await named('Peeters 2')
    const again = await exportClaims(deps, order())
    expect(again).toMatchObject({ ok: true, payments: 1, sum: 60_42 })
    expect(again.ok && again.batchId).not.toBe(batchId)
    const traveller = await idOfRow('60,42')
    expect(await report(`${traveller};betaald;\n`)).toMatchObject({
      faults: [{ code: 'settled-otherwise' }],
    })
    if (!again.ok) throw new Error(again.because)
    const said = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><OrgnlGrpInfAndSts>
      <OrgnlMsgId>${again.batchId}</OrgnlMsgId><GrpSts>ACSC</GrpSts></OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>`
    const read = readPain002(Buffer.from(said))
    if (!read.ok) throw new Error(read.because)
    const facts = { election: local, by, report: read.report }
    expect(await readBackPayments(deps, { ...facts, batchId })).toMatchObject({ because: 'another-batch' })
    expect(await readBackPayments(deps, { ...facts, batchId: again.batchId })).toMatchObject({ paid: 1 })
    expect(await idsIn('paid')).toEqual(sorted('chair', 'traveller'))
    const batches = await inTown((db) => selectBatches(db, local, { most: 10 }))
    expect(batches.map(({ payments, paid, bounced }) => [payments, paid, bounced])).toEqual([
      [1, 1, 0],
      [3, 1, 1],
    ])
  })

  test('the database holds back a second payment of one claim', async () => {
    await expect(
      asOwner(`update bureaus.payment set state = 'EXPORTED', settled_at = null where state = 'BOUNCED'`),
    ).rejects.toThrow('one_payment_of_a_claim')
  })

  test('the account that was given last is paid: the member changes what the clerk typed, and the clerk what the member changed', async () => {
    const [election, assignmentId] = [local, people.substitute!]
    const changed = 'BE71096123456769'
    expect(await report(`${await idOfRow(typed)};geweigerd;AC04\n`)).toMatchObject({ bounced: 1 })
    expect(await claimOf('substitute')).not.toHaveProperty('accountChangedAt')
    expect(await changeAccount(deps, { election, assignmentId, iban: changed, by: 'citizen' })).toEqual({
      ok: true,
    })
    expect((await claimOf('substitute'))!.accountChangedAt).toBeInstanceOf(Date)
    deps.clock.moveTo('2030-10-22T08:00:00Z')
    const again = async (note: { iban?: string }) => {
      await noted('substitute', { livesHere: true, needed: true, ...note })
      const made = await exportClaims(deps, order())
      if (!made.ok) throw new Error(made.because)
      batchId = made.batchId
      return file('csv')
    }
    const csv = await again({})
    expect([csv.includes(changed), csv.includes(typed)]).toEqual([true, false])
    expect(await report(`${await idOfRow(changed)};geweigerd;AC04\n`)).toMatchObject({ bounced: 1 })
    deps.clock.moveTo('2030-10-23T08:00:00Z')
    expect(await again({ iban: typed })).toContain(typed)
    expect(await claimOf('substitute')).not.toHaveProperty('accountChangedAt')
  })
})
