import { createReadStream, existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { App } from '../../src/app.ts'
import { grantAuthority } from '../../src/bureaus/index.ts'
import {
  addElection,
  type Election,
  findElection,
  importPlaces,
  votingCategories,
} from '../../src/elections/index.ts'
import {
  addMunicipality,
  addStaff,
  authenticateStaff,
  findMunicipality,
  getSettings,
  issueCredential,
  listStaff,
  type MunicipalitySettings,
  type Staff,
  type StaffRight,
} from '../../src/municipalities/index.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import type { MunicipalityId } from '../../src/platform/ids.ts'
import { placesCsv, sectionNumbers } from './places.ts'
import { generateVoters } from './voters-generator.ts'

/** The invented municipality, its people, its election and its files; whatever is there already stays as it is. */

const by = 'demo'

interface DemoMunicipality {
  readonly municipalityId: MunicipalityId
  readonly settings: MunicipalitySettings
}

export function demoMunicipality(app: App): Promise<DemoMunicipality> {
  return demoTown(app, 'municipality.json')
}

/** A second, smaller municipality with the same election before it and no voters yet: neither sees the other. */
export async function demoNeighbour(app: App): Promise<DemoMunicipality> {
  const neighbour = await demoTown(app, 'municipality-maandorp.json')
  await electionOf(app, neighbour.municipalityId)
  return neighbour
}

/** An invented municipality by its file; added when it is not there. */
export async function demoTown(app: App, file: string): Promise<DemoMunicipality> {
  const document = JSON.parse(await readFile(join(import.meta.dirname, file), 'utf8'))
  const known = await findMunicipality(app.database, document.slug)
  if (!known) {
    const added = await addMunicipality(app, { document, by })
    if (!added.ok) throw new Error(`the demo's municipality file is refused: ${JSON.stringify(added)}`)
    return added
  }
  const { municipalityId } = known
  const settings = await app.database.inScope(staffOf(municipalityId), (db) =>
    getSettings(db, municipalityId),
  )
  return { municipalityId, settings }
}

/** Two people, each with a credential of their own: one asks for a release, the other releases. */
export async function demoStaff(
  app: App,
  municipalityId: MunicipalityId,
): Promise<{ an: Staff; bert: Staff }> {
  const person = async (name: string, email: string, rights: readonly StaffRight[]) => {
    const known = (await listStaff(app, { municipalityId })).find((member) => member.email === email)
    const facts = { municipalityId, name, email, rights, isDemo: true, by }
    const added = known ?? (await addStaff(app, facts))
    if ('ok' in added && !added.ok) throw new Error(`demo staff is refused: ${added.because}`)
    const issued = await issueCredential(app, { municipalityId, staffId: added.staffId, validForDays: 1, by })
    if (!issued.ok) throw new Error(`no credential for demo staff: ${issued.because}`)
    const who = await authenticateStaff(app, issued.credential)
    if (!who.ok) throw new Error(`demo staff cannot log in: ${who.because}`)
    return who.staff
  }
  return {
    an: await person('An Peeters', 'an.peeters@zonnedorp.example', [
      'letters.compose',
      'letters.request-release',
    ]),
    bert: await person('Bert Claes', 'bert.claes@zonnedorp.example', ['letters.release']),
  }
}

/** Whose magistrate the stand-in of the login knows. */
export const court = {
  enterpriseNumber: '1999000744',
  name: 'Vredegerecht van het kanton Zonnedorp',
  kind: 'COURT',
} as const

/** One election per size of the list, so that every size has its own data. */
export function demoElection(app: App, municipalityId: MunicipalityId, voters: number): Promise<Election> {
  return electionOf(app, municipalityId, `-${voters}`)
}

async function electionOf(app: App, municipalityId: MunicipalityId, suffix = ''): Promise<Election> {
  const document = JSON.parse(await readFile(join(import.meta.dirname, 'election-2029.json'), 'utf8'))
  const code = `${document.code}${suffix}`
  const find = () =>
    app.database.inScope(staffOf(municipalityId), (db) => findElection(db, municipalityId, code))
  const known = await find()
  if (known) return known
  const added = await addElection(app, {
    municipalityId,
    document: { ...document, code },
    by,
    besideOthers: true,
  })
  if (!added.ok) throw new Error(`the demo's election file is refused: ${JSON.stringify(added)}`)
  const granted = await grantAuthority(app, { election: added.election, authority: court, by })
  if (!granted.ok) throw new Error(`the demo's court is refused: ${granted.because}`)
  return added.election
}

/** Writes and imports the places; answers the file. */
export async function demoPlaces(
  app: App,
  election: Election,
  voters: number,
  { contact }: MunicipalitySettings,
) {
  const { postcode, city } = contact.address
  const csv = placesCsv(sectionNumbers(voters), postcode, city)
  const file = join(await filesFolder(app), `places-${voters}.csv`)
  await writeFile(file, csv)
  const imported = await importPlaces(app, { election, stream: Readable.from([Buffer.from(csv)]), by })
  if (!imported.ok) throw new Error(`the demo's places are refused: ${JSON.stringify(imported)}`)
  return { file, ...imported }
}

/** Writes the voters list, if it is not there yet; answers the file. */
export async function demoVotersFile(
  app: App,
  election: Election,
  voters: number,
  { contact }: MunicipalitySettings,
) {
  const file = join(await filesFolder(app), `voters-${voters}.csv`)
  if (existsSync(file)) return file
  const { postcode, city } = contact.address
  const { pollingDay } = election
  const facts = { seed: 2029, voters, sections: sectionNumbers(voters), pollingDay, postcode, city }
  await writeFile(file, generateVoters({ ...facts, categories: votingCategories(election) }))
  return file
}

/** The first people of the list, whose letters the stand-in keeps so that one can become them and read. */
export async function demoCitizens(file: string, count: number): Promise<{ ssin: string; name: string }[]> {
  let text = ''
  for await (const chunk of createReadStream(file, { encoding: 'utf8', end: 200_000 })) text += chunk
  const [header, ...rows] = text.split('\r\n').map((row) => row.split(';'))
  const cell = (row: readonly string[], name: string) =>
    row[header!.findIndex((column) => column.endsWith(name))] ?? ''
  return rows.slice(0, count).map((row) => ({
    ssin: cell(row, 'national_number'),
    name: `${cell(row, 'first_names')} ${cell(row, 'last_name')}`.trim(),
  }))
}

/** Where the demo's own files stand. */
export async function filesFolder(app: App): Promise<string> {
  const folder = join(app.config.KIESLOKET_DATA_DIR, 'demo')
  await mkdir(folder, { recursive: true })
  return folder
}
