import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { filesFolder } from '../../dev/demo/demo-data.ts'
import { expectOk } from '../../dev/demo/expect-ok.ts'
import { placesCsv } from '../../dev/demo/places.ts'
import { generateVoters } from '../../dev/demo/voters-generator.ts'
import type { App } from '../../src/app.ts'
import { importList } from '../../src/commands/import-list.ts'
import { addElection, type Election, importPlaces, votingCategories } from '../../src/elections/index.ts'
import { addMunicipality } from '../../src/municipalities/index.ts'
import { acceptList, closeList } from '../../src/voters/index.ts'
import { municipalitySizes } from '../municipalities.ts'

/** A municipality of the measurement, with a closed voters list. */
export interface BenchTown {
  readonly election: Election
  readonly sections: number
  readonly votersFile: string
}

const by = 'bench'
/** Enough for list B, for who replaces them and for a list A; a real section has some hundreds, of whom no bureau ever hears. */
const votersEach = 60
const demoFolder = join(import.meta.dirname, '../../dev/demo')

/**
 * How many sections each municipality has, the largest first, so that together they need about so many bureaus (three to five: counting
 * bureaus come on top). The 285 municipalities of Flanders need 8,000; fewer bureaus are those of fewer municipalities of the same sizes.
 */
export function sectionsOfTowns(bureaus: number): number[] {
  const all = municipalitySizes(1)
  const count = Math.max(1, Math.round((all.length * bureaus) / 8000))
  const sizes = Array.from({ length: count }, (_, n) => all[Math.floor(((n + 0.5) * all.length) / count)]!)
  const sum = sizes.reduce((one, other) => one + other, 0)
  return sizes.map((size) => Math.max(3, Math.round((size / sum) * bureaus * 0.6)))
}

/** The n-th municipality of an installation: nobody's numbers. */
export async function benchTown(app: App, n: number, sections: number): Promise<BenchTown> {
  const file = await readFile(join(demoFolder, 'municipality-sterrendorp.json'), 'utf8')
  const [name, slug] = [`Meetdorp ${n}`, `meetdorp-${n}`]
  const eight = 19_980_000 + n
  const enterpriseNumber = `${eight}${String(97 - (eight % 97)).padStart(2, '0')}`
  const town = { ...JSON.parse(file), name, slug, nisCode: String(95_000 + n), enterpriseNumber }
  const { municipalityId, settings } = expectOk(name, await addMunicipality(app, { document: town, by }))
  const local = JSON.parse(await readFile(join(demoFolder, 'election-2030.json'), 'utf8'))
  const document = { ...local, votingMode: 'PAPER', canton: name }
  const { election } = expectOk('its election', await addElection(app, { municipalityId, document, by }))
  const { postcode, city } = settings.contact.address
  const numbers = Array.from({ length: sections }, (_, index) => index + 1)
  const places = Readable.from([Buffer.from(placesCsv(numbers, postcode, city))])
  expectOk('its places', await importPlaces(app, { election, stream: places, by }))
  const votersFile = join(await filesFolder(app), `voters-bench-${n}.csv`)
  const { pollingDay } = election
  const facts = { seed: n, voters: sections * votersEach, sections: numbers, pollingDay, postcode, city }
  await writeFile(votersFile, generateVoters({ ...facts, categories: votingCategories(election) }))
  expectOk('its voters list', await importList(app, election, votersFile))
  expectOk('the acceptance', await acceptList(app, { election, by }))
  expectOk('the close', await closeList(app, { election, by }))
  return { election, sections, votersFile }
}
