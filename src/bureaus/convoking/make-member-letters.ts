import { DocumentsNotReady, type MadeDocument } from '../../delivery/index.ts'
import { selectSettings } from '../../municipalities/index.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { sha256 } from '../../platform/hash.ts'
import type { DocumentId, ElectionId, MunicipalityId } from '../../platform/ids.ts'
import type { Typesetter } from '../../platform/pdf/typesetter.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import { typesetMemberLetter } from './member-letter.ts'
import { lettersById } from './member-letter-store.ts'
import type { SentLetter } from './sent-letter.ts'

export interface MadeMemberLetter {
  readonly letter: SentLetter
  readonly pdf: Uint8Array
}

interface Deps {
  readonly database: Database
  readonly typesetter: Typesetter
}

/** The letter would not have the bytes that were handed over: another release has other words, or another layout. */
export class MemberLetterChanged extends Error {
  override readonly name = 'MemberLetterChanged'
}

/** Makes letters again from their facts, byte for byte, in the order asked. Throws `MemberLetterChanged` when that can't be done. */
export async function makeMemberLetters(
  { database, typesetter }: Deps,
  of: OfElection,
  ids: readonly DocumentId[],
): Promise<MadeMemberLetter[]> {
  const { letters, arms } = await database.inScope(staffOf(of.municipalityId), async (db) => {
    const letters = await lettersById(db, of, ids)
    return { letters, arms: await armsOf(db, of, letters) }
  })
  const made = await Promise.all(
    letters.map(async (letter) => {
      const { facts } = letter
      const municipality = { ...facts.municipality, arms: arms.get(letter.settingsVersion) }
      const pdf = await typesetMemberLetter(typesetter, { ...facts, municipality })
      if (!sha256(pdf).equals(letter.pdfSha256))
        throw new MemberLetterChanged(`letter ${letter.letterId} would not have the bytes that were sent`)
      return { letter, pdf }
    }),
  )
  const order = new Map(ids.map((id, place) => [id, place]))
  return made.sort((one, other) => order.get(one.letter.letterId)! - order.get(other.letter.letterId)!)
}

async function armsOf(
  db: Db,
  { municipalityId }: OfElection,
  letters: readonly SentLetter[],
): Promise<ReadonlyMap<number, string | undefined>> {
  const arms = new Map<number, string | undefined>()
  for (const version of new Set(letters.map(({ settingsVersion }) => settingsVersion)))
    arms.set(version, (await selectSettings(db, municipalityId, version))?.document.arms)
  return arms
}

/** The source of documents for campaigns of letters to members. */
export function createMemberLetterSource(deps: Deps) {
  return {
    async render(
      municipalityId: MunicipalityId,
      reference: string,
      documentIds: readonly DocumentId[],
    ): Promise<ReadonlyMap<DocumentId, MadeDocument>> {
      const of = { municipalityId, electionId: reference as ElectionId }
      const made = await orStop(makeMemberLetters(deps, of, documentIds))
      return new Map(
        made.map(({ letter, pdf }) => [letter.letterId, { document: pdf, sha256: letter.pdfSha256 }]),
      )
    },
  }
}

/** Tried again it would be no other: the campaign stops, and says why. */
async function orStop<Made>(making: Promise<Made>): Promise<Made> {
  try {
    return await making
  } catch (error) {
    if (error instanceof MemberLetterChanged) throw new DocumentsNotReady('document-changed', error.message)
    throw error
  }
}
