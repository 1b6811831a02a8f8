import { Temporal } from 'temporal-polyfill'
import type { VoterCategory } from '../../elections/index.ts'
import type { VoterState } from '../../voters/index.ts'
import type { BureauRules, List } from '../bureau-rules.ts'

/** What is known of a person who could be called, on the day it is asked. */
export interface CallFacts {
  /** Stands for election. */
  readonly isCandidate: boolean
  readonly birthDate?: string | undefined
  /** As the voters list of the municipality has them; absent: it does not. */
  readonly voter?: { readonly state: VoterState; readonly category: VoterCategory } | undefined
}

export const whyNotCodes = ['candidate', 'no-voter', 'struck', 'nationality', 'age'] as const
/** Why the law keeps somebody out of every bureau of this municipality. */
export type WhyNot = (typeof whyNotCodes)[number]

/** All that keeps a person of this list from being called, in a fixed order; nothing: they can be. */
export function whyNotCalled(
  rules: Pick<BureauRules, 'members' | 'seating' | 'candidates'>,
  list: List,
  pollingDay: string,
  { isCandidate, birthDate, voter }: CallFacts,
): WhyNot[] {
  const { belgian, fromAge } = rules.members.value
  const mustVoteHere = rules.seating
    .filter(({ lists }) => lists.includes(list))
    .every(({ voterOf }) => voterOf)
  const isYoung = birthDate
    ? ageOn(pollingDay, birthDate) < fromAge
    : (voter && isAdult[voter.category]) === false && fromAge >= 18
  const reasons: Readonly<Record<WhyNot, boolean>> = {
    candidate: isCandidate && rules.candidates.value === 'excluded',
    'no-voter': voter === undefined && mustVoteHere,
    struck: voter?.state === 'struck',
    nationality: belgian && voter !== undefined && !isBelgian[voter.category],
    age: isYoung,
  }
  return whyNotCodes.filter((code) => reasons[code])
}

function ageOn(day: string, birthDate: string): number {
  return Temporal.PlainDate.from(birthDate).until(day, { largestUnit: 'years' }).years
}

/** Which voters these rules keep out by their category alone: by nationality, and by age where no birth date is known. */
export function categoriesKeptOut({ members }: Pick<BureauRules, 'members'>): {
  readonly nationality: readonly VoterCategory[]
  readonly age: readonly VoterCategory[]
} {
  const { belgian, fromAge } = members.value
  const which = (table: Readonly<Record<VoterCategory, boolean>>, isAsked: boolean) =>
    isAsked ? (Object.keys(table) as VoterCategory[]).filter((category) => !table[category]) : []
  return { nationality: which(isBelgian, belgian), age: which(isAdult, fromAge >= 18) }
}

const isBelgian = {
  BELGIAN: true,
  BELGIAN_16_17: true,
  BELGIAN_ABROAD: true,
  EU: false,
  EU_16_17: false,
  NON_EU: false,
} as const satisfies Record<VoterCategory, boolean>

/** Whether this voter is Belgian, by the category of the voters list. */
export function isBelgianVoter({ category }: { readonly category: VoterCategory }): boolean {
  return isBelgian[category]
}

/** Whether all voters of a category are 18: tells the age of who has no birth date on the list. */
const isAdult = {
  BELGIAN: true,
  BELGIAN_16_17: false,
  BELGIAN_ABROAD: true,
  EU: true,
  EU_16_17: false,
  NON_EU: true,
} as const satisfies Record<VoterCategory, boolean>
