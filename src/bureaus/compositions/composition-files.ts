import type { Election } from '../../elections/index.ts'
import { csvRows } from '../../platform/csv/write-csv.ts'
import { momentText } from '../../platform/dates.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { Typesetter } from '../../platform/pdf/typesetter.ts'
import { type PlainDocument, sentBy, typesetPlainDocument } from '../absences/plain-document.ts'
import type { ComposedBureau, ComposedMember } from './composition.ts'
import type { OpenedComposition } from './open-composition.ts'
import { texts } from './texts.nl.ts'

type Opened = Pick<OpenedComposition, 'sent' | 'composition'>

/** Everybody in a row of their own, for a spreadsheet. */
export function compositionCsv({ composition }: Opened): string {
  const { columns } = texts.csv
  const rows = composition.bureaus.flatMap((bureau) =>
    bureau.members.map((member) => [
      ...[bureauText(bureau), bureau.place ?? '', bureau.room ?? ''],
      ...[seatText(member), member.lastName, member.firstNames, member.phone ?? '', member.email ?? ''],
    ]),
  )
  return csvRows([columns, ...rows])
}

/** The same to print and to keep with the papers. */
export async function compositionPdf(
  { database, typesetter }: { readonly database: Database; readonly typesetter: Typesetter },
  { election, opened }: { readonly election: Election; readonly opened: Opened },
): Promise<Uint8Array> {
  const { municipalityId } = election
  const { settingsVersion: _, ...sender } = await database.inScope(staffOf(municipalityId), (db) =>
    sentBy(db, municipalityId),
  )
  return typesetPlainDocument(typesetter, { ...compositionDocument(election, opened), ...sender })
}

export function compositionDocument(
  { name }: Pick<Election, 'name'>,
  { sent, composition }: Opened,
): PlainDocument {
  const words = texts.document
  return {
    title: words.title,
    opening: [words.opening(name, sent.version, momentText(sent.sentAt, 'nl')), words.digest(sent.digest)],
    parts: composition.bureaus.map((bureau) => ({
      title: [bureauText(bureau), bureau.place, bureau.room].filter(Boolean).join(', '),
      lines: bureau.members.map((member) => ({ label: seatText(member), text: personText(member) })),
    })),
    closing: [],
    reference: words.reference(sent.version, sent.digest.slice(0, 16)),
  }
}

const bureauText = ({ kind, number }: ComposedBureau) => `${texts.kinds[kind]} ${number}`
const seatText = ({ role, ordinal }: ComposedMember) => `${texts.roles[role]} ${ordinal}`
const personText = ({ lastName, firstNames, phone, email }: ComposedMember) =>
  [[lastName, firstNames].filter(Boolean).join(' '), phone, email].filter(Boolean).join(', ')
