import { getSettings } from '../../municipalities/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { CsvFault, type CsvFaultCode, type CsvFaultFacts } from '../../platform/csv/csv-fault.ts'
import { type CsvRow, readCsv } from '../../platform/csv/read-csv.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type Refused, refused } from '../../platform/result.ts'
import { type Election, isElectedPerDistrict } from '../election.ts'
import type { PlaceRowFault, PlaceRules } from './check-place-row.ts'
import { type CheckedPlaces, checkPlaces } from './check-places.ts'
import { type PlaceColumn, placeColumns } from './places-format.ts'
import { lockElection, replacePlaces } from './places-store.ts'

const maxRows = 20_000

export interface ImportPlaces {
  readonly election: Election
  readonly stream: AsyncIterable<Uint8Array>
  readonly by: string
}

interface Deps {
  readonly database: Database
  /** Asked inside the transaction, before anything is replaced; a refusal leaves everything as it was. */
  readonly mayReplace?: (
    db: Db,
    election: Election,
    sections: readonly number[],
  ) => Promise<Refused | undefined>
}

type Imported =
  | { ok: true; places: number; sections: number }
  | (Refused<'rows-refused'> & { readonly faults: readonly PlaceRowFault[] })
  | (Refused<'not-a-list'> & { readonly fault: CsvFaultCode | 'header-only'; readonly facts: CsvFaultFacts })
  | Refused

/**
 * Reads a list of polling places (`docs/formats/places.md`) and puts it in the stead of the one before, in one
 * transaction. With a single bad row nothing changes, and every bad row is answered.
 */
export async function importPlaces(
  { database, mayReplace }: Deps,
  { election, stream, by }: ImportPlaces,
): Promise<Imported> {
  const { municipalityId, electionId } = election
  const rules = await database.inScope(staffOf(municipalityId), (db) => placeRules(db, election))
  const list = await readPlaces(stream, rules)
  if ('because' in list) return list
  const { places, sections } = list
  return database.inScope(staffOf(municipalityId), async (db) => {
    await lockElection(db, municipalityId, electionId)
    const refusal = await mayReplace?.(
      db,
      election,
      sections.map(({ section }) => section),
    )
    if (refusal) return refusal
    await replacePlaces(db, municipalityId, electionId, { places, sections })
    const counts = { places: places.length, sections: sections.length }
    const event = { municipalityId, actor: by, action: 'places.imported', subject: electionId }
    await recordAudit(db, { ...event, details: counts })
    return { ok: true, ...counts }
  })
}

export async function placeRules(db: Db, election: Election): Promise<PlaceRules> {
  const { districts = [] } = await getSettings(db, election.municipalityId)
  const hasSizeLeave = election.ruleset.sectionSizes.value.largestByLeave !== undefined
  return { districts, needsDistrict: isElectedPerDistrict(election), hasSizeLeave }
}

async function readPlaces(
  stream: AsyncIterable<Uint8Array>,
  rules: PlaceRules,
): Promise<CheckedPlaces | Exclude<Imported, { ok: true }>> {
  const rows: CsvRow<PlaceColumn>[] = []
  try {
    for await (const row of readCsv(stream, { columns: placeColumns }))
      if (rows.push(row) > maxRows) return refused('not-a-list', `a places list has at most ${maxRows} rows`)
  } catch (error) {
    if (error instanceof CsvFault)
      return { ...refused('not-a-list', error.detail), fault: error.because, facts: error.facts }
    throw error
  }
  if (rows.length === 0)
    return { ...refused('not-a-list', 'the list has a header and no rows'), fault: 'header-only', facts: {} }
  const checked = checkPlaces(rows, rules)
  const { faults } = checked
  return faults.length > 0
    ? { ...refused('rows-refused', faults.length === 1 ? '1 fault' : `${faults.length} faults`), faults }
    : checked
}
