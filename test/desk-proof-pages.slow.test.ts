import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../src/desk/testing.ts'
import { composeLetters, takeSample } from '../src/letters/index.ts'
import { closedList } from '../src/letters/testing.ts'
import { createWeb } from '../src/server.ts'
import { expectOk } from './expect-ok.ts'

/** The letters of a proof are listed a hundred at a time, and none is listed twice or left out. */

let trial: DeskTrial
let clerk: Visitor
let sampled: number

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  const { deps, election } = trial
  await closedList(deps, election, 9000, 1)
  expectOk(await composeLetters({ ...deps, portalUrl: 'http://localhost' }, { election, by: 'test' }))
  expectOk(await takeSample(deps, { election, by: 'test' }))
  clerk = await trial.visitor('medewerker')
  const page = await pageAt(paths.proof({ election: election.code }))
  sampled = Number(/van de (\d+)\.<\/p>/.exec(page.text)?.[1])
})
afterAll(() => trial?.close())

/** The places of the letters on a page, and where the next one is. */
async function pageAt(address: string) {
  const text = await (await clerk.get(address)).text()
  const places = [...text.matchAll(/<\/span>(\d+)<\/a><\/th>/g)].map(([, place]) => Number(place))
  return { places, next: /href="([^"]+)#brieven" rel="next"/.exec(text)?.[1], text }
}

test('each letter stands on one of the pages', async () => {
  expect(sampled).toBeGreaterThan(100)
  const all: number[] = []
  for (let next: string | undefined = paths.proof({ election: trial.election.code }); next; ) {
    const page = await pageAt(next)
    expect(page.places.length).toBeLessThanOrEqual(100)
    expect(page.text.includes('Terug naar de eerste rijen')).toBe(all.length > 0)
    all.push(...page.places)
    next = page.next
  }
  expect(all).toEqual(Array.from({ length: sampled }, (_, at) => at + 1))
})

test.each(['0', '-1', 'x', '1e2', '99999999999', '999999'])(
  'after “%s” it begins at the first',
  async (na) => {
    const { places } = await pageAt(`${paths.proof({ election: trial.election.code })}?na=${na}`)
    expect(places[0]).toBe(1)
  },
)
