import { setImmediate as nextTurn } from 'node:timers/promises'
import { DocumentsNotReady, type MadeDocument } from '../delivery/index.ts'
import type { LetterLanguage } from '../elections/index.ts'
import type { Database, Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { sha256 } from '../platform/hash.ts'
import type { DocumentId, ElectionId, LetterId, MunicipalityId } from '../platform/ids.ts'
import { type LoadedPlate, loadPlate } from '../platform/pdf/plate.ts'
import { SealNotReady } from '../platform/seal/seal-key.ts'
import { findPlates } from './composing/plate-store.ts'
import { makeDuplicates } from './duplicating/make-duplicates.ts'
import { type LetterRow, lettersById, wholeLetters } from './letter-store.ts'
import { pressLetter } from './letter-template/letter-template.ts'
import { createSealer, type SealDeps } from './sealing/seal-documents.ts'
import type { SealedPdf, ToSeal } from './sealing/write-sealed-pdf.ts'

/** A letter's PDF as it was composed, made again from its facts and its plate. */
export interface MadeLetter {
  readonly letter: LetterRow
  readonly pdf: Uint8Array
  /** The plate it was pressed from; absent when it was typeset whole. */
  readonly plate?: LoadedPlate
}

/** Prepared plates stay in memory, the latest used last; a plate takes some hundreds of kilobytes. */
const mostPlates = 200

/**
 * Makes letters again, byte for byte. Throws when the bytes are not those that were composed: then the press or
 * a plate has changed, and no such letter may leave the house.
 */
export function createLetterMaker({ database }: { database: Database }) {
  const plates = new Map<string, LoadedPlate>()
  return async function makeLetters(
    municipalityId: MunicipalityId,
    electionId: ElectionId,
    ids: readonly LetterId[],
  ): Promise<MadeLetter[]> {
    const { letters, whole } = await database.inScope(staffOf(municipalityId), async (db) => {
      const letters = await lettersById(db, municipalityId, electionId, ids)
      await keepPlates(db, plates, { municipalityId, electionId, letters })
      const typesetWhole = letters.filter((letter) => letter.typeset_whole).map((letter) => letter.letter_id)
      const whole = await wholeLetters(db, municipalityId, electionId, typesetWhole)
      return { letters, whole }
    })
    const made: MadeLetter[] = []
    for (const letter of letters) {
      const pdf = whole.get(letter.letter_id)
      made.push(pdf ? { letter, pdf } : { letter, ...pressAgain(plates, letter) })
      await nextTurn() // answers to letters that are on their way are heard in between
    }
    return made
  }
}

/**
 * The source of documents that delivery asks: letters and duplicates by their id, checked against the hash recorded, and with
 * their seal where they have one.
 */
export function createLetterSource(deps: SealDeps) {
  const makeLetters = createLetterMaker(deps)
  const seal = createSealer(deps)
  return {
    async render(
      municipalityId: MunicipalityId,
      reference: string,
      documentIds: readonly DocumentId[],
    ): Promise<ReadonlyMap<DocumentId, MadeDocument>> {
      const electionId = reference as ElectionId
      const ids = documentIds as readonly string[] as readonly LetterId[]
      const letters = (await makeLetters(municipalityId, electionId, ids)).map(
        ({ letter: { letter_id, pdf_sha256, language }, ...made }): ReleasedDocument => {
          const documentId = letter_id as string as DocumentId
          return { ...made, documentId, sha256: pdf_sha256, language }
        },
      )
      const found = new Set(letters.map(({ documentId }) => documentId))
      const others = documentIds.filter((id) => !found.has(id))
      const duplicates =
        others.length === 0 ? [] : await makeDuplicates(deps, municipalityId, electionId, others)
      const documents = [...letters, ...duplicates]
      const sealed = await sealOrStop(seal({ municipalityId, electionId }, documents))
      return new Map(documents.map((one) => [one.documentId, asItLeaves(one, sealed.get(one.documentId))]))
    },
  }
}

/** A letter or a duplicate, as it was released or issued. */
export interface ReleasedDocument extends ToSeal {
  readonly sha256: Uint8Array
  readonly language: LetterLanguage
}

function asItLeaves(
  { pdf, sha256, language }: ReleasedDocument,
  sealed: SealedPdf | undefined,
): MadeDocument {
  if (!sealed) return { document: pdf, sha256, language }
  return { document: sealed.pdf, sha256: sealed.sha256, handedOver: pdf.length, language }
}

/** Nothing leaves without the seal that it was released with: rather it waits for somebody who mends that. */
async function sealOrStop<Sealed>(sealing: Promise<Sealed>): Promise<Sealed> {
  try {
    return await sealing
  } catch (error) {
    if (error instanceof SealNotReady) throw new DocumentsNotReady('seal-not-ready', error.message)
    throw error
  }
}

async function keepPlates(
  db: Db,
  plates: Map<string, LoadedPlate>,
  wanted: { municipalityId: MunicipalityId; electionId: ElectionId; letters: readonly LetterRow[] },
): Promise<void> {
  const hashes = new Map(
    wanted.letters.map(({ plate_sha256 }) => [plate_sha256.toString('hex'), plate_sha256]),
  )
  const missing = [...hashes].filter(([hex]) => !plates.has(hex)).map(([, hash]) => hash)
  for (const plate of await findPlates(db, wanted.municipalityId, wanted.electionId, missing))
    plates.set(plate.plateSha256.toString('hex'), loadPlate(plate.bytes))
  for (const hex of plates.keys()) if (plates.size > mostPlates && !hashes.has(hex)) plates.delete(hex)
}

function pressAgain(plates: ReadonlyMap<string, LoadedPlate>, letter: LetterRow) {
  const plate = plates.get(letter.plate_sha256.toString('hex'))
  if (!plate) throw new Error(`the plate of letter ${letter.letter_id} is gone`)
  const pressed = pressLetter(plate, letter.facts)
  if (!pressed.ok) throw new Error(`letter ${letter.letter_id} no longer fits its plate: ${pressed.because}`)
  if (!sha256(pressed.pdf).equals(letter.pdf_sha256))
    throw new Error(`letter ${letter.letter_id} would not have the bytes that were composed`)
  return { pdf: pressed.pdf, plate }
}
