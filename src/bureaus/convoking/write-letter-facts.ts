import { type Election, electionName } from '../../elections/index.ts'
import type { MunicipalitySettings } from '../../municipalities/index.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import { type Refused, type Result, refused } from '../../platform/result.ts'
import { meetingHour } from '../bureau-moments.ts'
import type { BureauRules } from '../bureau-rules.ts'
import { type InstructionsByBureau, instructionsFor } from './chair-instructions.ts'
import {
  bureauInWords,
  excuseWindowInWords,
  exemptionUntil,
  feeInWords,
  fineInWords,
  letterBureauOf,
  letterReference,
  paidBureauOf,
} from './letter-words.ts'
import { loadMemberLetters } from './load-member-letters.ts'
import type { Correction, MemberLetterFacts, MemberLetterKind, ToldSeat } from './member-letter-facts.ts'
import type { LetterCase } from './member-letter-overview.ts'

/** What a letter says that no row of a bureau does. */
export interface LetterDecision {
  readonly letter: MemberLetterKind
  /** Who decided, as the letter names it: `de vrederechter van het kanton Zonnedorp`. */
  readonly authority: string
  /** ISO day of the decision; absent: that of the designation. */
  readonly decidedOn?: string | undefined
  readonly reason?: string | undefined
  /** The letter that it replaces. */
  readonly correction?: Correction | undefined
}

export interface LetterBasis {
  readonly election: Election
  readonly rules: BureauRules
  readonly settings: MunicipalitySettings
  /** Where a person answers. */
  readonly answerAddress: string
  /** What the municipality wrote for chairs. */
  readonly instructions: InstructionsByBureau
}

/** What is not known of the person or the bureau: such a letter can't be written. */
export type CannotWrite = 'no-address' | 'no-place' | 'no-hour' | 'no-words' | 'no-decision' | 'unprintable'

/** What the letter says to who has this assignment. */
export function writeLetterFacts(
  basis: LetterBasis,
  one: LetterCase,
  { letter, authority, reason, correction, ...decision }: LetterDecision,
): Result<{ facts: MemberLetterFacts }, CannotWrite> {
  const { election, rules, settings, answerAddress } = basis
  const { regime } = rules
  const kind = letterBureauOf(one)
  const words = loadMemberLetters({ regime })
  if (!words.roleNames[kind][one.role]) return refused('no-words')
  const found = whereOf(rules, one)
  const isAwaited = kind === 'POLLING' || kind === 'COUNTING'
  if ('because' in found && isAwaited && words.letters[letter].showsWhere) return found
  if (!one.address) return refused('no-address')
  const decidedOn = decision.decidedOn ?? (one.designatedAt && dayInBelgium(one.designatedAt))
  if (!decidedOn) return refused('no-decision')
  const fee = feeInWords(rules, { ...one, kind: paidBureauOf(kind, one.code) })
  const fine = fineInWords(rules)
  const until = exemptionUntil(rules, election, decidedOn)
  const instructions = instructionsFor(words, basis.instructions, { letter, kind, role: one.role })
  const { name, arms, contact } = settings
  const { department, address, phone, email } = contact
  return {
    ok: true,
    facts: {
      ...{ letter, regime, authority, decidedOn, answerAddress },
      ...seatToTell(rules, one),
      election: { name: electionName(election, 'nl'), pollingDay: election.pollingDay },
      municipality: { name, department, address, phone, email, ...(arms !== undefined && { arms }) },
      person: { name: [one.firstNames, one.lastName].filter(Boolean).join(' '), address: one.address },
      excuseWindow: excuseWindowInWords(rules),
      reference: letterReference(one),
      ...(fee !== undefined && { fee }),
      ...(fine !== undefined && { fine }),
      ...(until !== undefined && { exemptionUntil: until }),
      ...(reason !== undefined && { reason }),
      ...(correction !== undefined && { correction }),
      ...(instructions !== undefined && { instructions }),
    },
  }
}

/** As what, where and when a letter of now would call who has this seat. */
export function seatToTell(rules: BureauRules, one: LetterCase): ToldSeat {
  const kind = letterBureauOf(one)
  const found = whereOf(rules, one)
  const standbyFrom = one.kind === 'RESERVE' ? standbyHour(rules, one) : undefined
  return {
    ...{ kind, role: one.role, bureau: bureauInWords(kind, one) },
    ...('where' in found && { where: found.where }),
    ...(standbyFrom !== undefined && { standbyFrom }),
  }
}

/** Of a main bureau the place is enough: nobody knows its hour. A reserve has no place of its own. */
function whereOf(
  rules: BureauRules,
  one: LetterCase,
): { readonly where: NonNullable<MemberLetterFacts['where']> } | Refused<'no-hour' | 'no-place'> {
  const meetingTime = meetingHour(rules, one)
  if (!meetingTime && one.kind !== 'MAIN') return refused('no-hour')
  const { place, room, placeAddress } = one
  if (!place || !placeAddress) return refused('no-place')
  return { where: { place, room: room ?? '', address: placeAddress, ...(meetingTime && { meetingTime }) } }
}

/** When the bureaus of which this is a reserve come together. */
function standbyHour(rules: BureauRules, { code, votingMode }: LetterCase): string | undefined {
  return meetingHour(rules, { kind: code === 'COUNTING' ? 'COUNTING' : 'POLLING', votingMode })
}
