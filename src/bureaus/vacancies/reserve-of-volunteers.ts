import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { inFile, type ShownVolunteer, selectVolunteers } from '../volunteers/volunteers-overview.ts'

/** Accepted volunteers whom the rules let sit and who have no seat; who offered to stand by on polling day first. */
export async function volunteersInReserve(db: Db, election: Election): Promise<ShownVolunteer[]> {
  const accepted = await selectVolunteers(db, election, inFile('ACCEPTED', undefined))
  const standsBy = ({ functions }: ShownVolunteer) => (functions.includes('RESERVE') ? 0 : 1)
  return accepted
    .filter(({ whyNot, wasProposed }) => whyNot.length === 0 && !wasProposed)
    .toSorted((one, other) => standsBy(one) - standsBy(other))
}
