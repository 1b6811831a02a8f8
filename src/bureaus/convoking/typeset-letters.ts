import type { Election } from '../../elections/index.ts'
import { selectSettings } from '../../municipalities/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { sha256 } from '../../platform/hash.ts'
import { type Typesetter, UnprintableText } from '../../platform/pdf/typesetter.ts'
import { type Result, refused } from '../../platform/result.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { currentInstructions } from './chair-instructions-store.ts'
import { typesetMemberLetter } from './member-letter.ts'
import type { MemberLetterFacts } from './member-letter-facts.ts'
import type { LetterCase } from './member-letter-overview.ts'
import {
  type CannotWrite,
  type LetterBasis,
  type LetterDecision,
  writeLetterFacts,
} from './write-letter-facts.ts'

export interface ConvokingDeps {
  readonly typesetter: Typesetter
  /** Where the pages for citizens are, on which a member answers. */
  readonly portalUrl: string
}

/** Leads to a login, and says nothing of the person. It stands on letters: it is never taken away. */
const answerPath = '/mijn/verkiezingen'

export interface TypesetLetter {
  readonly of: LetterCase
  readonly facts: MemberLetterFacts
  readonly pdf: Uint8Array
  readonly pdfSha256: Buffer
}

export interface CurrentBasis extends LetterBasis {
  readonly settingsVersion: number
}

/** What every letter of this moment has in common. */
export async function currentBasis(
  db: Db,
  { portalUrl }: Pick<ConvokingDeps, 'portalUrl'>,
  election: Election,
): Promise<CurrentBasis> {
  const current = await selectSettings(db, election.municipalityId)
  if (!current) throw new Error('a municipality without settings')
  const { document: settings, version: settingsVersion } = current
  const answerAddress = portalUrl + answerPath
  const rules = loadBureauRules(election.ruleset)
  const instructions = await currentInstructions(db, election)
  return { election, rules, settings, settingsVersion, answerAddress, instructions }
}

/** The letter to who has this assignment; or what keeps it from being written. */
export async function typesetFor(
  { typesetter }: ConvokingDeps,
  basis: LetterBasis,
  one: LetterCase,
  decision: LetterDecision,
): Promise<Result<TypesetLetter, CannotWrite>> {
  const written = writeLetterFacts(basis, one, decision)
  if (!written.ok) return written
  try {
    const pdf = await typesetMemberLetter(typesetter, written.facts)
    return { ok: true, of: one, facts: written.facts, pdf, pdfSha256: sha256(pdf) }
  } catch (error) {
    if (error instanceof UnprintableText) return refused('unprintable')
    throw error
  }
}
