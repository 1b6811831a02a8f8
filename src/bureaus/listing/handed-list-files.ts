import type { Election } from '../../elections/index.ts'
import { addressLines } from '../../platform/address.ts'
import { csvRows } from '../../platform/csv/write-csv.ts'
import { longDate } from '../../platform/dates.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { dottedNumber } from '../../platform/national-number.ts'
import type { Typesetter } from '../../platform/pdf/typesetter.ts'
import { type PlainDocument, sentBy, typesetPlainDocument } from '../absences/plain-document.ts'
import type { ListField } from '../bureau-rules.ts'
import { handedTexts as texts } from './handed-list.nl.ts'
import type { HandedPerson } from './handed-list.ts'
import type { OpenedList } from './open-handed-list.ts'

type Opened = Pick<OpenedList, 'list' | 'fields' | 'people'>

/** Everybody in a row of their own: where they stand on the list, and the fields of the law. */
export function handedListTable({ list, fields, people }: Opened): {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
} {
  return {
    columns: [...texts.columns[list.kind], ...fields.map((field) => texts.fields[field])],
    rows: people.map((one) => [...placeOf(list.kind, one), ...fields.map((field) => cellOf(field, one))]),
  }
}

/** The same for a spreadsheet. */
export function handedListCsv(opened: Opened): string {
  const { columns, rows } = handedListTable(opened)
  return csvRows([columns, ...rows])
}

function placeOf(kind: 'A' | 'B', { category, section, rank }: HandedPerson): string[] {
  return kind === 'A' ? [categoryName(category)] : [String(section), String(rank)]
}

const categoryName = (key = '') => texts.categories[key] ?? key

function cellOf(field: ListField, person: HandedPerson): string {
  const { nationalNumber, birthDate, residence } = person
  if (field === 'residence') return residence ? addressLines(residence).join(', ') : ''
  if (field === 'nationalNumber') return nationalNumber ? dottedNumber(nationalNumber) : ''
  if (field === 'birthDate') return birthDate ?? ''
  return person[field] ?? ''
}

/** The same to print and to keep with the papers. */
export async function handedListPdf(
  { database, typesetter }: { readonly database: Database; readonly typesetter: Typesetter },
  { election, opened }: { readonly election: Election; readonly opened: Opened },
): Promise<Uint8Array> {
  const { municipalityId } = election
  const { settingsVersion: _, ...sender } = await database.inScope(staffOf(municipalityId), (db) =>
    sentBy(db, municipalityId),
  )
  return typesetPlainDocument(typesetter, { ...handedListDocument(election, opened), ...sender })
}

/** What the printed list says: of A a part for each category in the order of the law, of B for each section in that of the draw. */
export function handedListDocument(
  { name }: Pick<Election, 'name'>,
  { list, fields, people }: Opened,
): PlainDocument {
  const { kind, version, decision = '', decidedOn, contentSha256 = '' } = list
  const words = texts.document
  const parts = Map.groupBy(people, (one) => (kind === 'A' ? categoryName(one.category) : one.section))
  return {
    title: words.title[kind],
    opening: [
      words.opening(name, version, decision, longDate(decidedOn!, 'nl')),
      words.people(people.length),
      words.digest(contentSha256),
    ],
    parts: [...parts].map(([title, those]) => ({
      title: kind === 'A' ? String(title) : words.section(String(title)),
      lines: those.map((one, at) => lineOf(fields, one, at + 1)),
    })),
    closing: [],
    reference: words.reference(kind, version, contentSha256.slice(0, 16)),
  }
}

function lineOf(fields: readonly ListField[], person: HandedPerson, number: number) {
  const named: readonly ListField[] = ['lastName', 'firstNames']
  const rest = fields.filter((field) => !named.includes(field)).map((field) => cellOf(field, person))
  const name = [person.lastName, person.firstNames].filter(Boolean).join(' ')
  return { label: `${person.rank ?? number}. ${name}`, text: rest.filter(Boolean).join('; ') }
}
