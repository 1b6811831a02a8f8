import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MunicipalitySettings, selectSettings } from '../../municipalities/index.ts'
import { addressLines } from '../../platform/address.ts'
import type { Db } from '../../platform/db/database.ts'
import { sha256 } from '../../platform/hash.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import { type Typesetter, UnprintableText } from '../../platform/pdf/typesetter.ts'
import { texts } from './texts.nl.ts'

const layout = readFileSync(join(import.meta.dirname, 'plain-document.typ'), 'utf8')

/** What a document says, in the order in which it is read. In Dutch. */
export interface PlainDocument {
  readonly title: string
  readonly opening: readonly string[]
  readonly parts: readonly { readonly title: string; readonly lines: readonly DocumentLine[] }[]
  readonly closing: readonly string[]
  /** At the foot of each page; nothing of a person. */
  readonly reference: string
}

/** `label: text`; without a label a sentence. */
export interface DocumentLine {
  readonly label: string
  readonly text: string
}

/** Typesets it under the arms of the municipality: PDF/UA-1 and PDF/A-2a. The same text gives the same bytes. */
export function typesetPlainDocument(
  typesetter: Typesetter,
  { municipality, arms, ...document }: PlainDocument & SentBy,
): Promise<Uint8Array> {
  return typesetter.typeset({
    main: layout,
    inputs: { document: JSON.stringify({ ...document, municipality }) },
    files: arms === undefined ? {} : { '/arms.svg': Buffer.from(arms) },
  })
}

interface SentBy {
  readonly municipality: {
    readonly name: string
    readonly department: string
    readonly lines: readonly string[]
    readonly hasArms: boolean
    readonly armsAlternative: string
  }
  readonly arms: string | undefined
}

/** The head of a document, as the municipality is now, or as it was in a version of its settings. */
export async function sentBy(
  db: Db,
  municipalityId: MunicipalityId,
  version?: number,
): Promise<SentBy & { readonly settingsVersion: number }> {
  const current = await selectSettings(db, municipalityId, version)
  if (!current) throw new Error('a municipality without settings')
  const { name, contact, arms }: MunicipalitySettings = current.document
  return {
    settingsVersion: current.version,
    municipality: {
      ...{ name, department: contact.department },
      lines: [...addressLines(contact.address), contact.phone, contact.email],
      ...{ hasArms: arms !== undefined, armsAlternative: texts.arms(name) },
    },
    arms,
  }
}

/** The digest of a document of this moment, with the settings that it was made by; nothing where a letter in it can't be printed. */
export async function typesetBy(
  db: Db,
  typesetter: Typesetter,
  { municipalityId }: { readonly municipalityId: MunicipalityId },
  document: PlainDocument,
): Promise<{ settingsVersion: number; pdfSha256: Buffer } | undefined> {
  const { settingsVersion, ...sender } = await sentBy(db, municipalityId)
  try {
    const pdf = await typesetPlainDocument(typesetter, { ...document, ...sender })
    return { settingsVersion, pdfSha256: sha256(pdf) }
  } catch (error) {
    if (error instanceof UnprintableText) return undefined
    throw error
  }
}
