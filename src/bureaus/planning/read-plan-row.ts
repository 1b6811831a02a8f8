import type { DocumentFault } from '../../platform/document.ts'
import { keptKinds, type SeatRole } from '../bureau-rules.ts'
import { type PlanFaultCode, planFaultText } from './plan-faults.ts'
import { type PlanColumn, type PlanFields, planColumns, seatColumns } from './plan-file-format.ts'
import type { WantedBureau } from './wanted-bureau.ts'

/** A row that cannot be used. Never quotes the cell. */
export interface PlanRowFault extends DocumentFault {
  /** As a spreadsheet numbers it: the header is row 1. */
  readonly row: number
  readonly column: PlanColumn
  readonly code: PlanFaultCode
  /** What the sentence of the code names: a section, a length. Never the cell. */
  readonly value?: string | number
  /** Where the law says so, of what it forbids. */
  readonly article?: string
}

export function planFault(
  row: number,
  column: PlanColumn,
  code: PlanFaultCode,
  value?: string | number,
  article?: string,
): PlanRowFault {
  const about = { row, column, code, ...(value !== undefined && { value }), ...(article && { article }) }
  return { path: `row ${row}, ${column}`, ...about, ...planFaultText(code, value, article) }
}

/** A row that could be read. */
export interface PlanRow {
  readonly row: number
  readonly bureau: WantedBureau
}

export type ReadRow = { readonly bureau: WantedBureau } | { readonly faults: readonly PlanRowFault[] }

/** Reads a row by itself, and answers all that is wrong with it. */
export function readPlanRow(row: number, fields: PlanFields): ReadRow {
  const wrong: PlanRowFault[] = []
  const fault: Fault = (column, code, value) => void wrong.push(planFault(row, column, code, value))
  for (const { name, maxLength } of planColumns)
    if (fields[name].length > maxLength) fault(name, 'too-long', maxLength)
  const kind = keptKinds.find((one) => one === fields.kind)
  const { voting_mode: votingMode, code, number } = fields
  if (!kind) fault('kind', 'no-kind', keptKinds.join(', '))
  if (!/^(?:[1-9]\d{0,4}|[A-Z]{1,3}\d{0,5})$/.test(number)) fault('number', 'no-number')
  if (votingMode !== 'PAPER' && votingMode !== 'DIGITAL') fault('voting_mode', 'no-voting-mode')
  if (kind) checkOfKind(fields, fault)
  const seats = readSeats(fields, fault)
  if (wrong.length > 0 || !kind) return { faults: wrong }
  const texts = (['district', 'place', 'room'] as const).filter((name) => fields[name] !== '')
  return {
    bureau: {
      ...{ kind, code, number, votingMode: votingMode as WantedBureau['votingMode'] },
      ...(kind === 'POLLING' && { section: Number(fields.section) }),
      ...(kind === 'COUNTING' && { counts: countedSections(fields) }),
      ...(fields.place_code !== '' && { placeCode: fields.place_code }),
      ...Object.fromEntries(texts.map((name) => [name, fields[name]])),
      ...seats,
    },
  }
}

type Fault = (column: PlanColumn, code: PlanFaultCode, value?: string | number) => void

function checkOfKind(fields: PlanFields, fault: Fault): void {
  const { kind, code, section, counts, place, place_code: placeCode } = fields
  if (kind === 'POLLING') {
    if (!/^[1-9]\d{0,5}$/.test(section)) fault('section', 'no-section')
    if (code !== '') fault('code', 'code-of-polling')
    if (place === '') fault('place', 'no-place')
    if (placeCode !== '') fault('place_code', 'place-code-of-polling')
    return
  }
  if (section !== '') fault('section', 'section-of-other')
  if (code === '') fault('code', 'no-code')
  if (kind === 'RESERVE' && code !== 'POLLING' && code !== 'COUNTING') fault('code', 'no-reserve')
  if (kind === 'COUNTING' && !/^[1-9]\d{0,5}(?:\|[1-9]\d{0,5})*$/.test(counts)) fault('counts', 'no-counts')
}

export function countedSections({ counts }: Pick<PlanFields, 'counts'>): number[] {
  return counts.split('|').map(Number)
}

/** `4`, or `4+1` with one that may be added. Seats that are all empty are not known yet. */
function readSeats(fields: PlanFields, fault: Fault): Pick<WantedBureau, 'seats' | 'extra'> {
  const seats: Partial<Record<SeatRole, number>> = {}
  const extra: Partial<Record<SeatRole, number>> = {}
  for (const [column, role] of Object.entries(seatColumns) as [keyof typeof seatColumns, SeatRole][]) {
    const cell = fields[column]
    if (cell === '') continue
    const match = /^(\d{1,2})(?:\+(\d))?$/.exec(cell)
    if (!match || Number(match[1]) > 30) fault(column, 'no-seats')
    else {
      if (Number(match[1]) > 0) seats[role] = Number(match[1])
      if (match[2]) extra[role] = Number(match[2])
    }
  }
  if (Object.keys(seats).length === 0) return {}
  return { seats, ...(Object.keys(extra).length > 0 && { extra }) }
}
