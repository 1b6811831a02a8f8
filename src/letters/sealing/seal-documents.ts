import type { Clock } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { DocumentId, ElectionId, MunicipalityId } from '../../platform/ids.ts'
import { chainSha256, type SealChain, type SealKeys } from '../../platform/seal/seal-key.ts'
import { keyForSealing } from './check-seal.ts'
import { findSealChain, insertSeals, type LetterSeal, sealsAsked } from './seal-store.ts'
import { createSealedPdfWriter, type SealedPdf, type ToSeal } from './write-sealed-pdf.ts'

export interface SealDeps {
  readonly database: Database
  readonly clock: Clock
  readonly sealKeys: SealKeys<MunicipalityId>
}

interface Of {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
}

type SealedPdfs = ReadonlyMap<DocumentId, SealedPdf>

/** Documents with their seals, by id; those whose release has none are left out. */
export type Sealer = (of: Of, documents: readonly ToSeal[]) => Promise<SealedPdfs>

/**
 * Puts the seal behind documents whose release has one. A seal is made once: it is kept before anybody gets the document, and
 * whoever asks again, here or elsewhere, gets the same bytes. Throws a `SealNotReady` when one has to be made and can't be.
 */
export function createSealer(deps: SealDeps): Sealer {
  const writer = createSealedPdfWriter()
  const chains = new Map<string, SealChain>()

  return async (of, documents) => {
    const ids = documents.map(({ documentId }) => documentId)
    const ask = () => inScope(of, (db) => sealsAsked(db, of.municipalityId, of.electionId, ids))
    const kept = await ask()
    const without = documents.filter(({ documentId }) => kept.has(documentId) && !kept.get(documentId))
    if (without.length === 0) return putTogether(of, documents, kept)
    const made = await makeSeals(of, without)
    return putTogether(of, documents, await ask(), made)
  }

  function inScope<T>({ municipalityId }: Of, work: (db: Db) => Promise<T>): Promise<T> {
    return deps.database.inScope(staffOf(municipalityId), work)
  }

  async function makeSeals(of: Of, documents: readonly ToSeal[]): Promise<SealedPdfs> {
    const key = await keyForSealing(deps, of.municipalityId)
    const { chain } = key
    const sealedAt = wholeSecond(deps.clock.now())
    const unsigned = await Promise.all(documents.map((document) => writer.write(document, chain, sealedAt)))
    const signatures = await key.sign(unsigned.map(({ toSign }) => toSign))
    if (signatures.length !== unsigned.length)
      throw new Error('the key of the seal signed another number of texts')
    const made = new Map<DocumentId, SealedPdf>()
    const seals = unsigned.map((one, index): LetterSeal => {
      const { documentId } = documents[index]!
      const signature = Buffer.from(signatures[index]!)
      const sealed = one.sealedWith(signature)
      made.set(documentId, sealed)
      return { documentId, chainSha256: chainSha256(chain), sealedAt, signature, sealedSha256: sealed.sha256 }
    })
    await inScope(of, (db) => insertSeals(db, of.municipalityId, of.electionId, { chain, seals }))
    return made
  }

  async function putTogether(
    of: Of,
    documents: readonly ToSeal[],
    kept: ReadonlyMap<DocumentId, LetterSeal | undefined>,
    made: SealedPdfs = new Map(),
  ): Promise<SealedPdfs> {
    const sealed = new Map<DocumentId, SealedPdf>()
    for (const document of documents) {
      const { documentId } = document
      const seal = kept.get(documentId)
      if (!seal) continue
      const fresh = made.get(documentId)
      const isOurs = fresh?.sha256.equals(seal.sealedSha256) // and not of who was sooner
      sealed.set(documentId, fresh && isOurs ? fresh : await again(of, document, seal))
    }
    return sealed
  }

  /** Throws when the bytes are not those that were sealed: then the way in which a seal is written has changed. */
  async function again(of: Of, document: ToSeal, seal: LetterSeal): Promise<SealedPdf> {
    const name = seal.chainSha256.toString('hex')
    const chain =
      chains.get(name) ?? (await inScope(of, (db) => findSealChain(db, of.municipalityId, seal.chainSha256)))
    chains.set(name, chain)
    const sealed = (await writer.write(document, chain, seal.sealedAt)).sealedWith(seal.signature)
    if (sealed.sha256.equals(seal.sealedSha256)) return sealed
    throw new Error(`document ${document.documentId} would not have the bytes that were sealed`)
  }
}

/** A PDF tells the moment to the second. */
function wholeSecond(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / 1000) * 1000)
}
