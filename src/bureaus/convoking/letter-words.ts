import { type Election, electionCalendar, type Mark, type VotingMode } from '../../elections/index.ts'
import type { BureauRules, KeptKind, SeatRole } from '../bureau-rules.ts'
import { mainBureaus, type PaidBureau } from '../paying/pay-rules.ts'
import type { LetterBureau } from './member-letter-facts.ts'
import { texts } from './texts.nl.ts'

/** Until when an excuse is in time, as the letter says it: `48 uur`, `3 dagen`. */
export function excuseWindowInWords({ excuse }: Pick<BureauRules, 'excuse'>): string {
  const { amount, unit } = excuse.value
  return texts.window[unit](amount)
}

/** Amounts that were read in the law or in a public source of this election's kind; a letter names no other. */
const vouchedFor: readonly Mark[] = ['L', 'S']

export interface PaidSeat {
  /** Absent: nobody knows what is paid for it beforehand, as for a reserve. */
  readonly kind: PaidBureau | undefined
  readonly votingMode: VotingMode
  readonly role: SeatRole
}

/**
 * What is paid for this seat, in euros; nothing where nobody vouches for an amount, and for a substitute where that follows from
 * the day itself.
 */
export function feeInWords(
  { pay }: Pick<BureauRules, 'pay'>,
  { kind, votingMode, role }: PaidSeat,
): string | undefined {
  const row = pay.fees.find(
    (one) => kind !== undefined && one.bureaus.includes(kind) && one.votingModes.includes(votingMode),
  )
  if (!row || !vouchedFor.includes(row.mark)) return undefined
  if (role === 'SUBSTITUTE' && pay.substitutes.value !== 'always') return undefined
  const cents = row.cents[role === 'SUBSTITUTE' ? 'ASSESSOR' : role]
  return cents === undefined ? undefined : texts.euros(cents)
}

/** What a court may ask of who stays away, before it is multiplied; nothing where nobody vouches for it. */
export function fineInWords({ absence }: Pick<BureauRules, 'absence'>): string | undefined {
  const { mark, value } = absence.fine
  if (!vouchedFor.includes(mark)) return undefined
  return texts.range(value.from, value.to)
}

/** The last day to be let off for having served before, for a letter of this day; nothing where it is past or has no day yet. */
export function exemptionUntil(
  { exemption }: Pick<BureauRules, 'exemption'>,
  election: Election,
  writtenOn: string,
): string | undefined {
  const day = electionCalendar(election).find(({ id }) => id === exemption.deadline)
  const until = day?.lastDay ?? day?.date
  return until !== undefined && writtenOn <= until ? until : undefined
}

/** `Stembureau 12`, `Gemeentelijk hoofdbureau`, `Reserve voor de stembureaus`. */
export function bureauInWords(
  bureau: LetterBureau,
  { code, number }: { code: string; number: string },
): string {
  const main = bureau === 'MAIN' ? mainBureaus.find((one) => one === code) : undefined
  return main ? texts.mainBureaus[main] : texts.bureau[bureau](number)
}

/** What the person names on the phone: `7-B2`, the second assessor of bureau 7. */
export function letterReference({ number, role, ordinal }: Seat): string {
  return `${number}-${texts.roleLetters[role]}${ordinal}`
}

interface Seat {
  readonly number: string
  readonly role: SeatRole
  readonly ordinal: number
}

/** How a letter speaks of a bureau; a reserve is one of what its code says. */
export function letterBureauOf({ kind, code }: { kind: KeptKind; code: string }): LetterBureau {
  if (kind !== 'RESERVE') return kind
  return code === 'COUNTING' ? 'COUNTING_RESERVE' : 'POLLING_RESERVE'
}

/** For which bureaus somebody is paid that a letter can say beforehand; a reserve only when it is called. */
export function paidBureauOf(bureau: LetterBureau, code: string): PaidBureau | undefined {
  if (bureau === 'POLLING' || bureau === 'COUNTING') return bureau
  return bureau === 'MAIN' ? mainBureaus.find((one) => one === code) : undefined
}
