import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { VolunteerId } from '../../platform/ids.ts'
import type { Vault } from '../../platform/vault.ts'
import type { VolunteerContact } from './volunteer.ts'
import {
  inFile,
  type ShownVolunteer,
  selectVolunteer,
  selectVolunteers,
  type VolunteerFile,
} from './volunteers-overview.ts'

export const volunteersPerPage = 50

interface Asked {
  readonly election: Election
  readonly by: string
}

/** A page of offers, with one more than fits when there is more. Whoever looks leaves a trace. */
export function showVolunteers(
  { database }: { readonly database: Database },
  { election, by, file, after }: Asked & { file: VolunteerFile; after?: VolunteerId | undefined },
): Promise<ShownVolunteer[]> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const found = await selectVolunteers(db, election, inFile(file, after), volunteersPerPage + 1)
    const event = { municipalityId, actor: by, action: 'bureaus.volunteers-shown', subject: electionId }
    await recordAudit(db, { ...event, details: { found: Math.min(found.length, volunteersPerPage) } })
    return found
  })
}

/** One offer with how to reach who made it, for who decides on it. Whoever looks leaves a trace. */
export function showVolunteer(
  { database, vault }: { readonly database: Database; readonly vault: Pick<Vault, 'open'> },
  { election, by, volunteerId }: Asked & { volunteerId: VolunteerId },
): Promise<{ volunteer: ShownVolunteer; contact: VolunteerContact } | undefined> {
  const { municipalityId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const volunteer = await selectVolunteer(db, election, volunteerId)
    if (!volunteer) return undefined
    const event = { municipalityId, actor: by, action: 'bureaus.volunteer-shown', subject: volunteerId }
    await recordAudit(db, event)
    return { volunteer, contact: openContact(vault, volunteer.contactSealed) }
  })
}

/** How to reach a volunteer; nothing when they took their offer back. */
export function openContact(vault: Pick<Vault, 'open'>, sealed: Buffer | null): VolunteerContact {
  return sealed ? (JSON.parse(vault.open(sealed)) as VolunteerContact) : {}
}
