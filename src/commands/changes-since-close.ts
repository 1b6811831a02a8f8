import type { App } from '../app.ts'
import type { Election } from '../elections/index.ts'
import { staffOf } from '../platform/db/scope.ts'
import { countAmendments } from '../voters/index.ts'

/** What was amended since the list was closed, for whoever is about to release or to print; nothing when nothing was. */
export async function changesSinceClose(
  app: App,
  { municipalityId, electionId }: Election,
): Promise<string[]> {
  const { struck, added, corrected, lastAt } = await app.database.inScope(staffOf(municipalityId), (db) =>
    countAmendments(db, municipalityId, electionId),
  )
  if (!lastAt) return []
  const last = lastAt.toISOString().slice(0, 16).replace('T', ' ')
  return [
    `Since the list was closed: ${struck} struck, ${added} added, ${corrected} corrected (last on ${last} UTC).`,
  ]
}
