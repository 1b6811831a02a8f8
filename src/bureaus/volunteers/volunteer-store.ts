import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, MunicipalityId, VolunteerId } from '../../platform/ids.ts'
import type { Language } from '../../platform/language.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { TrainingTime, Volunteer, VolunteerFunction, VolunteerState } from './volunteer.ts'

const columns = sql`v.municipality_id as "municipalityId", v.election_id as "electionId", v.volunteer_id as "volunteerId",
  v.language, v.has_email as "hasEmail", v.state, v.confirm_until as "confirmUntil", v.reason, v.contact_sealed as "contactSealed"`

export interface NewVolunteer extends OfElection {
  readonly volunteerId: VolunteerId
  readonly nrnCipher: Buffer
  readonly nrnIndex: Buffer
  readonly lastName: string
  readonly firstNames: string
  readonly birthDate: string
  readonly contactSealed: Buffer
  readonly hasEmail: boolean
  readonly language: Language
  readonly functions: readonly VolunteerFunction[]
  readonly training: readonly TrainingTime[]
  readonly satBefore: boolean
  readonly channel: 'PORTAL' | 'COUNTER'
  readonly state: VolunteerState
  readonly appliedAt: Date
  readonly recordedBy: string
  readonly confirmSha256: Buffer | null
  readonly confirmUntil: Date | null
  readonly withdrawSha256: Buffer
  readonly confirmedAt: Date | null
}

export async function insertVolunteer(db: Db, one: NewVolunteer): Promise<void> {
  await sql`
    insert into bureaus.volunteer (municipality_id, election_id, volunteer_id, nrn_cipher, nrn_index, last_name, first_names,
      birth_date, contact_sealed, has_email, language, functions, training, sat_before, channel, state, applied_at, recorded_by,
      confirm_sha256, confirm_until, withdraw_sha256, confirmed_at)
    values (${one.municipalityId}, ${one.electionId}, ${one.volunteerId}, ${one.nrnCipher}, ${one.nrnIndex}, ${one.lastName},
      ${one.firstNames}, ${one.birthDate}, ${one.contactSealed}, ${one.hasEmail}, ${one.language},
      ${one.functions as string[]}::text[], ${one.training as string[]}::text[], ${one.satBefore}, ${one.channel}, ${one.state},
      ${one.appliedAt}, ${one.recordedBy}, ${one.confirmSha256}, ${one.confirmUntil}, ${one.withdrawSha256},
      ${one.confirmedAt})`.execute(db)
}

/** Locked for who decides on it. */
export async function lockVolunteer(
  db: Db,
  { municipalityId, electionId }: OfElection,
  volunteerId: VolunteerId,
): Promise<Volunteer | undefined> {
  const { rows } = await sql<Volunteer>`
    select ${columns} from bureaus.volunteer v
    where v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.volunteer_id = ${volunteerId}
    for update`.execute(db)
  return rows[0]
}

/** Who asks meanwhile waits, so that nobody is taken for two seats. */
export async function lockAccepted(db: Db, { municipalityId, electionId }: OfElection): Promise<void> {
  await sql`
    select v.volunteer_id from bureaus.volunteer v
    where v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.state = 'ACCEPTED'
    order by v.volunteer_id for update`.execute(db)
}

/** What somebody holds a link to; `db` is in the scope of that link, which reaches this row and no other. */
export async function findByLink(
  db: Db,
  purpose: 'confirm' | 'withdraw',
  secretSha256: Buffer,
): Promise<Volunteer | undefined> {
  const column = sql.ref(purpose === 'confirm' ? 'v.confirm_sha256' : 'v.withdraw_sha256')
  const { rows } = await sql<Volunteer>`
    select ${columns} from bureaus.volunteer v where ${column} = ${secretSha256}`.execute(db)
  return rows[0]
}

type Key = Pick<Volunteer, 'municipalityId' | 'electionId' | 'volunteerId'>

/** Uses the link up. Answers false when there is nothing to confirm any more. */
export async function markConfirmed(
  db: Db,
  { municipalityId, electionId, volunteerId }: Key,
  at: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update bureaus.volunteer set state = 'CONFIRMED', confirmed_at = ${at}, confirm_sha256 = null
    where municipality_id = ${municipalityId} and election_id = ${electionId} and volunteer_id = ${volunteerId}
      and state = 'NEW'`.execute(db)
  return Number(numAffectedRows) === 1
}

/** The contact goes with it. Answers false when it was taken back before. */
export async function markWithdrawn(
  db: Db,
  { municipalityId, electionId, volunteerId }: Key,
  at: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update bureaus.volunteer set state = 'WITHDRAWN', withdrawn_at = ${at}, confirm_sha256 = null, contact_sealed = null,
      has_email = false
    where municipality_id = ${municipalityId} and election_id = ${electionId} and volunteer_id = ${volunteerId}
      and state <> 'WITHDRAWN'`.execute(db)
  return Number(numAffectedRows) === 1
}

export interface Decision {
  readonly state: 'ACCEPTED' | 'REFUSED'
  readonly reason: string | null
  readonly by: string
  readonly at: Date
}

export async function writeDecision(
  db: Db,
  { municipalityId, electionId, volunteerId }: Key,
  { state, reason, by, at }: Decision,
): Promise<void> {
  await sql`
    update bureaus.volunteer set state = ${state}, reason = ${reason}, decided_by = ${by}, decided_at = ${at}
    where municipality_id = ${municipalityId} and election_id = ${electionId}
      and volunteer_id = ${volunteerId}`.execute(db)
}

/** Offers that a mail asked to confirm and nobody did in time: they count for nothing. Answers how many went. */
export async function deleteUnconfirmed(
  db: Db,
  municipalityId: MunicipalityId,
  before: Date,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from bureaus.volunteer
    where municipality_id = ${municipalityId} and state = 'NEW' and confirm_until < ${before}`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

/** Whether there is a form for everybody; nothing: nobody ever said so. */
export async function selectCall(
  db: Db,
  { municipalityId, electionId }: OfElection,
): Promise<boolean | undefined> {
  const { rows } = await sql<{ isOpen: boolean }>`
    select c.is_open as "isOpen" from bureaus.volunteer_call c
    where c.municipality_id = ${municipalityId} and c.election_id = ${electionId}`.execute(db)
  return rows[0]?.isOpen
}

export async function putCall(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { isOpen, at, by }: { readonly isOpen: boolean; readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`
    insert into bureaus.volunteer_call (municipality_id, election_id, is_open, changed_at, changed_by)
    values (${municipalityId}, ${electionId}, ${isOpen}, ${at}, ${by})
    on conflict (municipality_id, election_id) do update
    set is_open = excluded.is_open, changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(
    db,
  )
}

/** For which elections of a municipality there is a form. */
export async function electionsWithCall(db: Db, municipalityId: MunicipalityId): Promise<ElectionId[]> {
  const { rows } = await sql<{ electionId: ElectionId }>`
    select c.election_id as "electionId" from bureaus.volunteer_call c
    where c.municipality_id = ${municipalityId} and c.is_open`.execute(db)
  return rows.map(({ electionId }) => electionId)
}
