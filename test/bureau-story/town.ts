import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { listAFile } from '../../dev/demo/bureaus/list-a-file.ts'
import { placesCsv } from '../../dev/demo/places.ts'
import { generateVoters } from '../../dev/demo/voters-generator.ts'
import { grantAuthority } from '../../src/bureaus/index.ts'
import type { DeskTrial } from '../../src/desk/testing.ts'
import { addElection, type Election, importPlaces, votingCategories } from '../../src/elections/index.ts'
import { acceptList, closeList, importVoters } from '../../src/voters/index.ts'
import { sourceOf } from '../../src/voters/testing.ts'
import { expectOk } from '../expect-ok.ts'

/** A town for which the law asks forty bureaus: 24 where one votes on paper, 16 where is counted. */

const by = 'test'
const sections = Array.from({ length: 24 }, (_, index) => index + 1)
const votersEach = 50
const court = { enterpriseNumber: '1999000744', name: 'Vredegerecht', kind: 'COURT' } as const

export interface StoryTown {
  readonly election: Election
  /** What institutes and employers sent. */
  readonly listA: string
}

/** A closed voters list and a court that decides: the bureaus begin from here. */
export async function storyTown({ deps, here: municipalityId }: DeskTrial): Promise<StoryTown> {
  const file = new URL('../../dev/demo/election-2030.json', import.meta.url)
  const document = { ...JSON.parse(await readFile(file, 'utf8')), votingMode: 'PAPER' }
  const { election } = expectOk(await addElection(deps, { municipalityId, document, by }))
  expectOk(await grantAuthority(deps, { election, authority: court, by }))
  const where = { postcode: '9999', city: 'Zonnedorp' }
  const places = Readable.from([Buffer.from(placesCsv(sections, where.postcode, where.city))])
  expectOk(await importPlaces(deps, { election, stream: places, by }))
  const { pollingDay } = election
  const people = { seed: 40, voters: sections.length * votersEach, sections, pollingDay, ...where }
  const voters = await buffer(generateVoters({ ...people, categories: votingCategories(election) }))
  expectOk(await importVoters(deps, { election, source: sourceOf(voters), by }))
  expectOk(await acceptList(deps, { election, by }))
  expectOk(await closeList(deps, { election, by }))
  return { election, listA: listAFile(voters) }
}
