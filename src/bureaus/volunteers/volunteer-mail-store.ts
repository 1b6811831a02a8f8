import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import type { Volunteer } from './volunteer.ts'

/** `confirm` asks whether an offer is truly from whoever has the address; the others tell what was decided. */
export type VolunteerMailKind = 'confirm' | 'accepted' | 'refused'

export interface VolunteerMail extends Pick<Volunteer, 'municipalityId' | 'electionId' | 'volunteerId'> {
  readonly kind: VolunteerMailKind
  /** This one among them. */
  readonly attempts: number
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

/** Takes some that are due in hand, for one worker. Committed before anything leaves: what happens then, it never leaves twice. */
export async function claimVolunteerMails(
  db: Db,
  municipalityId: MunicipalityId,
  { now, most }: { readonly now: Date; readonly most: number },
): Promise<{ readonly claim: string; readonly mails: readonly VolunteerMail[] }> {
  const claim = randomUUID()
  const { rows } = await sql<VolunteerMail>`
    update bureaus.volunteer_mail m set state = 'sending', claim = ${claim}, claimed_at = ${now}, attempts = m.attempts + 1
    from (select d.municipality_id, d.election_id, d.volunteer_id, d.kind from bureaus.volunteer_mail d
          where d.municipality_id = ${municipalityId} and d.state = 'waiting' and d.next_attempt_at <= ${now}
          order by d.next_attempt_at limit ${most} for update skip locked) due
    where m.municipality_id = due.municipality_id and m.election_id = due.election_id
      and m.volunteer_id = due.volunteer_id and m.kind = due.kind
    returning m.municipality_id as "municipalityId", m.election_id as "electionId", m.volunteer_id as "volunteerId",
      m.kind, m.attempts`.execute(db)
  return { claim, mails: rows }
}

export interface LeftMail {
  readonly claim: string
  readonly state: 'waiting' | 'sent' | 'refused' | 'unconfirmed' | 'dropped'
  readonly code: string
  readonly now: Date
  readonly again?: Date | undefined
}

/** What became of a mail that this worker had in hand. */
export async function leaveVolunteerMail(
  db: Db,
  { municipalityId, electionId, volunteerId, kind }: VolunteerMail,
  { claim, state, code, now, again }: LeftMail,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update bureaus.volunteer_mail set state = ${state}, code = ${code}, next_attempt_at = ${again ?? now},
      finished_at = ${state === 'waiting' ? null : now}
    where municipality_id = ${municipalityId} and election_id = ${electionId} and volunteer_id = ${volunteerId}
      and kind = ${kind} and state in ('sending', 'unconfirmed') and claim = ${claim}`.execute(db)
  return Number(numAffectedRows) === 1
}

/** Mails that a worker had in hand before this moment, and never told of again: nobody knows whether they left. */
export async function giveUpVolunteerMails(
  db: Db,
  municipalities: readonly MunicipalityId[],
  { before, now }: { readonly before: Date; readonly now: Date },
): Promise<void> {
  await sql`
    update bureaus.volunteer_mail set state = 'unconfirmed', code = 'worker-lost', finished_at = ${now}
    where municipality_id = any(${municipalities}::integer[]) and state = 'sending'
      and claimed_at < ${before}`.execute(db)
}

/** Which of these municipalities have a mail to a volunteer that could leave now. */
export async function municipalitiesWithVolunteerMail(
  db: Db,
  municipalities: readonly MunicipalityId[],
  now: Date,
): Promise<MunicipalityId[]> {
  const { rows } = await sql<{ municipalityId: MunicipalityId }>`
    select distinct m.municipality_id as "municipalityId" from bureaus.volunteer_mail m
    where m.municipality_id = any(${municipalities}::integer[]) and m.state = 'waiting'
      and m.next_attempt_at <= ${now} order by 1`.execute(db)
  return rows.map(({ municipalityId }) => municipalityId)
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
