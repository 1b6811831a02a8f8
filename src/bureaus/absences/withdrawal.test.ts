import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import { expectOk } from '../../../test/expect-ok.ts'
import { readPdf } from '../../../test/read-pdf.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { AssignmentId, BureauId } from '../../platform/ids.ts'
import { createTypesetter, type Typesetter } from '../../platform/pdf/typesetter.ts'
import { acceptAfter } from '../excuses/accept-after.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import { adopted, afterPollingDay, aLocalElection, aMember, aPollingBureau, bureauDeps } from '../testing.ts'
import type { Addressee } from './absence-rules.ts'
import { openWithdrawal, showAbsences } from './absences-overview.ts'
import { makeWithdrawal } from './make-withdrawal.ts'
import { noteSending } from './note-sending.ts'
import { noteWithdrawal, type WithdrawalSending } from './note-withdrawal.ts'
import { reportAbsences } from './report-absences.ts'

/** What was reported of somebody is taken back with each who has the file, by a letter that says so and not why. */

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps> & { typesetter: Typesetter; portalUrl: string }
let election: Election
let bureauId: BureauId
let excused: AssignmentId
let other: AssignmentId

beforeAll(async () => {
  database = await testDatabase()
  deps = {
    ...bureauDeps(database),
    ...{ typesetter: createTypesetter(), portalUrl: 'https://kiesloket.example' },
  }
  election = await aLocalElection(database, firstMunicipality)
  await adopted(deps, election, [aPollingBureau(7, 3)])
  const [bureau] = await database.inScope(staffOf(election.municipalityId), (db) => keptBureaus(db, election))
  bureauId = bureau!.bureauId
  const stayedAway = async (n: number) => {
    const memberId = await aMember(deps, election, n)
    return afterPollingDay(deps, { election, seatId: bureau!.seats[n]!.seatId, memberId })
  }
  excused = await stayedAway(1)
  other = await stayedAway(2)
  deps.clock.moveTo('2030-10-14T08:00:00Z')
  expectOk(await reportAbsences(deps, { election, bureauId, by: 'clerk' }))
  await fileGoesTo('justice-of-the-peace')
})
afterAll(() => database.close())

async function fileGoesTo(addressee: Addressee, version = 1): Promise<void> {
  const how = { means: 'sealed-envelope', sentOn: deps.clock.now().toISOString().slice(0, 10) } as const
  expectOk(await noteSending(deps, { election, bureauId, version, addressee, ...how, by: 'clerk' }))
}
const make = (assignmentId: AssignmentId, addressee: Addressee = 'justice-of-the-peace') =>
  makeWithdrawal(deps, { election, bureauId, assignmentId, addressee, by: 'clerk' })
const note = (some: Partial<WithdrawalSending> = {}) =>
  noteWithdrawal(deps, {
    ...{ election, assignmentId: excused, addressee: 'justice-of-the-peace', means: 'registered' },
    ...{ sentOn: '2030-10-16', by: 'clerk', ...some },
  })
const shown = async () => (await showAbsences(deps, { election, number: '7', by: 'clerk' }))!
const steps = async () =>
  (await shown()).withdrawals.map(({ addressee, letter, isToldByFile }) => [
    ...[addressee, letter?.sentOn ?? (letter ? 'made' : 'none'), isToldByFile],
  ])
const pdf = async (addressee: Addressee) =>
  openWithdrawal(deps, { election, assignmentId: excused, addressee, by: 'clerk' })

test('nothing is taken back of whom no reason was taken', async () => {
  expect(await make(excused)).toMatchObject({ because: 'nothing-to-withdraw' })
  expect(await steps()).toEqual([])
})

test('once the reason is taken each who has the file has to hear it, and nobody else', async () => {
  deps.clock.moveTo('2030-10-16T08:00:00Z')
  const decidedBy = 'de vrederechter van het kanton Zonnedorp'
  const magistrate = { by: 'magistrate', authority: 'magistrate', reason: 'Attest', decidedBy } as const
  expectOk(await acceptAfter(deps, { election, assignmentId: excused, ...magistrate }))
  expect(await steps()).toEqual([['justice-of-the-peace', 'none', false]])
  expect(await make(excused, 'public-prosecutor')).toMatchObject({ because: 'has-no-file' })
  expect(await make(other)).toMatchObject({ because: 'nothing-to-withdraw' })
  await fileGoesTo('public-prosecutor')
  expect((await steps()).map(([addressee]) => addressee)).toEqual([
    'justice-of-the-peace',
    'public-prosecutor',
  ])
})

test('the letter says who, which file and when, and not why', async () => {
  expect(await pdf('justice-of-the-peace')).toMatchObject({ because: 'no-such-withdrawal' })
  expectOk(await make(excused))
  const opened = expectOk(await pdf('justice-of-the-peace'))
  const { pages } = await readPdf(opened.pdf)
  const text = pages
    .map((page) => page.text)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
  for (const said of [
    'Intrekking van een melding',
    'Aan de vrederechter.',
    'dossier 1 van stembureau 7',
    '14 oktober 2030',
    'aanvaard, op woensdag 16 oktober 2030',
    'Lotte Peeters 1',
    'Kerkstraat 1',
    'Wat gemeld was: afwezig',
    'verandert er niets',
  ])
    expect(text).toContain(said)
  for (const unsaid of ['Attest', 'Peeters 2', '8061']) expect(text).not.toContain(unsaid)
  expect(Buffer.from(expectOk(await pdf('justice-of-the-peace')).pdf)).toEqual(Buffer.from(opened.pdf))
})

test('it is noted as sent once, on a day that can be, and never made again after that', async () => {
  expect(await note({ addressee: 'public-prosecutor' })).toMatchObject({ because: 'no-such-withdrawal' })
  expect(await note({ means: 'pigeon' as never })).toMatchObject({ because: 'no-such-means' })
  expect(await note({ sentOn: '2030-10-15' })).toMatchObject({ because: 'before-made' })
  expect(await note({ sentOn: '2030-10-17' })).toMatchObject({ because: 'day-to-come' })
  expectOk(await make(excused))
  expectOk(await note())
  expect(await note()).toMatchObject({ because: 'already-sent' })
  expect(await make(excused)).toMatchObject({ because: 'already-sent' })
  expect(await steps()).toEqual([
    ['justice-of-the-peace', '2030-10-16', false],
    ['public-prosecutor', 'none', false],
  ])
})

test('who was told by letter need not hear it by a file; who got a later file needs no letter', async () => {
  const { route } = await shown()
  expect(route.map(({ added, gone }) => [added.length, gone.length])).toEqual([
    [0, 0],
    [1, 1],
  ])
  expectOk(await reportAbsences(deps, { election, bureauId, by: 'clerk' }))
  await fileGoesTo('justice-of-the-peace', 2)
  await fileGoesTo('public-prosecutor', 2)
  expect(await steps()).toEqual([['justice-of-the-peace', '2030-10-16', true]])
})
