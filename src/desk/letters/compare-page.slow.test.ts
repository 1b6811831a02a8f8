import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectOk } from '../../../test/expect-ok.ts'
import { readPng } from '../../../test/png.ts'
import { type Election, editPlace, fieldsOfPlace, getSections } from '../../elections/index.ts'
import { composeLetters, takeSample, withdrawOutdatedLetters } from '../../letters/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { createWeb } from '../../server.ts'
import { releasedElection } from '../duplicates/testing.ts'
import { paths } from '../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../testing.ts'
import { sides } from './compared-letters.tsx'

/** A building got another street after the release: the new letter of the proof beside the voter's own of before. */

let trial: DeskTrial
let election: Election
let clerk: Visitor

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  election = await releasedElection(trial, 12)
  clerk = await trial.visitor(['medewerker', 'vrijgever'])
  const { municipalityId, electionId } = election
  const sections = await trial.database.inScope(staffOf(municipalityId), (db) =>
    getSections(db, municipalityId, electionId),
  )
  for (const { place } of new Map(sections.map((one) => [one.place.code, one])).values()) {
    const before = fieldsOfPlace(place)
    const after = { ...before, street: 'Langedijkstraat-met-een-lange-naam' }
    expectOk(await editPlace(trial.deps, { election, code: place.code, before, after, by: 'test' }))
  }
  const deps = { ...trial.deps, portalUrl: 'https://kiesloket.example' }
  expectOk(await withdrawOutdatedLetters(deps, { election, reason: 'test', by: 'test', alsoReleased: true }))
  expectOk(await composeLetters(deps, { election, by: 'test' }))
  expectOk(await takeSample(deps, { election, by: 'test' }))
})
afterAll(() => trial.close())

const at = () => ({ election: election.code, place: 1 })
const read = async (address: string) => {
  const answer = await clerk.get(address)
  expect(answer.status).toBe(200)
  return answer
}

test('the page says whose letter the one before is, and names the words that are other, and only those', async () => {
  const letter = await (await read(paths.proofLetter(at()))).text()
  expect(letter).toContain('Vergelijk met de vorige brief van deze kiezer')
  const page = await (await read(paths.comparison(at()))).text()
  expect(page).toContain('de eigen brief van deze kiezer, zoals die vrijgegeven werd op')
  expect(page).toMatch(/<ins>Langedijkstraat-met-een-lange-naam<\/ins>/)
  const added = [...page.matchAll(/<ins>(.*?)<\/ins>/g)].map(([, words]) => words!)
  expect(
    added.filter((words) => !/^(Langedijk|Deze brief vervangt|Vervangt|verbeterde|VERBETERD)/i.test(words)),
  ).toEqual([])
})

test('both pictures mark what is other, each in its own letter; what only shifted is not marked', async () => {
  const marked = async (side: string, page: number) => {
    const answer = await read(paths.comparisonPicture({ ...at(), side, page }))
    const { rgb } = readPng(Buffer.from(await answer.arrayBuffer()))
    let yellow = 0
    for (let dot = 0; dot < rgb.length; dot += 3) if (rgb[dot]! > 250 && rgb[dot + 2]! < 60) yellow++
    return yellow / (rgb.length / 3)
  }
  expect(await marked(sides.earlier, 1)).toBeGreaterThan(0.0005)
  expect(await marked(sides.now, 1)).toBeGreaterThan(0.0005)
  for (const side of Object.values(sides))
    for (const page of [1, 2]) expect(await marked(side, page), `${side} ${page}`).toBeLessThan(0.05)
  expect((await clerk.get(paths.comparisonPicture({ ...at(), side: sides.now, page: 3 }))).status).toBe(404)
})
