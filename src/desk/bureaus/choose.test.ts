import { afterAll, beforeAll, expect, test } from 'vitest'
import { htmlFaults } from '../../../test/html-faults.ts'
import {
  designateAll,
  grantAuthority,
  keptBureaus,
  proposeByHand,
  proposeMember,
} from '../../bureaus/index.ts'
import {
  adopted,
  aMember,
  aPollingBureau,
  aProposal,
  candidatesAre,
  withSections,
  withVoters,
} from '../../bureaus/testing.ts'
import { addElection, type Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { SeatId } from '../../platform/ids.ts'
import type { NationalNumber } from '../../platform/national-number.ts'
import { createWeb } from '../../server.ts'
import { testNumber } from '../../voters/testing.ts'
import { paths } from '../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../testing.ts'
import { texts } from './choose-texts.nl.ts'
import { proposeTexts } from './propose-texts.nl.ts'
import { texts as bureauTexts } from './texts.nl.ts'

/** Seats that a chair fills: of the main bureau by itself, of other bureaus as the chair told the clerk, and by no magistrate. */

let trial: DeskTrial
let election: Election
let chair: Visitor
let clerk: Visitor
const organisation = { enterpriseNumber: '1999000744', name: 'Hoofdbureau', kind: 'MUNICIPAL_MAIN' } as const

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  const document = {
    ...{ code: 'lokaal', name: 'Lokale verkiezingen', rulesetId: 'lpkd-2030' },
    ...{ pollingDay: '2030-10-13', votingMode: 'PAPER' },
  }
  const facts = { municipalityId: trial.here, document, by: 'test', besideOthers: true }
  const added = await addElection(trial.deps, facts)
  if (!added.ok) throw new Error(JSON.stringify(added))
  election = added.election
  await withSections(trial.database, election, [1])
  await withVoters(trial.deps, election, 4)
  await candidatesAre(trial.deps, election, 2)
  const main = {
    ...({ kind: 'MAIN', code: 'MAIN_MUNICIPAL', number: 'HG', votingMode: 'PAPER' } as const),
    seats: { CHAIR: 1, ASSESSOR: 2 },
  }
  const polling = { ...aPollingBureau(1), seats: { CHAIR: 1, SECRETARY: 1 } }
  await adopted(trial.deps, election, [polling, main])
  chair = await trial.visitor('magistraat')
  clerk = await trial.visitor('stembureaus')
  await grantAuthority(trial.deps, { election, authority: organisation, by: 'test' })
})
afterAll(() => trial.close())

async function seatOf(number: string, role: string, at = 0): Promise<SeatId> {
  const kept = await trial.database.inScope(staffOf(trial.here), (db) => keptBureaus(db, election))
  return kept.find((one) => one.number === number)!.seats.filter((seat) => seat.role === role)[at]!.seatId
}
const page = async (number: string, role: string, at = 0) =>
  paths.chooseForSeat({ election: election.code, number, seat: await seatOf(number, role, at) })
const read = async (visitor: Visitor, number: string) =>
  (await visitor.get(paths.bureau({ election: election.code, number }))).text()

test('the main bureau names a voter for a seat that its chair picks, who is designated at once', async () => {
  const address = await page('HG', 'ASSESSOR')
  expect(await read(chair, 'HG')).toContain(address)
  const form = await (await chair.get(address)).text()
  expect(form).toContain(texts.own)
  expect(await htmlFaults(form)).toEqual([])
  for (const [fields, said] of [
    [{}, texts.missing.listNumber],
    [{ lijstnummer: '99', familienaam: 'Peeters' }, 'staat niemand'],
    [{ lijstnummer: '1', familienaam: 'Iemand Anders' }, 'van iemand anders'],
    [{ lijstnummer: '3', familienaam: 'Peeters' }, 'is kandidaat'],
  ] as const) {
    const answer = await chair.post(address, fields)
    expect([answer.status, (await answer.text()).includes(said)], said).toEqual([422, true])
  }
  expect((await chair.post(address, { lijstnummer: '1', familienaam: 'peeters' })).status).toBe(303)
  const bureau = await read(chair, 'HG')
  expect(bureau).toContain('Peeters')
  const timeline = /href="([^"]+)">[^<]*<span class="govuk-visually-hidden"> [^<]*Peeters/.exec(bureau)
  expect(timeline, 'and what was done stands in the timeline').not.toBeNull()
  expect(bureau).toContain(bureauTexts.states.DESIGNATED)
})

