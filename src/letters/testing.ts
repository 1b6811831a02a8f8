import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { placesCsv, sectionNumbers } from '../../dev/demo/places.ts'
import { generateVoters } from '../../dev/demo/voters-generator.ts'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { addElection, type Election, importPlaces, votingCategories } from '../elections/index.ts'
import { addMunicipality, addStaff, type Staff, type StaffRight } from '../municipalities/index.ts'
import { type Clock, fixedClock } from '../platform/clock.ts'
import type { Database, Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import { testTypesetter } from '../platform/pdf/testing.ts'
import { noSeals } from '../platform/seal/testing.ts'
import { createSigner, generateSigningKey } from '../platform/signer.ts'
import { createVault } from '../platform/vault.ts'
import { acceptList, closeList, importVoters } from '../voters/index.ts'
import { composeLetters } from './composing/compose-letters.ts'
import { takeSample } from './proof/take-sample.ts'
import { releaseLetters, requestRelease } from './releasing/release-letters.ts'

export { qrText } from './composing/letter-statement.ts'

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
    sealKeys: noSeals,
  }
}

export type LetterDeps = ReturnType<typeof letterDeps>

/** The road of an election's letters from composing to release, in a database of its own. */
export interface LettersTrial {
  readonly database: TestDatabase
  readonly deps: LetterDeps
  /** As the steps take it: a test that has its file rewritten puts the new one here. */
  election: Election
  /** Two people; both may ask for a release, and release what the other asked for. */
  readonly an: Staff
  readonly bert: Staff
  here<T>(work: (db: Db) => Promise<T>): Promise<T>
  compose(signal?: AbortSignal): ReturnType<typeof composeLetters>
  sample(by?: string): ReturnType<typeof takeSample>
  request(staff?: Staff, again?: string): ReturnType<typeof requestRelease>
  release(sampleSha256: Buffer, staff?: Staff): ReturnType<typeof releaseLetters>
}

/** A list of so many voters is closed, and nothing is composed. An asks and Bert releases, unless a step says otherwise. */
export async function aLettersTrial(voters: number): Promise<LettersTrial> {
  const database = await testDatabase()
  const deps = letterDeps(database)
  const election = await anElectionWithClosedList(deps, voters)
  const rights = ['letters.request-release', 'letters.release'] as const
  const an = await aStaffMember(deps, election, 'an@zonnedorp.example', rights)
  const bert = await aStaffMember(deps, election, 'bert@zonnedorp.example', rights)
  const trial: LettersTrial = {
    ...{ database, deps, election, an, bert },
    here: (work) => database.inScope(staffOf(election.municipalityId), work),
    compose: (signal) =>
      composeLetters({ ...deps, ...(signal && { signal }) }, { election: trial.election, by: 'test' }),
    sample: (by = 'test') => takeSample(deps, { election: trial.election, by }),
    request: (staff = an, again) => requestRelease(deps, { election: trial.election, staff, again }),
    release: (sampleSha256, staff = bert) =>
      releaseLetters(deps, { election: trial.election, staff, sampleSha256 }),
  }
  return trial
}

/** An election of the invented municipality, or of a neighbour of it, whose list of so many voters is closed. */
export async function anElectionWithClosedList(
  deps: LetterDeps,
  voters: number,
  { neighbour = {}, seed = 1 }: { neighbour?: object; seed?: number } = {},
): Promise<Election> {
  const municipality = { ...(await demoFile('municipality.json')), ...neighbour }
  const added = await addMunicipality(deps, { document: municipality, by: 'test' })
  if (!added.ok) throw new Error(added.because)
  return anotherElection(deps, added.municipalityId, { file: 'election-2029.json', voters, seed })
}

/** An election of a municipality that is there, with voters of its own. */
export async function anotherElection(
  deps: LetterDeps,
  municipalityId: MunicipalityId,
  { file, voters, seed }: { file: string; voters: number; seed: number },
): Promise<Election> {
  const election = await addElection(deps, {
    municipalityId,
    document: await demoFile(file),
    by: 'test',
    besideOthers: true,
  })
  if (!election.ok) throw new Error(election.because)
  await closedList(deps, election.election, voters, seed)
  return election.election
}

type ListDeps = Pick<LetterDeps, 'vault' | 'numbers'> & { readonly database: Database; readonly clock: Clock }

/** Gives an election that is there its places and a closed list of so many voters. */
export async function closedList(
  deps: ListDeps,
  election: Election,
  voters: number,
  seed: number,
): Promise<void> {
  const sections = sectionNumbers(voters)
  const place = { postcode: '9999', city: 'Zonnedorp' }
  const stream = Readable.from([Buffer.from(placesCsv(sections, place.postcode, place.city))])
  await importPlaces(deps, { election, stream, by: 'test' })
  const { pollingDay } = election
  const list = generateVoters({
    seed,
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

async function demoFile(name: string): Promise<object> {
  return JSON.parse(await readFile(new URL(`../../dev/demo/${name}`, import.meta.url), 'utf8'))
}
