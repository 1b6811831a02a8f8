import { z } from 'zod'
import { CsvFault } from '../../platform/csv/csv-fault.ts'
import type { RowDamage } from '../../platform/csv/read-csv.ts'
import { csvRows, withoutApostrophe } from '../../platform/csv/write-csv.ts'
import { type Refused, refused } from '../../platform/result.ts'
import { readFileRows, type SheetDamage } from '../../platform/xlsx/read-file-rows.ts'
import type { SeatRole } from '../bureau-rules.ts'
import { keyOf } from './compare-plan.ts'
import { type PlanFields, planColumns, seatColumns } from './plan-file-format.ts'
import { faultsByLaw, type PlanGround } from './plan-law.ts'
import { type PlanRowFault, planFault, type ReadRow, readPlanRow } from './read-plan-row.ts'
import type { KeptBureau, WantedBureau } from './wanted-bureau.ts'

export type ReadPlan =
  | { readonly ok: true; readonly wanted: readonly WantedBureau[] }
  | (Refused<'rows-refused'> & { readonly faults: readonly PlanRowFault[] })
  | Refused<'not-a-list'>

const maxRows = 20_000

/** The bureaus of a CSV file or a workbook. With one bad row, or one that the law forbids, nothing of it is used, and every such row is answered. */
export async function readPlanCsv(stream: AsyncIterable<Uint8Array>, ground: PlanGround): Promise<ReadPlan> {
  const rows: FileRow[] = []
  try {
    for await (const { row, fields, damage } of readFileRows(stream, { columns: planColumns })) {
      const cells = Object.entries(fields).map(([name, cell]) => [name, withoutApostrophe(cell.trim())])
      rows.push({ row, fields: Object.fromEntries(cells) as PlanFields, damage: damageOf(damage) })
      if (rows.length > maxRows) return refused('not-a-list', `a plan has at most ${maxRows} rows`)
    }
  } catch (error) {
    if (error instanceof CsvFault) return refused('not-a-list', error.detail)
    throw error
  }
  return readRows(rows, ground)
}

const jsonRows = z.array(z.record(z.string(), z.union([z.string(), z.number()]))).max(maxRows)

/** The same rows as JSON: an object for each, with the names of the columns. */
export function readPlanJson(document: unknown, ground: PlanGround): ReadPlan {
  const parsed = jsonRows.safeParse(document)
  if (!parsed.success)
    return refused('not-a-list', 'a plan in JSON is a list of objects with texts and numbers')
  const empty = Object.fromEntries(planColumns.map(({ name }) => [name, ''])) as PlanFields
  return readRows(
    parsed.data.map((object, at) => ({
      row: at + 1,
      fields: {
        ...empty,
        ...Object.fromEntries(Object.entries(object).map(([name, cell]) => [name, String(cell).trim()])),
      },
    })),
    ground,
  )
}

interface FileRow {
  readonly row: number
  readonly fields: PlanFields
  readonly damage?: 'damaged-row' | SheetDamage | undefined
}

function readRow({ row, fields, damage }: FileRow): ReadRow {
  return damage ? { faults: [planFault(row, 'kind', damage)] } : readPlanRow(row, fields)
}

function damageOf(damage: RowDamage | SheetDamage | undefined): FileRow['damage'] {
  return damage === 'too-few-fields' || damage === 'too-many-fields' ? 'damaged-row' : damage
}

function readRows(rows: readonly FileRow[], ground: PlanGround): ReadPlan {
  if (rows.length === 0) return refused('not-a-list', 'there are no bureaus in it')
  const read = rows.map((one) => ({ row: one.row, ...readRow(one) }))
  const right = read.flatMap((one) => ('bureau' in one ? [{ row: one.row, bureau: one.bureau }] : []))
  const faults = [...read.flatMap((one) => ('faults' in one ? one.faults : [])), ...faultsBetween(right)]
  for (const { row, bureau } of right)
    if (bureau.placeCode !== undefined && !ground.placeCodes.has(bureau.placeCode))
      faults.push(planFault(row, 'place_code', 'no-such-place'))
  if (ground.law) faults.push(...faultsByLaw(right, ground.law))
  if (faults.length > 0)
    return { ...refused('rows-refused', faults.length === 1 ? '1 fault' : `${faults.length} faults`), faults }
  return { ok: true, wanted: right.map(({ bureau }) => bureau) }
}

/** Numbers and sections that come twice, and ballots that two bureaus would count or that no bureau has. */
function faultsBetween(rows: readonly { row: number; bureau: WantedBureau }[]): PlanRowFault[] {
  const faults: PlanRowFault[] = []
  const fault = (...about: Parameters<typeof planFault>) => void faults.push(planFault(...about))
  const sections = new Set(rows.map(({ bureau }) => bureau.section))
  const seen = new Map<string, number>()
  const isSecond = (row: number, what: string) => seen.has(what) || !seen.set(what, row)
  for (const { row, bureau } of rows) {
    if (isSecond(row, `number ${bureau.number}`)) fault(row, 'number', 'number-twice')
    if (bureau.kind !== 'COUNTING' && isSecond(row, keyOf(bureau)))
      fault(row, bureau.section ? 'section' : 'code', 'same-bureau')
    for (const section of bureau.counts ?? []) {
      if (!sections.has(section)) fault(row, 'counts', 'counts-unknown', section)
      if (isSecond(row, `${bureau.code} counts ${section}`)) fault(row, 'counts', 'counted-twice', section)
    }
  }
  return faults
}

/** A file of the bureaus as they are, that can be changed and read again. */
export function planCsv(bureaus: readonly KeptBureau[]): string {
  return csvRows([
    planColumns.map(({ name }) => name),
    ...bureaus.map((bureau) => {
      const fields = fieldsOf(bureau)
      return planColumns.map(({ name }) => fields[name])
    }),
  ])
}

export function planJson(bureaus: readonly KeptBureau[]): Partial<PlanFields>[] {
  return bureaus.map((bureau) =>
    Object.fromEntries(Object.entries(fieldsOf(bureau)).filter(([, cell]) => cell !== '')),
  )
}

function fieldsOf({
  kind,
  number,
  code,
  section,
  counts,
  district,
  place,
  placeCode,
  room,
  votingMode,
  seats,
}: KeptBureau) {
  const many = (role: SeatRole, optional: boolean) =>
    seats.filter((seat) => seat.role === role && seat.optional === optional).length
  const ofSeats = Object.entries(seatColumns).map(([column, role]) => {
    const extra = many(role, true)
    const text = extra > 0 ? `${many(role, false)}+${extra}` : String(many(role, false))
    return [column, text === '0' ? '' : text]
  })
  return {
    ...{ kind, number, code, voting_mode: votingMode },
    section: section === undefined ? '' : String(section),
    counts: counts?.join('|') ?? '',
    ...{ district: district ?? '', place: place ?? '', room: room ?? '' },
    place_code: placeCode ?? '',
    ...Object.fromEntries(ofSeats),
  } as PlanFields
}
