import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { Outbox, Outgoing } from '../../platform/outbox/outbox.ts'
import type { Volunteer } from './volunteer.ts'

/** `confirm` asks whether an offer is truly from whoever has the address; the others tell what was decided. */
export type VolunteerMailKind = 'confirm' | 'accepted' | 'refused'

export interface VolunteerMail extends Outgoing, Pick<Volunteer, 'electionId' | 'volunteerId'> {
  readonly kind: VolunteerMailKind
}

export const volunteerMailOutbox: Outbox<VolunteerMail> = {
  table: 'bureaus.volunteer_mail',
  columns: {
    municipalityId: 'municipality_id',
    electionId: 'election_id',
    volunteerId: 'volunteer_id',
    kind: 'kind',
    attempts: 'attempts',
  },
  key: ['municipalityId', 'electionId', 'volunteerId', 'kind'],
}

/** Writes a mail down to leave; of each kind there is one. */
export async function insertVolunteerMail(
  db: Db,
  {
    municipalityId,
    electionId,
    volunteerId,
  }: Pick<Volunteer, 'municipalityId' | 'electionId' | 'volunteerId'>,
  kind: VolunteerMailKind,
  at: Date,
): Promise<void> {
  await sql`
    insert into bureaus.volunteer_mail (municipality_id, election_id, volunteer_id, kind, written_at, next_attempt_at)
    values (${municipalityId}, ${electionId}, ${volunteerId}, ${kind}, ${at}, ${at})
    on conflict (municipality_id, election_id, volunteer_id, kind) do nothing`.execute(db)
}

/** To whom a mail goes, as it stands now. */
export async function volunteerToMail(
  db: Db,
  { municipalityId, electionId, volunteerId }: VolunteerMail,
): Promise<Volunteer | undefined> {
  const { rows } = await sql<Volunteer>`
    select v.municipality_id as "municipalityId", v.election_id as "electionId", v.volunteer_id as "volunteerId",
      v.language, v.has_email as "hasEmail", v.state, v.confirm_until as "confirmUntil", v.reason,
      v.contact_sealed as "contactSealed"
    from bureaus.volunteer v
    where v.municipality_id = ${municipalityId} and v.election_id = ${electionId}
      and v.volunteer_id = ${volunteerId}`.execute(db)
  return rows[0]
}
