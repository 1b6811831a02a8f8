import { type Election, getSections, type Section } from '../elections/index.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { type Result, refused } from '../platform/result.ts'
import { currentList } from './list-store.ts'
import { entitled, unsealed, type VoterFact } from './voter.ts'
import { votersOfSection } from './voter-store.ts'

/** What a browser lays out for the printer at once: some 20,000 voters. */
export const mostEmergencySections = 25
const pageSize = 500

export interface EmergencyList {
  readonly sections: readonly Section[]
  /** Voters of a section in list order, the struck ones left out, read in pages: no transaction waits for a slow reader. */
  votersOf(section: number): AsyncGenerator<VoterFact[]>
}

/**
 * The list for the counter when there is no network: who votes where, by section, without national numbers. Who shows an
 * address asks `addressForOthers`. It is written down before the first voter is read, because it is about all of them.
 */
export async function openEmergencyList(
  { database }: { database: Database },
  facts: { election: Election; from: number; until: number; by: string },
): Promise<Result<EmergencyList, 'no-list' | 'no-such-sections' | 'too-many-sections'>> {
  const { election, from, until, by } = facts
  const { municipalityId, electionId } = election
  const scope = staffOf(municipalityId)
  return database.inScope(scope, async (db) => {
    const list = await currentList(db, municipalityId, electionId)
    if (!list) return refused('no-list')
    const all = await getSections(db, municipalityId, electionId)
    const sections = all.filter(({ section }) => section >= from && section <= until)
    if (sections.length === 0) return refused('no-such-sections')
    if (sections.length > mostEmergencySections) return refused('too-many-sections')
    const details = { from, until, sections: sections.length }
    await recordAudit(db, { municipalityId, actor: by, action: 'voters.emergency-list-printed', details })
    const page = (section: number, after: number) =>
      database.inScope(scope, (own) =>
        votersOfSection(own, municipalityId, electionId, list.listId, section, after, pageSize),
      )
    async function* votersOf(section: number) {
      for (let after = 0; ; ) {
        const voters = await page(section, after)
        if (voters.length === 0) return
        yield voters.filter(({ state }) => entitled.includes(state)).map(unsealed)
        after = voters.at(-1)!.listNumber
      }
    }
    return { ok: true, sections, votersOf }
  })
}
