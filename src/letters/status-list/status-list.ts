import { encode } from 'cborg'
import { signCose } from '../../platform/cose.ts'
import type { ElectionId } from '../../platform/ids.ts'
import type { Signer } from '../../platform/signer.ts'
import { electionMark } from '../composing/letter-statement.ts'

/** Letters of an election that were made and do not count: not by their ids, but by marks that follow from them. */
export interface MarksOfLetters {
  readonly superseded: Uint8Array
  readonly withdrawn: Uint8Array
  /** Composed and not yet released: nobody was sent them. */
  readonly unreleased: Uint8Array
}

export interface StatusList {
  /** Enterprise number of the municipality, as on the letters. */
  readonly issuer: string
  readonly municipality: string
  /** How addresses name it. */
  readonly slug: string
  readonly electionId: ElectionId
  readonly electionName: string
  /** As 2029-06-10. */
  readonly pollingDay: string
  readonly madeAt: Date
  readonly marks: MarksOfLetters
}

/** Bytes of a mark: the first of the SHA-256 over the letter's id. Among 400,000 of them a chance of one in 700 million to be wrong. */
export const markBytes = 6
/** So long whoever has the list may take it for the newest. */
const goodForMs = 24 * 3600 * 1000

const claim = {
  ...{ issuer: 1, until: 4, madeAt: 6 },
  ...{ election: -70002, municipality: -70003, electionName: -70004, pollingDay: -70005 },
  ...{ superseded: -70006, withdrawn: -70007, unreleased: -70008 },
  ...{ slug: -70009, electionId: -70010 },
} as const

/**
 * Which letters of an election do not count, signed and dated: a CBOR Web Token (RFC 8392) in COSE_Sign1, as the statement on
 * the letters is. Without it a letter says only that it was made. It names nobody, and no letter by its id.
 */
export function signStatusList(signer: Signer, facts: StatusList): Uint8Array {
  const seconds = (moment: number) => Math.floor(moment / 1000)
  const madeAt = facts.madeAt.getTime()
  const claims = new Map<number, unknown>([
    [claim.issuer, facts.issuer],
    [claim.until, seconds(madeAt + goodForMs)],
    [claim.madeAt, seconds(madeAt)],
    [claim.election, electionMark(facts.electionId)],
    [claim.municipality, facts.municipality],
    [claim.electionName, facts.electionName],
    [claim.pollingDay, facts.pollingDay],
    [claim.superseded, new Uint8Array(facts.marks.superseded)],
    [claim.withdrawn, new Uint8Array(facts.marks.withdrawn)],
    [claim.unreleased, new Uint8Array(facts.marks.unreleased)],
    [claim.slug, facts.slug],
    [claim.electionId, facts.electionId],
  ])
  return signCose(signer, encode(claims))
}
