import { type Election, getSections } from '../../elections/index.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type Refused, type Result, refused } from '../../platform/result.ts'
import { currentList, sumsBySection } from '../../voters/index.ts'
import type { BureauRules } from '../bureau-rules.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { type MainBureau, mainBureaus as mainBureauKeys } from '../paying/pay-rules.ts'
import { keptBureaus } from './bureau-store.ts'
import { keptFirstNumbers } from './kept-numbers.ts'
import { unknownMainBureaus } from './main-bureaus.ts'
import { type BureauPlan, kindsOfCouncils, planBureaus } from './plan-bureaus.ts'
import type { KeptBureau } from './wanted-bureau.ts'

export interface TypedForPlan {
  /** Number of the first polling bureau, as the canton gave it; that of the kept ones when it is not said. */
  readonly firstNumber?: number | undefined
  /** The same of the counting bureaus of each kind. */
  readonly firstCounting?: number | undefined
  /** Seats to fill of the councils, by the kind of counting bureau. */
  readonly seatsToFill: Readonly<Record<string, number>>
  /** The main bureaus that sit in this municipality; those that are kept, when it is not said. */
  readonly mainBureaus?: readonly MainBureau[] | undefined
}

export type PlanRefusal = 'no-places' | 'no-such-main-bureau' | 'no-such-council'

/**
 * The bureaus that the law asks of an election, from its sections and the voters on its list. Nothing is kept. What was typed of a main
 * bureau or council that the rules don't have is refused, with those that they have.
 */
export async function planElection(
  { database }: { readonly database: Database },
  election: Election,
  { firstNumber, firstCounting, seatsToFill, mainBureaus }: TypedForPlan,
): Promise<Result<{ plan: BureauPlan; rules: BureauRules }, PlanRefusal>> {
  const rules = loadBureauRules(election.ruleset)
  const wrong = refusedKinds(rules, { mainBureaus, seatsToFill })
  if (wrong) return wrong
  const { municipalityId, electionId } = election
  const known = await database.inScope(staffOf(municipalityId), async (db) => {
    const list = await currentList(db, municipalityId, electionId)
    const kept = await keptBureaus(db, election)
    const now = keptFirstNumbers(kept)
    const sums = list ? await sumsBySection(db, municipalityId, electionId, list.listId) : []
    return {
      sections: await getSections(db, municipalityId, electionId),
      mainBureaus: mainBureaus ?? keptMain(kept),
      firstNumber: firstNumber ?? now.firstNumber,
      firstCounting: firstCounting ?? now.firstCounting,
      voters: new Map(sums.map(({ section, voters }) => [section, voters])),
    }
  })
  if (known.sections.length === 0) return refused('no-places')
  return { ok: true, plan: planBureaus(rules, election, { ...known, seatsToFill }), rules }
}

function refusedKinds(
  rules: BureauRules,
  { mainBureaus = [], seatsToFill }: Pick<TypedForPlan, 'mainBureaus' | 'seatsToFill'>,
): Refused<PlanRefusal> | undefined {
  const noMain = unknownMainBureaus(rules, mainBureaus)
  if (noMain.length > 0)
    return refused(
      'no-such-main-bureau',
      wrongAmong(
        noMain,
        rules.mainBureaus.map(({ key }) => key),
      ),
    )
  const councils = kindsOfCouncils(rules.counting)
  const noCouncil = Object.keys(seatsToFill).filter((kind) => !councils.includes(kind))
  return noCouncil.length > 0 ? refused('no-such-council', wrongAmong(noCouncil, councils)) : undefined
}

function wrongAmong(wrong: readonly string[], right: readonly string[]): string {
  return `${wrong.join(', ')}; there ${right.length > 0 ? `are: ${right.join(', ')}` : 'are none'}.`
}

const keptMain = (kept: readonly KeptBureau[]): MainBureau[] =>
  mainBureauKeys.filter((key) => kept.some(({ kind, code }) => kind === 'MAIN' && code === key))

/** Kinds of counting bureaus of which the seats follow from the council, and the council's were not given. */
export function councilsToAsk({ bureaus }: Pick<BureauPlan, 'bureaus'>): string[] {
  const lacking = bureaus.filter(({ seats }) => !seats).map(({ number }) => number.replace(/\d+$/, ''))
  return [...new Set(lacking)]
}
