import { recordAudit } from '../../platform/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type Refused, refused } from '../../platform/result.ts'
import type { Election } from '../election.ts'
import type { PlaceRowFault } from './check-place-row.ts'
import { checkPlaces } from './check-places.ts'
import { placeRules } from './import-places.ts'
import { changedColumns, fieldsOfPlace, fieldsOfSection, type PlaceTexts } from './place-fields.ts'
import { getSections, lockElection, replacePlaces } from './places-store.ts'

export type EditedPlace =
  | { readonly ok: true; readonly changed: readonly (keyof PlaceTexts)[] }
  | Refused<'no-such-place' | 'changed-meanwhile'>
  | (Refused<'rows-refused'> & { readonly faults: readonly PlaceRowFault[] })

/**
 * Describes one building anew, through the same checks as the whole list: what a file may not say, a page may not
 * either. `before` is what the person saw; when somebody else changed the building meanwhile nothing is kept.
 */
export async function editPlace(
  { database }: { database: Database },
  facts: { election: Election; code: string; before: PlaceTexts; after: PlaceTexts; by: string },
): Promise<EditedPlace> {
  const { election, code, by } = facts
  const { municipalityId, electionId } = election
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
    const rows = sections.map((section, at) => ({
      row: at + 2,
      fields: { ...fieldsOfSection(section), ...(section.place.code === code && after) },
    }))
    const checked = checkPlaces(rows, await placeRules(db, election))
    if (checked.faults.length > 0) return { ...refused('rows-refused'), faults: checked.faults }
    await replacePlaces(db, municipalityId, electionId, checked)
    const event = { municipalityId, actor: by, action: 'places.edited', subject: electionId }
    await recordAudit(db, { ...event, details: { place: code, changed } })
    return { ok: true, changed }
  })
}
