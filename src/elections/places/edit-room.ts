import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type Refused, refused } from '../../platform/result.ts'
import type { Election } from '../election.ts'
import { changeRows } from './change-rows.ts'
import type { PlaceRowFault } from './check-place-row.ts'
import { fieldsOfPlace } from './place-fields.ts'
import { getSections, lockElection } from './places-store.ts'
import type { Section } from './section.ts'
import { isVotingOver } from './voting-over.ts'

/** Where one section votes: which room of which building, and the leave that lets it have more voters. */
export interface RoomTexts {
  readonly room: string
  readonly place_code: string
  readonly size_leave: string
}

export type EditedRoom =
  | { readonly ok: true; readonly changed: readonly (keyof RoomTexts)[] }
  | Refused<'no-such-section' | 'no-such-place' | 'changed-meanwhile' | 'voting-is-over'>
  | (Refused<'rows-refused'> & { readonly faults: readonly PlaceRowFault[] })

export function fieldsOfRoom({ room, place, sizeLeave }: Section): RoomTexts {
  return { room, place_code: place.code, size_leave: sizeLeave ?? '' }
}

/**
 * Gives a section another room, or a room in another building of this election, through the checks of the whole list: no two
 * sections share a room. `before` is what the person saw. Once the bureaus have closed, where people voted stays as it was.
 */
export async function editRoom(
  { database, clock }: { database: Database; clock: Clock },
  facts: { election: Election; section: number; before: RoomTexts; after: RoomTexts; by: string },
): Promise<EditedRoom> {
  const { election, before, after, by } = facts
  const { municipalityId, electionId } = election
  if (isVotingOver(election, clock.now())) return refused('voting-is-over')
  return database.inScope(staffOf(municipalityId), async (db) => {
    await lockElection(db, municipalityId, electionId)
    const sections = await getSections(db, municipalityId, electionId)
    const asked = sections.find(({ section }) => section === facts.section)
    if (!asked) return refused('no-such-section')
    const now = fieldsOfRoom(asked)
    if (changedIn(now, before).length > 0) return refused('changed-meanwhile')
    const changed = changedIn(now, after)
    if (changed.length === 0) return { ok: true, changed }
    const place = sections.find((one) => one.place.code === after.place_code)?.place
    if (!place) return refused('no-such-place')
    const change = (one: Section) => (one === asked ? { ...fieldsOfPlace(place), ...after } : {})
    const faults = await changeRows(db, election, { sections, change })
    if (faults.length > 0) return { ...refused('rows-refused'), faults }
    const event = { municipalityId, actor: by, action: 'places.room-edited', subject: electionId }
    const details = { section: facts.section, place: place.code, changed }
    await recordAudit(db, { ...event, details })
    return { ok: true, changed }
  })
}

function changedIn(before: RoomTexts, after: RoomTexts): (keyof RoomTexts)[] {
  return (['room', 'place_code', 'size_leave'] as const).filter((name) => before[name] !== after[name])
}
