import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type Refused, refused } from '../../platform/result.ts'
import type { Election } from '../election.ts'
import { changeRows } from './change-rows.ts'
import type { PlaceRowFault } from './check-place-row.ts'
import { changedColumns, fieldsOfPlace, type PlaceTexts } from './place-fields.ts'
import { getSections, lockElection } from './places-store.ts'
import type { Section } from './section.ts'
import { isVotingOver } from './voting-over.ts'

export type EditedPlace =
  | { readonly ok: true; readonly changed: readonly (keyof PlaceTexts)[] }
  | Refused<'no-such-place' | 'changed-meanwhile' | 'voting-is-over'>
  | (Refused<'rows-refused'> & { readonly faults: readonly PlaceRowFault[] })

/**
 * Describes one building anew, through the same checks as the whole list: what a file may not say, a page may not
 * either. `before` is what the person saw; when somebody else changed the building meanwhile nothing is kept. Nor is it
 * once the bureaus have closed.
 */
export async function editPlace(
  { database, clock }: { database: Database; clock: Clock },
  facts: { election: Election; code: string; before: PlaceTexts; after: PlaceTexts; by: string },
): Promise<EditedPlace> {
  const { election, code, by } = facts
  const { municipalityId, electionId } = election
  if (isVotingOver(election, clock.now())) return refused('voting-is-over')
  return database.inScope(staffOf(municipalityId), async (db) => {
    await lockElection(db, municipalityId, electionId)
    const sections = await getSections(db, municipalityId, electionId)
    const place = sections.find((section) => section.place.code === code)?.place
    if (!place) return refused('no-such-place')
    const now = fieldsOfPlace(place)
    if (changedColumns(now, facts.before).length > 0) return refused('changed-meanwhile')
    const after = { ...facts.after, place_code: code }
    const changed = changedColumns(now, after)
    if (changed.length === 0) return { ok: true, changed }
    const change = (section: Section) => (section.place.code === code ? after : {})
    const faults = await changeRows(db, election, { sections, change })
    if (faults.length > 0) return { ...refused('rows-refused'), faults }
    const event = { municipalityId, actor: by, action: 'places.edited', subject: electionId }
    await recordAudit(db, { ...event, details: { place: code, changed } })
    return { ok: true, changed }
  })
}
