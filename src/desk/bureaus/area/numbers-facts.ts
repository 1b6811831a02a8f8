import {
  type FirstNumbers,
  firstNumbers,
  type KeptBureau,
  keptFirstNumbers,
  loadBureauRules,
  mayAsAuthority,
} from '../../../bureaus/index.ts'
import type { AreaBureauRow, AreaRow } from './area-facts.ts'

/** Where the numbers of one municipality of a canton begin: as the order of the canton has it, and as its plan has it now. */
export interface NumbersRow {
  readonly row: AreaRow
  readonly isHead: boolean
  readonly asked: FirstNumbers
  readonly now: FirstNumbers
}

export interface CantonNumbers {
  /** As the elections name it; absent where they don't. */
  readonly canton: string | undefined
  readonly rows: readonly NumbersRow[]
}

/**
 * The numbers of each canton in which several municipalities are numbered together, in the order of counting. Only for who designates
 * there; the head municipality is the one with the main bureau of the canton in its plan.
 */
export function numbersOfCantons(
  rows: readonly AreaRow[],
  bureaus: readonly AreaBureauRow[],
): CantonNumbers[] {
  const byElection = Map.groupBy(bureaus, ({ electionId }) => electionId)
  const numbered = rows.filter(({ of: { election, kind } }) => {
    const rules = loadBureauRules(election.ruleset)
    return rules.numbering.value === 'by-canton' && mayAsAuthority(rules, kind, 'designate')
  })
  const cantons = Map.groupBy(numbered, ({ of }) => of.election.settings.canton)
  return [...cantons].flatMap(([canton, of]) => {
    if (of.length < 2) return []
    return [{ canton, rows: inOrder(of, (row) => byElection.get(row.of.election.electionId) ?? []) }]
  })
}

function inOrder(rows: readonly AreaRow[], bureausOf: (row: AreaRow) => readonly AreaBureauRow[]) {
  const facts = rows.map((row) => {
    const own = bureausOf(row)
    const isHead = own.some(({ kind, code }) => kind === 'MAIN' && code === 'MAIN_CANTON')
    return { row, isHead, now: keptFirstNumbers(own), ...countsOf(own) }
  })
  const named = facts.map(({ row, ...counts }) => ({ ...counts, name: row.of.municipality.name }))
  const asked = firstNumbers(loadBureauRules(rows[0]!.of.election.ruleset), named)
  return [...asked].map(([name, first]) => {
    const { row, isHead, now } = facts.find((one) => one.row.of.municipality.name === name)!
    return { row, isHead, now, asked: first }
  })
}

/** Each kind of counting bureau has numbers of its own: the kind with the most says how far they go. */
function countsOf(bureaus: readonly Pick<KeptBureau, 'kind' | 'code'>[]) {
  const counting = Map.groupBy(
    bureaus.filter(({ kind }) => kind === 'COUNTING'),
    ({ code }) => code,
  )
  return {
    pollingBureaus: bureaus.filter(({ kind }) => kind === 'POLLING').length,
    countingBureaus: Math.max(0, ...[...counting.values()].map(({ length }) => length)),
  }
}
