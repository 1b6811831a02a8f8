import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectOk } from '../../../test/expect-ok.ts'
import { type Election, editPlace, fieldsOfPlace, getSections } from '../../elections/index.ts'
import { composeLetters, sectionsWithReleased, withdrawOutdatedLetters } from '../../letters/index.ts'
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
  const counter = await atTheCounter(voter.voterId)
  expect(counter).toContain('Stuur deze kiezer niet weg')
  expect(counter, 'no duplicate of a letter with the wrong door').not.toContain('Duplicaat afdrukken')
  const asked = { kiezer: voter.voterId, identiteit: 'identity-card', reden: 'not-received', hoe: 'print' }
  const given = await clerk.post(paths.issueDuplicate({ election: election.code }), asked)
  expect(given.status).toBe(422)
  expect(await given.text()).toContain('noemt een ander stemlokaal dan nu geldt')

  const slip = await clerk.get(paths.whereToVote({ election: election.code, section: voter.section }))
  const words = await slip.text()
  expect(slip.status).toBe(200)
  expect(words).toContain('Dit is geen kiesbrief en geen duplicaat.')
  expect(words).toContain('Nieuwstraat')
  expect((await clerk.get(paths.whereToVote({ election: election.code, section: 9999 }))).status).toBe(404)
})

test('a room that changes after the release leads to the corrections', async () => {
  const { municipalityId, electionId } = election
  const sections = await trial.database.inScope(staffOf(municipalityId), (db) =>
    getSections(db, municipalityId, electionId),
  )
  const released = await trial.database.inScope(staffOf(municipalityId), (db) =>
    sectionsWithReleased(db, municipalityId, electionId),
  )
  const { section, room, place } = sections.find((one) => released.includes(one.section))!
  const address = paths.room({ election: election.code, section })
  expect(await (await clerk.get(address)).text()).toContain('Na het bewaren komt u bij de verbeteringen')
  const now = { 'before-room': room, 'before-place_code': place.code, 'before-size_leave': '' }
  const answer = await clerk.post(address, { ...now, room: 'Zolder', place_code: place.code, size_leave: '' })
  expect(answer.headers.get('Location')).toContain(paths.corrections({ election: election.code }))
  expect(await (await clerk.get(answer.headers.get('Location')!)).text()).toContain('nog het oude')
})

test('while the new letter is made and not released, the counter says so and still says where to vote', async () => {
  const { municipalityId, electionId } = election
  const voter = await trial.database.inScope(staffOf(municipalityId), async (db) => {
    const [section] = await getSections(db, municipalityId, electionId)
    const { listId } = (await currentList(db, municipalityId, electionId))!
    const [one] = await votersOfSection(db, municipalityId, electionId, listId, section!.section, 0, 1)
    return one!
  })
  const reason = 'het lokaal verhuist'
  expectOk(await withdrawOutdatedLetters(trial.deps, { election, reason, by: 'test', alsoReleased: true }))
  expect(await atTheCounter(voter.voterId)).toContain('De nieuwe is nog niet opgemaakt')
  expectOk(await composeLetters({ ...trial.deps, portalUrl: 'http://localhost' }, { election, by: 'test' }))
  const html = await atTheCounter(voter.voterId)
  expect(html).toContain('De nieuwe is opgemaakt en wacht op vrijgave')
  expect(html).toContain(paths.whereToVote({ election: election.code, section: voter.section }))
  expect(html).not.toContain('Duplicaat afdrukken')
})
