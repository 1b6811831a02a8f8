import { assembliesFor, type Election, heldAssemblies } from './election.ts'
import { type Assembly, type Mark, type VoterCategory, voterCategories } from './ruleset.ts'

/** What the law of an election gives one category of voters, to be held against the law itself. */
export interface ElectorateRow {
  readonly category: VoterCategory
  /** In the order of `heldAssemblies`: `uncontested` they would vote for it, and it is elected without a vote. */
  readonly votes: Readonly<Partial<Record<Assembly, 'yes' | 'no' | 'uncontested'>>>
  readonly age?: { readonly from: number; readonly to?: number | undefined } | undefined
  readonly attendance?: 'duty' | 'free' | 'unsettled' | undefined
  /** Of the assemblies, the age and the duty, in this order. */
  readonly sources: readonly {
    readonly source: string
    readonly mark: Mark
    readonly note?: string | undefined
  }[]
}

/** Voters by assemblies: every category, also those that have no vote here. */
export function electorateTable(election: Pick<Election, 'ruleset' | 'settings'>): ElectorateRow[] {
  return voterCategories.map((category) => rowOf(election, category))
}

function rowOf(election: Pick<Election, 'ruleset' | 'settings'>, category: VoterCategory): ElectorateRow {
  const rule = election.ruleset.electorate[category]
  const entitledTo = rule?.assemblies.value ?? []
  const voted = assembliesFor(election, category).map(({ code }) => code)
  const votes = heldAssemblies(election).map(({ code }) => {
    if (voted.includes(code)) return [code, 'yes']
    return [code, entitledTo.includes(code) ? 'uncontested' : 'no']
  })
  return {
    category,
    votes: Object.fromEntries(votes),
    age: rule?.age.value,
    attendance: rule?.attendance.value,
    sources: rule ? [rule.assemblies, rule.age, rule.attendance].map(origin) : [],
  }
}

function origin({ source, mark, note }: { source: string; mark: Mark; note?: string | undefined }) {
  return { source, mark, ...(note && { note }) }
}
