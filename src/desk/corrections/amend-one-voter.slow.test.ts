import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Election } from '../../elections/index.ts'
import { latestAuditEvents } from '../../platform/audit.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { createWeb } from '../../server.ts'
import { releasedElection } from '../duplicates/testing.ts'
import { paths } from '../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../testing.ts'

/** One voter of a closed list is struck, corrected and added in the desk, after the letters were released. */

let trial: DeskTrial
let election: Election
let clerk: Visitor
const decision = { ground: 'college-decision', decided_on: '30/04/2029', source: 'college 2029/5' }

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  election = await releasedElection(trial, 30)
  clerk = await trial.visitor('medewerker')
})
afterAll(() => trial.close())

const at = () => ({ election: election.code })

interface Row {
  readonly voterId: string
  readonly lastName: string
  readonly state: string
  readonly letter: string
  readonly delivery: string | null
}

async function voterOf(listNumber: number): Promise<Row> {
  const { rows } = await trial.database.inScope(staffOf(trial.here), (db) =>
    sql<Row>`
      select v.voter_id as "voterId", v.last_name as "lastName", v.state, l.state as letter, d.state as delivery
      from voters.voter v
      left join letters.letter l on l.voter_id = v.voter_id and l.election_id = ${election.electionId}
      left join delivery.delivery d on d.document_id = l.letter_id
      where v.election_id = ${election.electionId} and v.list_number = ${listNumber}`.execute(db),
  )
  return rows[0]!
}

async function whoIs(listNumber: number) {
  return { kiezer: (await voterOf(listNumber)).voterId, reden: 'Melding of beslissing' }
}

/** What the page before the deed says, and the fields of its button. */
async function look(address: string, fields: Readonly<Record<string, string>>) {
  const answer = await clerk.post(address, { ...fields, stap: 'kijk' })
  const text = await answer.text()
  const [, seen] = /name="gezien" value="(\w+)"/.exec(text) ?? []
  return { text, fields: { ...fields, gezien: seen ?? '' } }
}

async function events(most: number): Promise<string[]> {
  const found = await trial.database.inScope(staffOf(trial.here), (db) =>
    latestAuditEvents(db, trial.here, most),
  )
  return found.map(({ action }) => action)
}

test('the page of a voter leads to what may be amended, for who has the right to', async () => {
  const shown = await (await clerk.post(paths.voter(at()), await whoIs(1))).text()
  expect(shown).toContain(paths.voterStrike(at()))
  const counter = await trial.visitor('loket')
  expect(await (await counter.post(paths.voter(at()), await whoIs(1))).text()).not.toContain(
    paths.voterStrike(at()),
  )
  expect((await counter.post(paths.voterStrike(at()), await whoIs(1))).status).toBe(403)
})

test('a strike says first what it does to the letter, and what is missing', async () => {
  const strike = paths.voterStrike(at())
  const empty = await look(strike, await whoIs(1))
  for (const name of ['ground', 'decided_on', 'source']) expect(empty.text).toContain(`href="#${name}"`)
  expect(empty.text, 'a list of faults names its fields').toMatch(
    /href="#source">Vul “Verwijzing naar het stuk” in\./,
  )
  const { text, fields } = await look(strike, { ...(await whoIs(1)), ...decision, ground: 'deceased' })
  expect(text).toContain('vertrekt niet meer')
  expect((await voterOf(1)).state, 'looking changes nothing').toBe('enrolled')
  const done = await clerk.post(paths.voterStrikeNow(at()), fields)
  expect(done.headers.get('Location')).toContain('voter-struck')
  expect(await voterOf(1)).toMatchObject({ state: 'struck', letter: 'withdrawn', delivery: 'cancelled' })
  expect(await events(6)).toEqual(
    expect.arrayContaining(['voters.struck', 'letters.withdrawn', 'voters.opened']),
  )
  const again = await (await clerk.post(paths.voterStrikeNow(at()), fields)).text()
  expect(again).toContain('al geschrapt')
  expect(again, 'told at a field that is there').toContain('href="#ground"')
})

test('a letter that left between the look and the deed is looked at again', async () => {
  const asked = { ...(await whoIs(2)), ...decision, ground: 'deceased' }
  const { fields } = await look(paths.voterStrike(at()), asked)
  await trial.database.inScope(staffOf(trial.here), (db) =>
    sql`update delivery.delivery d set state = 'delivered' from letters.letter l
        where l.letter_id = d.document_id and l.list_number = 2`.execute(db),
  )
  const changed = await clerk.post(paths.voterStrikeNow(at()), fields)
  expect(changed.status).toBe(409)
  const text = await changed.text()
  expect(text).toContain('Er is niets gedaan')
  expect(text).toContain('zit al in de e-Box')
  expect((await voterOf(2)).state).toBe('enrolled')
  const [, seen] = /name="gezien" value="(\w+)"/.exec(text)!
  const done = await clerk.post(paths.voterStrikeNow(at()), { ...fields, gezien: seen! })
  expect(done.headers.get('Location')).toContain('voter-struck-sent')
  expect(await voterOf(2)).toMatchObject({ state: 'struck', letter: 'withdrawn', delivery: 'delivered' })
})

test('a correction takes back the letter that says otherwise, and leaves one that says the same', async () => {
  const correct = paths.voterCorrect(at())
  const nothing = await look(correct, { ...(await whoIs(3)), ...decision })
  expect(nothing.text).toContain('Er is niets veranderd')
  const born = await look(correct, { ...(await whoIs(3)), ...decision, birth_date: '17/05/1980' })
  expect(born.text).toContain('De brief blijft geldig')
  const renamed = await look(correct, { ...(await whoIs(3)), ...decision, last_name: 'Zonnebloem' })
  expect(renamed.text).toContain((await voterOf(3)).lastName)
  expect(renamed.text).toContain('Zonnebloem')
  const done = await clerk.post(paths.voterCorrectNow(at()), renamed.fields)
  expect(done.headers.get('Location')).toMatch(/voter-corrected$/)
  expect(await voterOf(3)).toMatchObject({ lastName: 'Zonnebloem', letter: 'withdrawn' })
})

test('somebody comes on the list after a decision, and only once', async () => {
  const typed = {
    ...{ ...decision, national_number: testNumber(), last_name: 'Claes', first_names: 'Ann' },
    ...{ category: 'BELGIAN', section: '1', street: 'Molenhof', house_number: '7', postcode: '9999' },
    city: 'Zonnedorp',
  }
  const wrong = await look(paths.voterAdd(at()), { ...typed, national_number: '1' })
  expect(wrong.text).toContain('href="#national_number"')
  const { text, fields } = await look(paths.voterAdd(at()), typed)
  expect(text).toContain('Er komt een brief voor deze kiezer')
  const done = await clerk.post(paths.voterAddNow(at()), fields)
  expect(done.headers.get('Location')).toContain('voter-added')
  expect(await voterOf(31)).toMatchObject({ state: 'added', lastName: 'Claes', letter: null })
  expect(await events(3)).toContain('voters.added')
  expect((await look(paths.voterAdd(at()), fields)).text).toContain('staat al op de lijst')
})

/** A number that no invented voter of the list has. */
function testNumber(): string {
  const first = '800512'.replace('05', '65')
  const body = `${first}998`
  return `${body}${String(97 - (Number(body) % 97)).padStart(2, '0')}`
}
