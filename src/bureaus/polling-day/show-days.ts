import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { dayBoard } from './board-overview.ts'
import { type DayOfBureau, dayOfBureau } from './day-of-bureau.ts'

interface WhichDays {
  readonly election: Election
  readonly by: string
  /** The number of the last bureau of the page before. */
  readonly after?: string | undefined
  readonly most: number
}

/** Bureaus on their day in the order of the board, with their people; of each that is shown there is a trace. `next`: there are more. */
export function showDays(
  { database }: { readonly database: Database },
  { election, by, after, most }: WhichDays,
): Promise<{ days: readonly DayOfBureau[]; next?: string }> {
  const { municipalityId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const all = await dayBoard(db, election)
    const rest = all.slice(all.findIndex(({ number }) => number === after) + 1)
    const days: DayOfBureau[] = []
    for (const { bureauId } of rest.slice(0, most)) {
      const day = await dayOfBureau(db, election, bureauId)
      if (!day) continue
      await recordAudit(db, { municipalityId, actor: by, action: 'bureaus.shown', subject: bureauId })
      days.push(day)
    }
    const last = days.at(-1)
    return { days, ...(rest.length > most && last && { next: last.bureau.number }) }
  })
}
