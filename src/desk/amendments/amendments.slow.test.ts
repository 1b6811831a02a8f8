import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Election } from '../../elections/index.ts'
import { latestAuditEvents } from '../../platform/audit.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { createWeb } from '../../server.ts'
import { findUpload, isBusy } from '../../voters/index.ts'
import { releasedElection } from '../duplicates/testing.ts'
import { paths } from '../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../testing.ts'

/** A file amends a closed list whose letters were released: looked through, decided on, carried out. */

let trial: DeskTrial
let election: Election
let clerk: Visitor
beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  election = await releasedElection(trial, 30)
  clerk = await trial.visitor('medewerker')
})
afterAll(() => trial.close())

const at = () => ({ election: election.code })
const header = 'kind;list_number;current_last_name;ground;decided_on;source;last_name;birth_date'

const inDatabase = <Row>(query: ReturnType<typeof sql<Row>>) =>
  trial.database.inScope(staffOf(trial.here), async (db) => (await query.execute(db)).rows)

async function nameOf(listNumber: number): Promise<string> {
  const [row] = await inDatabase<{ name: string }>(
    sql`select v.last_name as name from voters.voter v
        where v.election_id = ${election.electionId} and v.list_number = ${listNumber}`,
  )
  return row!.name
}

const strike = async (n: number) => `strike;${n};${await nameOf(n)};deceased;2029-04-30;akte 17;;`
const rename = async (n: number) =>
  `correct;${n};${await nameOf(n)};college-decision;2029-04-30;college 5;Zonnebloem;`
const birthday = async (n: number) =>
  `correct;${n};${await nameOf(n)};college-decision;2029-04-30;college 5;;1970-01-02`

/** Sends the file, and waits until it was looked through. */
async function send(rows: readonly string[]): Promise<string> {
  const answer = await clerk.upload(paths.amendByFile(at()), 'wijzigingen', [header, ...rows, ''].join('\n'))
  expect(answer.headers.get('Location')).toBe(paths.amendmentsProgress(at()))
  await settled()
  return (await clerk.get(paths.amendmentsReport(at()))).text()
}

const upload = () => findUpload(trial.deps, election, 'amendments')
const settled = () => expect.poll(async () => isBusy((await upload())!), { timeout: 60_000 }).toBe(false)
const seenOn = (page: string) => /name="gezien" value="(\w+)"/.exec(page)?.[1] ?? ''

async function states() {
  return inDatabase<{ n: number; voter: string; letter: string }>(
    sql`select v.list_number as n, v.state as voter, l.state as letter
        from voters.voter v join letters.letter l on l.voter_id = v.voter_id
        where v.election_id = ${election.electionId} and v.list_number < 5 order by 1`,
  )
}
const untouched = [1, 2, 3, 4].map((n) => ({ n, voter: 'enrolled', letter: 'released' }))

test('each faulty row is told with what to do, as a page and as a file, and nothing changes', async () => {
  const page = await send([await strike(1), 'strike;2;Iemandanders;deceased;2029-04-30;akte 17;;'])
  expect(page).toContain('Dit bestand kan niet uitgevoerd worden')
  expect(page).toContain('Familienaam zoals ze nu is (current_last_name)')
  expect(page).not.toContain('Iemandanders')
  const faults = await (await clerk.get(paths.amendmentsFindings(at()))).text()
  expect(faults.split('\r\n')[1]).toMatch(/^3;current_last_name;fout;another-name;/)
  expect(await states()).toEqual(untouched)
  expect(await send([])).toContain('In dit bestand staat geen enkele rij.')
})

test('a file without the right columns is refused with the names of those, and no rows are spoken of', async () => {
  const sent = await clerk.upload(
    paths.amendByFile(at()),
    'wijzigingen',
    'volgnummer;naam;grond\n1;Peeters;x\n',
  )
  expect(sent.headers.get('Location')).toBe(paths.amendmentsProgress(at()))
  await settled()
  const page = await (await clerk.get(paths.amendmentsReport(at()))).text()
  expect(page).toContain('Dit bestand kan niet gelezen worden')
  expect(page).toContain('Deze kolommen ontbreken: kind (wat er moet gebeuren: strike, correct of add)')
  expect(page).toContain('Op regel 1 staan wel: volgnummer, naam, grond.')
  expect(page).not.toContain('Goed om te weten')
  expect(page).not.toContain('Herstel de rijen hieronder')
})

test('what it will do is told first; it is done once the number of rows is typed, and not when something changed', async () => {
  const page = await send([await strike(1), await rename(2), await birthday(3)])
  expect(page).toMatch(/Vrijgegeven, niet vertrokken[^<]*<\/th><td[^>]*>2</)
  expect(page).toMatch(/staat niet op de brief[^<]*<\/th><td[^>]*>1</)
  expect(await states()).toEqual(untouched)

  const carryOut = (fields: Record<string, string>) => clerk.post(paths.amendmentsCarryOut(at()), fields)
  const wrong = await carryOut({ gezien: seenOn(page), aantal: '4' })
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('niet het aantal rijen')])
  expect((await carryOut({ gezien: 'x', aantal: '3' })).status).toBe(409)

  await inDatabase(sql`update delivery.delivery d set state = 'delivered' from letters.letter l
    where l.letter_id = d.document_id and l.list_number = 2 and l.election_id = ${election.electionId}`)
  expect((await carryOut({ gezien: seenOn(page), aantal: '3' })).status).toBe(303)
  await settled()
  const again = await (await clerk.get(paths.amendmentsReport(at()))).text()
  expect(again).toContain('Intussen is er iets veranderd')
  expect(await states()).toEqual(untouched)

  expect((await carryOut({ gezien: seenOn(again), aantal: '3' })).status).toBe(303)
  await settled()
  const done = await (await clerk.get(paths.amendmentsReport(at()))).text()
  expect(done).toContain('De wijzigingen zijn uitgevoerd')
  expect(await states()).toEqual([
    { n: 1, voter: 'struck', letter: 'withdrawn' },
    { n: 2, voter: 'enrolled', letter: 'withdrawn' },
    { n: 3, voter: 'enrolled', letter: 'released' },
    { n: 4, voter: 'enrolled', letter: 'released' },
  ])
  const events = await trial.database.inScope(staffOf(trial.here), (db) =>
    latestAuditEvents(db, trial.here, 9),
  )
  expect(events.find(({ action }) => action === 'voters.amended')?.details).toEqual({
    ...{ struck: 1, added: 0, corrected: 2, withdrawn: 2, sent: 1 },
  })
  const parts = await inDatabase(
    sql`select from voters.uploaded_part u where u.election_id = ${election.electionId}`,
  )
  expect(parts, 'the file is let go of').toEqual([])
  expect((await carryOut({ gezien: seenOn(again), aantal: '3' })).status, 'twice').toBe(409)
})
