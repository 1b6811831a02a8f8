import { readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { App } from '../../../src/app.ts'
import { grantAuthority } from '../../../src/bureaus/index.ts'
import { importList } from '../../../src/commands/import-list.ts'
import {
  addElection,
  type Election,
  findElection,
  importPlaces,
  votingCategories,
} from '../../../src/elections/index.ts'
import {
  addStaff,
  type MunicipalitySettings,
  type Staff,
  type StaffRight,
} from '../../../src/municipalities/index.ts'
import { staffOf } from '../../../src/platform/db/scope.ts'
import type { MunicipalityId } from '../../../src/platform/ids.ts'
import { acceptList, closeList } from '../../../src/voters/index.ts'
import { court, demoTown, filesFolder } from '../demo-data.ts'
import { expectOk } from '../expect-ok.ts'
import { placesCsv } from '../places.ts'
import { generateVoters } from '../voters-generator.ts'

/** A third invented municipality, whose bureaus are the point: 24 where one votes and 16 where is counted. */

const by = 'demo'
/** Who decides, as letters name it. */
export const magistrate = 'de vrederechter van het kanton Zonnedorp'
const file = 'municipality-sterrendorp.json'
const { name, enterpriseNumber } = JSON.parse(readFileSync(join(import.meta.dirname, '..', file), 'utf8'))

/** How the inbox calls this town: it sends on behalf, as any municipality may. */
export const bureausSender: Readonly<Record<string, string>> = { [enterpriseNumber]: `Gemeente ${name}` }

const sections = Array.from({ length: 24 }, (_, index) => index + 1)
const votersEach = 60

export interface BureausTown {
  readonly election: Election
  readonly settings: MunicipalitySettings
  /** Absent when the town is there already: what it shows is made once. */
  readonly votersFile?: string
}

export async function bureausTown(app: App): Promise<BureausTown> {
  const { municipalityId, settings } = await demoTown(app, file)
  const local = JSON.parse(await readFile(join(import.meta.dirname, '../election-2030.json'), 'utf8'))
  const document = { ...local, votingMode: 'PAPER', canton: 'Sterrendorp' }
  const known = await app.database.inScope(staffOf(municipalityId), (db) =>
    findElection(db, municipalityId, document.code),
  )
  if (known) return { election: known, settings }
  const added = expectOk('its election', await addElection(app, { municipalityId, document, by }))
  const { election } = added
  expectOk('its court', await grantAuthority(app, { election, authority: court, by }))
  return { election, settings, votersFile: await closedList(app, election, settings) }
}

async function closedList(app: App, election: Election, { contact }: MunicipalitySettings): Promise<string> {
  const { postcode, city } = contact.address
  const places = Readable.from([Buffer.from(placesCsv(sections, postcode, city))])
  expectOk('its places', await importPlaces(app, { election, stream: places, by }))
  const votersFile = join(await filesFolder(app), 'voters-sterrendorp.csv')
  const { pollingDay } = election
  const facts = { seed: 2030, voters: sections.length * votersEach, sections, pollingDay, postcode, city }
  await writeFile(votersFile, generateVoters({ ...facts, categories: votingCategories(election) }))
  expectOk('its voters list', await importList(app, election, votersFile))
  expectOk('the acceptance', await acceptList(app, { election, by }))
  expectOk('the close', await closeList(app, { election, by }))
  return votersFile
}

export interface BureausStaff {
  /** Keeps the bureaus. */
  readonly clerk: Staff
  /** Holds the draw, and decides on excuses. */
  readonly registrar: Staff
}

export async function bureausStaff(app: App, municipalityId: MunicipalityId): Promise<BureausStaff> {
  const person = async (name: string, email: string, rights: readonly StaffRight[]): Promise<Staff> => {
    const facts = { municipalityId, name, email, rights, isDemo: true, by }
    const { staffId } = expectOk(name, await addStaff(app, facts))
    return { municipalityId, staffId, name, rights }
  }
  return {
    clerk: await person('Stef Hendrickx', 'stef@sterrendorp.example', ['bureaus.manage', 'bureaus.draw']),
    registrar: await person('Gerda Claes', 'gerda@sterrendorp.example', ['bureaus.draw', 'bureaus.decide']),
  }
}
