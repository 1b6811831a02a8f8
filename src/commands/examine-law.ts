import type { App } from '../app.ts'
import { listElections, type UnsignedValue, unsignedValues } from '../elections/index.ts'
import { getSettings, type Municipality } from '../municipalities/index.ts'
import { staffOf } from '../platform/db/scope.ts'

/** What nobody vouches for in one election. */
export interface UnsignedElection {
  readonly municipality: string
  readonly code: string
  readonly ruleset: string
  readonly version: number
  readonly values: readonly UnsignedValue[]
}

/** A ruleset that elections use, with every value that nobody vouches for in one of them at least. */
export interface UnsignedRuleset {
  readonly ruleset: string
  readonly version: number
  /** `zonnedorp 2029`. */
  readonly elections: readonly string[]
  /** Of which some election says so on its letters: they hold a release back. */
  readonly onLetter: readonly UnsignedValue[]
  readonly elsewhere: readonly UnsignedValue[]
}

export async function unsignedElections(
  { database }: App,
  { municipalityId, slug }: Municipality,
): Promise<UnsignedElection[]> {
  return database.inScope(staffOf(municipalityId), async (db) => {
    const settings = await getSettings(db, municipalityId)
    const elections = await listElections(db, municipalityId)
    return elections.map((election) => ({
      municipality: slug,
      code: election.code,
      ruleset: election.ruleset.id,
      version: election.ruleset.version,
      values: unsignedValues(election, settings),
    }))
  })
}

/** The same values, once per version of a ruleset, those that stand on a letter first. */
export function byRuleset(elections: readonly UnsignedElection[]): UnsignedRuleset[] {
  const groups = Map.groupBy(elections, ({ ruleset, version }) => `${ruleset} ${version}`)
  return [...groups.values()].map((using) => {
    const { ruleset, version } = using[0]!
    const values = new Map<string, UnsignedValue>()
    for (const value of using.flatMap((one) => one.values)) {
      const key = JSON.stringify([value.path, value.mark, value.source])
      const known = values.get(key)
      values.set(key, { ...value, onLetter: value.onLetter || known?.onLetter === true })
    }
    const all = [...values.values()]
    return {
      ruleset,
      version,
      elections: using.map(({ municipality, code }) => `${municipality} ${code}`),
      onLetter: all.filter(({ onLetter }) => onLetter),
      elsewhere: all.filter(({ onLetter }) => !onLetter),
    }
  })
}
