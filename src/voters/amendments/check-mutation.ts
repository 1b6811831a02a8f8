import { dayInBelgium } from '../../platform/dates.ts'
import { isDate } from '../checking/check-dates.ts'
import { type Finding, type FindingCode, finding } from '../checking/import-finding.ts'
import { wholeNumber } from '../list-format.ts'
import type { Mutation } from './mutation.ts'
import {
  fileColumns,
  type MutationColumn,
  type MutationKind,
  mutationKinds,
  valueColumns,
} from './mutation-format.ts'

export type MutationCells = Readonly<Partial<Record<MutationColumn, string>>>

export type CheckedMutation =
  | { readonly ok: true; readonly mutation: Mutation }
  | { readonly ok: false; readonly findings: readonly Finding[] }

const longestSource = 120

/** Checks one mutation by itself, `row` as a spreadsheet counts; whom it is about is looked up when it is carried out. */
export function checkMutation(row: number, cells: MutationCells, today: Date): CheckedMutation {
  const filled = { ...noCells, ...cells }
  const findings = faultsOf(row, filled, dayInBelgium(today))
  return findings.length > 0 ? { ok: false, findings } : { ok: true, mutation: mutationFrom(row, filled) }
}

type Filled = Readonly<Record<MutationColumn, string>>
const noCells = Object.fromEntries(fileColumns.map(({ name }) => [name, ''])) as Filled

function faultsOf(row: number, fields: Filled, today: string): Finding[] {
  const findings: Finding[] = []
  const note = (code: FindingCode, column: MutationColumn) => findings.push(finding(code, { row, column }))
  const { kind, ground, decided_on: day, source } = fields
  if (!isKind(kind)) note('unknown-mutation', 'kind')
  else if (!(mutationKinds[kind] as readonly string[]).includes(ground)) note('unknown-ground', 'ground')
  if (!isDate(day)) note('not-a-date', 'decided_on')
  else if (day > today) note('date-to-come', 'decided_on')
  if (source === '') note('missing-value', 'source')
  if (source.length > longestSource) note('too-long', 'source')
  if (kind === 'strike' || kind === 'correct') {
    if (!wholeNumber.test(fields.list_number)) note('not-a-whole-number', 'list_number')
    if (fields.current_last_name === '') note('missing-value', 'current_last_name')
  }
  if (kind === 'correct' && fields.national_number !== '') note('another-person', 'national_number')
  if (kind === 'correct' && valueColumns.every((name) => fields[name] === ''))
    findings.push(finding('nothing-to-correct', { row }))
  return findings
}

function isKind(text: string): text is MutationKind {
  return Object.hasOwn(mutationKinds, text)
}

function mutationFrom(row: number, fields: Filled): Mutation {
  const values = Object.fromEntries(
    valueColumns.flatMap((name) => (fields[name] === '' ? [] : [[name, fields[name]]])),
  )
  return {
    ...{ kind: fields.kind, row, ground: fields.ground, source: fields.source, decidedOn: fields.decided_on },
    ...(fields.kind !== 'add' && {
      listNumber: Number(fields.list_number),
      currentLastName: fields.current_last_name,
    }),
    ...(fields.kind !== 'strike' && { values }),
  } as Mutation
}
