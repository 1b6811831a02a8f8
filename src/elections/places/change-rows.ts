import type { Db } from '../../platform/db/database.ts'
import type { Election } from '../election.ts'
import type { PlaceRowFault } from './check-place-row.ts'
import { checkPlaces } from './check-places.ts'
import { placeRules } from './import-places.ts'
import { fieldsOfSection } from './place-fields.ts'
import type { PlaceFields } from './places-format.ts'
import { replacePlaces } from './places-store.ts'
import type { Section } from './section.ts'

/** Keeps the places with some cells changed, when the whole list may still be so; else nothing. Answers every fault. */
export async function changeRows(
  db: Db,
  election: Election,
  { sections, change }: { sections: readonly Section[]; change: (section: Section) => Partial<PlaceFields> },
): Promise<readonly PlaceRowFault[]> {
  const rows = sections.map((section, at) => ({
    row: at + 2,
    fields: { ...fieldsOfSection(section), ...change(section) },
  }))
  const checked = checkPlaces(rows, await placeRules(db, election))
  if (checked.faults.length === 0)
    await replacePlaces(db, election.municipalityId, election.electionId, checked)
  return checked.faults
}
