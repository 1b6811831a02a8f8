import { readFile } from 'node:fs/promises'
import type { App } from '../app.ts'
import { type Election, findElection, listElections } from '../elections/index.ts'
import {
  authenticateStaff,
  findMunicipality,
  listMunicipalities,
  type Municipality,
  type Staff,
} from '../municipalities/index.ts'
import { staffOf } from '../platform/db/scope.ts'
import { type Refused, type Result, refused } from '../platform/result.ts'
import type { Options } from './command.ts'

export const municipalityOption = [
  '-m, --municipality NAME',
  'slug or NIS code; may be left out when there is one',
] as const
export const electionOption = [
  '-e, --election CODE',
  'code of the election; may be left out when there is one',
] as const
export const credentialOption = [
  '--credential FILE',
  'file that holds your staff credential (or set KIESLOKET_STAFF_CREDENTIAL)',
] as const

/** The municipality an option names, or the only one there is. */
export async function chosenMunicipality(
  app: App,
  options: Options,
): Promise<Result<{ municipality: Municipality }, 'no-such-municipality'>> {
  const name = options.municipality
  if (typeof name === 'string') {
    const municipality = await findMunicipality(app.database, name)
    return municipality ? { ok: true, municipality } : refused('no-such-municipality', name)
  }
  const all = await listMunicipalities(app.database)
  if (all.length === 1) return { ok: true, municipality: all[0]! }
  return refused(
    'no-such-municipality',
    all.length === 0 ? 'None was added yet.' : `Name one: ${namesOf(all)}`,
  )
}

const mostNamed = 10

function namesOf(all: readonly Municipality[]): string {
  const named = all.slice(0, mostNamed).map(({ slug }) => `-m ${slug}`)
  return [...named, ...(all.length > mostNamed ? ['…'] : [])].join(', ')
}

/** The election an option names, or the only one there is. */
export async function chosenElection(
  app: App,
  options: Options,
): Promise<
  Result<
    { election: Election; municipality: Municipality },
    'no-such-municipality' | 'no-such-election' | 'which-election'
  >
> {
  const found = await chosenMunicipality(app, options)
  if (!found.ok) return found
  const { municipality } = found
  const code = typeof options.election === 'string' ? options.election : undefined
  const { election, codes } = await app.database.inScope(
    staffOf(municipality.municipalityId),
    async (db) => ({
      election: await findElection(db, municipality.municipalityId, code),
      codes: (await listElections(db, municipality.municipalityId)).map((one) => one.code),
    }),
  )
  if (election) return { ok: true, election, municipality }
  if (code === undefined && codes.length > 1)
    return refused('which-election', codes.map((one) => `-e ${one}`).join(', '))
  return refused('no-such-election', codes.length === 0 ? 'None was added yet.' : code)
}

/** Who is at the keyboard: by a credential, never by a name. */
export async function chosenStaff(app: App, options: Options): Promise<Result<{ staff: Staff }>> {
  const file = options.credential
  const credential = typeof file === 'string' ? await readText(file) : process.env.KIESLOKET_STAFF_CREDENTIAL
  if (!credential) return refused('no-credential')
  if (typeof credential !== 'string') return credential
  return authenticateStaff({ database: app.database, clock: app.clock }, credential.trim())
}

/** A JSON file's content, or why there is none. */
export async function readJson(
  file: string,
): Promise<Result<{ document: unknown }, 'no-such-file' | 'not-json'>> {
  const text = await readText(file)
  if (typeof text !== 'string') return text
  try {
    return { ok: true, document: JSON.parse(text) }
  } catch (error) {
    return refused('not-json', `${file}: ${(error as Error).message}`)
  }
}

async function readText(file: string): Promise<string | Refused<'no-such-file'>> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    return refused('no-such-file', file)
  }
}

/** How an action at the command line is written into the audit log when no staff credential is asked. */
export const operator = 'command-line'
