import { recordAudit } from '../platform/audit.ts'
import { CsvFault } from '../platform/csv/csv-fault.ts'
import { type CsvRow, readCsv } from '../platform/csv/read-csv.ts'
import type { Database, Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { type Refused, refused } from '../platform/result.ts'
import { type PlaceRowFault, readPlaceRow } from './check-place-row.ts'
import type { Election } from './election.ts'
import { columnsOfPlace, type PlaceColumn, type PlaceFields, placeColumns } from './places-format.ts'
import { lockElection, replacePlaces } from './places-store.ts'
import type { PollingPlace, Section } from './section.ts'

const maxRows = 20_000

export interface ImportPlaces {
  readonly election: Election
  readonly source: AsyncIterable<Uint8Array>
  readonly by: string
}

interface Deps {
  readonly database: Database
  /** Asked inside the transaction, before anything is replaced; a refusal leaves everything as it was. */
  readonly mayReplace?: (db: Db, election: Election) => Promise<Refused | undefined>
}

type Imported =
  | { ok: true; places: number; sections: number }
  | (Refused<'rows-refused'> & { readonly faults: readonly PlaceRowFault[] })
  | Refused

/**
 * Reads a list of polling places (`docs/formats/places.md`) and puts it in the stead of the one before, in one
 * transaction. With a single bad row nothing changes, and every bad row is answered.
 */
export async function importPlaces(
  { database, mayReplace }: Deps,
  { election, source, by }: ImportPlaces,
): Promise<Imported> {
  const { municipalityId, electionId } = election
  const list = await readPlaces(source)
  if ('because' in list) return list
  const { places, sections } = list
  return database.inScope(staffOf(municipalityId), async (db) => {
    await lockElection(db, municipalityId, electionId)
    const refusal = await mayReplace?.(db, election)
    if (refusal) return refusal
    await replacePlaces(db, municipalityId, electionId, { places, sections })
    const counts = { places: places.length, sections: sections.length }
    const event = { municipalityId, actor: by, action: 'places.imported', subject: electionId }
    await recordAudit(db, { ...event, details: counts })
    return { ok: true, ...counts }
  })
}

interface PlacesList {
  readonly places: readonly PollingPlace[]
  readonly sections: readonly Section[]
}

async function readPlaces(
  source: AsyncIterable<Uint8Array>,
): Promise<PlacesList | Exclude<Imported, { ok: true }>> {
  const check = placesChecker()
  try {
    let rows = 0
    for await (const row of readCsv(source, { columns: placeColumns })) {
      if (++rows > maxRows) return refused('not-a-list', `a places list has at most ${maxRows} rows`)
      check.row(row)
    }
  } catch (error) {
    if (error instanceof CsvFault) return refused('not-a-list', error.message)
    throw error
  }
  const { faults, places, sections } = check
  if (faults.length > 0) return { ...refused('rows-refused', faults.map(faultLine).join('\n')), faults }
  if (sections.length === 0) return refused('not-a-list', 'empty: the list has a header and no rows')
  return { places: [...places.values()], sections }
}

/** Holds each row against those before it: a section once, a room once, a building described in one way. */
function placesChecker() {
  const faults: PlaceRowFault[] = []
  const sections: Section[] = []
  const places = new Map<string, PollingPlace>()
  const firstRows = new Map<string, { row: number; fields: PlaceFields }>()

  function first(
    key: string,
    row: number,
    fields: PlaceFields,
  ): { row: number; fields: PlaceFields } | undefined {
    const before = firstRows.get(key)
    if (!before) firstRows.set(key, { row, fields })
    return before
  }

  function* faultsAmongRows(row: number, fields: PlaceFields): Generator<PlaceRowFault> {
    const sameSection = first(`section ${Number(fields.section)}`, row, fields)
    if (sameSection) yield double(row, 'section', `row ${sameSection.row} has the same section`)
    const sameRoom = first(
      `room ${JSON.stringify([fields.place_code, fields.room.toLowerCase()])}`,
      row,
      fields,
    )
    if (sameRoom) yield double(row, 'room', `row ${sameRoom.row} has the same room of the same building`)
    const samePlace = first(`place ${fields.place_code}`, row, fields)
    for (const column of columnsOfPlace)
      if (samePlace && samePlace.fields[column] !== fields[column]) yield differs(row, column, samePlace.row)
  }

  return {
    faults,
    places,
    sections,
    row({ row, fields, damage }: CsvRow<PlaceColumn>) {
      if (damage) {
        faults.push({
          row,
          reason: `has ${damage.replaceAll('-', ' ')}`,
          remedy: 'Give it as many fields as the first row',
        })
        return
      }
      const read = readPlaceRow(row, fields)
      faults.push(...read.faults)
      if (!read.section) return
      faults.push(...faultsAmongRows(row, fields))
      if (!places.has(read.section.place.code)) places.set(read.section.place.code, read.section.place)
      sections.push(read.section)
    },
  }
}

function double(row: number, column: PlaceColumn, reason: string): PlaceRowFault {
  return { row, column, reason, remedy: 'Give every section once, each in a room of its own' }
}

function differs(row: number, column: PlaceColumn, before: number): PlaceRowFault {
  const remedy = 'Describe a building the same way in each of its rows, or give it another place_code'
  return { row, column, reason: `differs from row ${before}, which has the same place_code`, remedy }
}

function faultLine({ row, column, reason, remedy }: PlaceRowFault): string {
  return `row ${row}${column ? `, ${column}` : ''}: ${reason}. ${remedy}`
}
