import { Readable } from 'node:stream'
import { importPlaces } from '../../elections/index.ts'
import { watchLookUps } from '../../oversight/index.ts'
import { fixedClock } from '../../platform/clock.ts'
import type { VoterId } from '../../platform/ids.ts'
import { acceptList, findVoters, importVoters, openVoter } from '../../voters/index.ts'
import { aRow, csvOf, sourceOf } from '../../voters/testing.ts'
import type { DeskTrial } from '../testing.ts'

const lastNames = ['Maes', 'De Backer', 'Claes'] as const

/** Gives the election of a trial sections and three voters in use; the last one has a protected address. */
export async function withVoters({ deps, election }: Pick<DeskTrial, 'deps' | 'election'>): Promise<void> {
  const header = 'section;room;place_code;place_name;street;house_number;postcode;city\n'
  const stream = Readable.from([Buffer.from(`${header}1;Refter;S1;De Linde;Schoolstraat;1;9999;Zonnedorp\n`)])
  const places = await importPlaces(deps, { election, stream, by: 'test' })
  if (!places.ok) throw new Error(JSON.stringify(places))
  const rows = lastNames.map((last_name, n) =>
    aRow(n, { last_name, ...(n === 2 && { address_kind: 'PROTECTED' }) }),
  )
  const imported = await importVoters(deps, { election, source: sourceOf(csvOf(rows)), by: 'test' })
  if (!imported.ok) throw new Error(JSON.stringify(imported))
  const accepted = await acceptList(deps, { election, by: 'test' })
  if (!accepted.ok) throw new Error(JSON.stringify(accepted))
}

/** `by` opens the voter with a protected address, which stands out; answers whom. */
export async function lookUpProtected(
  { deps, election }: Pick<DeskTrial, 'deps' | 'election'>,
  by: string,
): Promise<VoterId> {
  const reason = 'vraagt een duplicaat'
  const found = await findVoters(deps, { election, question: { name: 'Claes' }, by, reason })
  if (!found.ok) throw new Error(found.because)
  const { voterId } = found.voters[0]!.voter
  await openVoter(deps, { election, voterId, by, reason })
  // An event that is younger than a minute waits, so whoever watches stands a minute after now.
  const later = fixedClock(new Date(Date.now() + 60_050).toISOString())
  await watchLookUps(
    { database: deps.database, clock: later },
    { municipalityId: election.municipalityId, rules: anyHour },
  )
  return voterId
}

const anyHour = { mostVotersAnHour: 40, hours: { from: 0, until: 24 }, days: [1, 2, 3, 4, 5, 6, 7] }
