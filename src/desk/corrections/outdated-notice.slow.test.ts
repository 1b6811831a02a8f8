import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectOk } from '../../../test/expect-ok.ts'
import { type Election, editPlace, fieldsOfPlace, getSections } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { createWeb } from '../../server.ts'
import { currentList, votersOfSection } from '../../voters/index.ts'
import { releasedElection } from '../duplicates/testing.ts'
import { paths } from '../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../testing.ts'

/** A building gets another address when its letters are released: wherever one would go on with them, the page says so. */

let trial: DeskTrial
let election: Election
let clerk: Visitor

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  election = await releasedElection(trial, 20)
  clerk = await trial.visitor(['medewerker', 'loket'])
})
afterAll(() => trial.close())

const pages = [paths.election, paths.printFiles, paths.certificate]
const read = async (page: (typeof pages)[number]) => {
  const answer = await clerk.get(page({ election: election.code }))
  expect(answer.status).toBe(200)
  return answer.text()
}
const atTheCounter = async (voterId: string) =>
  (await clerk.post(paths.duplicateVoter({ election: election.code }), { kiezer: voterId })).text()

test('the overview, the print files, the certificate and the counter tell of letters that are wrong now', async () => {
  const { municipalityId, electionId } = election
  const { place, voter } = await trial.database.inScope(staffOf(municipalityId), async (db) => {
    const [section] = await getSections(db, municipalityId, electionId)
    const { listId } = (await currentList(db, municipalityId, electionId))!
    const [one] = await votersOfSection(db, municipalityId, electionId, listId, section!.section, 0, 1)
    return { place: section!.place, voter: one! }
  })
  for (const page of pages) expect(await read(page)).not.toContain('kloppen niet meer')
  expect(await atTheCounter(voter.voterId)).not.toContain('zegt iets anders dan wat nu geldt')

  const before = fieldsOfPlace(place)
  const after = { ...before, street: 'Nieuwstraat' }
  expectOk(await editPlace(trial.deps, { election, code: place.code, before, after, by: 'test' }))

  for (const page of pages) {
    const html = await read(page)
    expect(html, page.pattern).toContain('Vrijgegeven brieven kloppen niet meer.')
    expect(html).toContain(`href="${paths.corrections({ election: election.code })}"`)
  }
  expect(await read(paths.election)).not.toContain('Alles is gedaan')
  expect(await atTheCounter(voter.voterId)).toContain('zegt iets anders dan wat nu geldt')
})
