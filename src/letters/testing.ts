import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { placesCsv, sectionNumbers } from '../../dev/demo/places.ts'
import { generateVoters } from '../../dev/demo/voters-generator.ts'
import type { TestDatabase } from '../../test/database.ts'
import { addElection, type Election, importPlaces, votingCategories } from '../elections/index.ts'
import { addMunicipality, addStaff, type Staff, type StaffRight } from '../municipalities/index.ts'
import { fixedClock } from '../platform/clock.ts'
import { testTypesetter } from '../platform/pdf/testing.ts'
import { createSigner, generateSigningKey } from '../platform/signer.ts'
import { createVault } from '../platform/vault.ts'
import { acceptList, closeList, importVoters } from '../voters/index.ts'

/** What letters stand on, over a test's own database. */
export function letterDeps(database: TestDatabase) {
  return {
    database,
    vault: createVault([{ id: 1, key: randomBytes(32) }]),
    signer: createSigner(generateSigningKey()),
    clock: fixedClock('2029-05-02T10:00:00Z'),
    typesetter: testTypesetter,
    numbers: { allowTestNumbers: true },
    portalUrl: 'https://kiesloket.example',
  }
}

export type LetterDeps = ReturnType<typeof letterDeps>

/** An election of the invented municipality whose list of so many voters is closed. */
export async function anElectionWithClosedList(deps: LetterDeps, voters: number): Promise<Election> {
  const municipality = await demoFile('municipality.json')
  const added = await addMunicipality(deps, { document: municipality, by: 'test' })
  if (!added.ok) throw new Error(added.because)
  const document = await demoFile('election-2029.json')
  const election = await addElection(deps, { municipalityId: added.municipalityId, document, by: 'test' })
  if (!election.ok) throw new Error(election.because)
  await closedList(deps, election.election, voters)
  return election.election
}

async function closedList(deps: LetterDeps, election: Election, voters: number): Promise<void> {
  const sections = sectionNumbers(voters)
  const place = { postcode: '9999', city: 'Zonnedorp' }
  const stream = Readable.from([Buffer.from(placesCsv(sections, place.postcode, place.city))])
  await importPlaces(deps, { election, stream, by: 'test' })
  const { pollingDay } = election
  const list = generateVoters({
    seed: 1,
    voters,
    sections,
    pollingDay,
    categories: votingCategories(election),
    ...place,
  })
  const imported = await importVoters(deps, {
    election,
    source: { name: 'list.csv', stream: list },
    by: 'test',
  })
  if (!imported.ok) throw new Error(imported.because)
  await acceptList(deps, { election, by: 'test' })
  await closeList(deps, { election, by: 'test' })
}

/** A person of the election's municipality with these rights. */
export async function aStaffMember(
  deps: LetterDeps,
  election: Election,
  email: string,
  rights: readonly StaffRight[],
): Promise<Staff> {
  const { municipalityId } = election
  const added = await addStaff(deps, { municipalityId, email, name: email, rights, by: 'test' })
  if (!added.ok) throw new Error(added.because)
  return { staffId: added.staffId, municipalityId, name: email, rights }
}

async function demoFile(name: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(`../../dev/demo/${name}`, import.meta.url), 'utf8'))
}
