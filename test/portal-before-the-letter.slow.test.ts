import { afterAll, beforeAll, expect, test } from 'vitest'
import { electionWithClosedList, releaseAll } from '../src/desk/duplicates/testing.ts'
import { aDeskTrial, type DeskTrial } from '../src/desk/testing.ts'
import { type Election, getSection } from '../src/elections/index.ts'
import { amendList } from '../src/letters/index.ts'
import { longDate } from '../src/platform/dates.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { languages } from '../src/platform/language.ts'
import { texts } from '../src/portal/awaited/texts.ts'
import { paths } from '../src/portal/paths.ts'
import { createWeb } from '../src/server.ts'
import { currentList, getVoter, type SealedVoter } from '../src/voters/index.ts'
import { aCitizen, browserOf } from './citizen.ts'
import { expectOk } from './expect-ok.ts'
import { htmlFaults } from './html-faults.ts'

/** Who is on a closed list reads for which election, where and when, and that the letter comes later. */

let trial: DeskTrial
let election: Election
let at: { election: string }

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  election = await electionWithClosedList(trial, 20)
  at = { election: election.electionId }
})
afterAll(() => trial.close())

async function voterOf(voterId: SealedVoter['voterId']) {
  const { municipalityId, electionId } = election
  return trial.database.inScope(staffOf(trial.here), async (db) => {
    const { listId } = (await currentList(db, municipalityId, electionId))!
    const voter = (await getVoter(db, municipalityId, electionId, listId, voterId))!
    const section = (await getSection(db, municipalityId, electionId, voter.section))!
    return { voter, place: section.place.name }
  })
}

const { first } = texts.nl

test('before anything is released the election stands there, with where and when', async () => {
  const citizen = await aCitizen(trial, election, 1)
  const { place } = await voterOf(citizen.voterId)
  for (const address of [paths.elections(), paths.election(at), paths.pollingDesk(at)]) {
    const { status, text } = await citizen.get(address)
    expect(status, address).toBe(200)
    expect(text, address).toContain(first.title)
    expect(text, address).toContain(place)
    expect(text, address).not.toContain('Je hebt hier nu geen kiesbrief')
    expect(text, address).not.toContain('oude brief')
    expect(await htmlFaults(text), address).toEqual([])
  }
  expect((await citizen.get(paths.elections())).text).toContain(longDate(election.pollingDay, 'nl'))
  for (const language of languages)
    expect((await citizen.get(`${paths.elections()}?taal=${language}`)).text).toContain(
      texts[language].first.title,
    )
})

test('there is no letter to read and none to make a duplicate of, and the page says that it comes', async () => {
  const citizen = await aCitizen(trial, election, 2)
  for (const address of [paths.readLetter(at), paths.duplicate(at)]) {
    const { status, text } = await citizen.get(address)
    expect(status, address).toBe(404)
    expect(text, address).toContain(first.noDuplicate)
  }
})

test('who is struck, or on no list, reads that there is nothing here', async () => {
  const citizen = await aCitizen(trial, election, 3)
  const { voter } = await voterOf(citizen.voterId)
  const decision = { row: 1, source: '5', decidedOn: '2029-04-30', ground: 'deceased' } as const
  const of = { listNumber: 3, currentLastName: voter.lastName }
  const mutation = { kind: 'strike', ...decision, ...of } as const
  expectOk(await amendList(trial.deps, { election, mutations: [mutation], by: 'test' }))
  for (const one of [citizen, await browserOf(trial.deps, '85610100147')]) {
    expect((await one.get(paths.elections())).text).toContain('Je hebt hier nu geen kiesbrief')
    expect((await one.get(paths.election(at))).status).toBe(404)
  }
})

test('once it is released it is the letter', async () => {
  await releaseAll(trial, election)
  const citizen = await aCitizen(trial, election, 1)
  const { text } = await citizen.get(paths.elections())
  expect(text).not.toContain(first.title)
  expect((await citizen.get(paths.readLetter(at))).status).toBe(200)
})
