import type { CsvRow } from '../../platform/csv/read-csv.ts'
import {
  type PlaceFaultCode,
  type PlaceRowFault,
  type PlaceRules,
  readPlaceRow,
  rowFault,
} from './check-place-row.ts'
import { columnsOfPlace, type PlaceColumn, type PlaceFields } from './places-format.ts'
import type { PollingPlace, Section } from './section.ts'

export interface CheckedPlaces {
  readonly places: readonly PollingPlace[]
  readonly sections: readonly Section[]
  readonly faults: readonly PlaceRowFault[]
}

/** Checks every row by itself and against those before it: all faults, not only the first. */
export function checkPlaces(rows: readonly CsvRow<PlaceColumn>[], rules: PlaceRules): CheckedPlaces {
  const places = new Map<string, PollingPlace>()
  const sections: Section[] = []
  const faults: PlaceRowFault[] = []
  const faultsAgainstEarlier = earlierRows()
  for (const { row, fields, damage } of rows) {
    if (damage) {
      faults.push(
        rowFault(
          row,
          undefined,
          'damaged',
          `has ${damage.replaceAll('-', ' ')}`,
          'Mend the delimiters of this row',
        ),
      )
      continue
    }
    const read = readPlaceRow(row, fields, rules)
    faults.push(...read.faults, ...faultsAgainstEarlier(row, fields))
    if (!read.section) continue
    places.set(read.section.place.code, read.section.place)
    sections.push(read.section)
  }
  return { places: [...places.values()], sections, faults }
}

/** A section stands in one row, a room in one row, and a building is described in one way. */
function earlierRows() {
  const bySection = new Map<string, number>()
  const byRoom = new Map<string, number>()
  const byPlace = new Map<string, { row: number; fields: PlaceFields }>()

  return function* faultsOf(row: number, fields: PlaceFields): Generator<PlaceRowFault> {
    const { section, room, place_code: code } = fields
    const sameSection = section !== '' && bySection.get(section)
    if (sameSection) yield double(row, 'section', 'double-section', `stands in row ${sameSection} already`)
    else bySection.set(section, row)
    if (code === '') return
    const roomKey = JSON.stringify([code, room.toLowerCase()])
    const sameRoom = room !== '' && byRoom.get(roomKey)
    if (sameRoom) yield double(row, 'room', 'double-room', `of this building is taken by row ${sameRoom}`)
    else byRoom.set(roomKey, row)
    const samePlace = byPlace.get(code)
    if (!samePlace) byPlace.set(code, { row, fields })
    else
      for (const column of columnsOfPlace)
        if (samePlace.fields[column] !== fields[column]) yield differs(row, column, samePlace.row)
  }
}

function double(row: number, column: PlaceColumn, code: PlaceFaultCode, wrong: string): PlaceRowFault {
  return rowFault(row, column, code, wrong, 'Give every section once, each in a room of its own')
}

function differs(row: number, column: PlaceColumn, before: number): PlaceRowFault {
  const remedy = 'Describe a building the same way in each of its rows, or give it another place_code'
  return rowFault(row, column, 'differs', `differs from row ${before}, which has the same place_code`, remedy)
}