test('no seat of another bureau is for the main bureau, and none of its own for the municipality or a magistrate', async () => {
  expect((await chair.get(await page('HG', 'CHAIR'))).status).toBe(404)
  expect((await chair.get(await page('1', 'SECRETARY'))).status).toBe(404)
  expect((await clerk.get(await page('HG', 'ASSESSOR', 1))).status).toBe(404)
  await grantAuthority(trial.deps, { election, authority: { ...organisation, kind: 'COURT' }, by: 'test' })
  expect((await chair.get(await page('HG', 'ASSESSOR', 1))).status).toBe(403)
})

test('what a chair told is written down by the clerk, and a magistrate signs for no such seat', async () => {
  const seatId = await seatOf('1', 'SECRETARY')
  const address = await page('1', 'SECRETARY')
  expect(await read(clerk, '1')).toContain(address)
  expect((await clerk.post(address, { lijstnummer: '2', familienaam: 'Peeters' })).status).toBe(303)
  const again = await clerk.post(address, { lijstnummer: '2', familienaam: 'Peeters' })
  expect(again.status, 'taken').toBe(422)
  const memberId = await aMember(trial.deps, election, 40)
  await expect(aProposal(trial.deps, { election, seatId, memberId })).rejects.toThrow('seat-taken')
  const other = await seatOf('HG', 'ASSESSOR', 1)
  const assignmentId = await aProposal(trial.deps, { election, seatId: other, memberId })
  const act = { election, by: 'magistrate', authority: 'magistrate' } as const
  expect(await designateAll(trial.deps, { ...act, steps: [{ assignmentId }] })).toMatchObject({
    refused: [{ because: 'chosen-by-chair' }],
  })
})

test('nobody is proposed for such a seat: the page says who chooses, and leads there whom that is for', async () => {
  const proposing = async (number: string, role: string, at = 0) =>
    paths.proposeForSeat({ election: election.code, number, seat: await seatOf(number, role, at) })
  const { chairChooses, mainBureauChooses } = proposeTexts
  for (const [number, role, said, leads] of [
    ['1', 'SECRETARY', chairChooses, true],
    ['HG', 'ASSESSOR', mainBureauChooses, false],
  ] as const) {
    const address = await proposing(number, role, role === 'ASSESSOR' ? 1 : 0)
    const typed = { nummer: testNumber(1), familienaam: 'Peeters' }
    for (const answer of [await clerk.get(address), await clerk.post(address, typed)]) {
      const text = await answer.text()
      expect([answer.status, text.includes(said), text.includes('name="nummer"')]).toEqual([422, true, false])
      const way = await page(number, role, role === 'ASSESSOR' ? 1 : 0)
      expect(text.includes(`href="${way}"`), number).toBe(leads)
      expect(await htmlFaults(text)).toEqual([])
    }
  }
  const seat = await seatOf('HG', 'ASSESSOR', 1)
  const memberId = await aMember(trial.deps, election, 41)
  const facts = { election, seatId: seat, memberId, origin: 'OTHER', by: 'clerk' } as const
  for (const authority of ['municipality', 'magistrate'] as const)
    expect(await proposeMember(trial.deps, { ...facts, authority })).toMatchObject({
      because: 'chosen-by-chair',
    })
  const person = { nationalNumber: testNumber(1) as NationalNumber, lastName: 'Peeters', firstNames: '' }
  expect(await proposeByHand(trial.deps, { election, seatId: seat, person, by: 'clerk' })).toMatchObject({
    because: 'chosen-by-chair',
  })
  const chairSeat = await seatOf('HG', 'CHAIR')
  expect(await proposeMember(trial.deps, { ...facts, seatId: chairSeat, authority: 'chair' })).toMatchObject({
    because: 'not-in-your-power',
  })
})
