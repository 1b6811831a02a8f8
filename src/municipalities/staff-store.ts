import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { MunicipalityId, StaffId } from '../platform/ids.ts'
import type { CredentialId } from './credential.ts'
import type { StaffMember, StaffRight } from './staff.ts'

export async function insertStaff(
  db: Db,
  member: Omit<StaffMember, 'endedAt' | 'logsIn' | 'loginRights'>,
): Promise<void> {
  await sql`insert into municipalities.staff (municipality_id, staff_id, email, name, rights, is_demo)
            values (${member.municipalityId}, ${member.staffId}, ${member.email}, ${member.name},
                    ${[...member.rights]}::text[], ${member.isDemo})`.execute(db)
}

const members = sql`
  select s.municipality_id as "municipalityId", s.staff_id as "staffId", s.email, s.name, s.rights,
         s.is_demo as "isDemo", s.ended_at as "endedAt", s.identity_subject is not null as "logsIn", s.login_rights as "loginRights"
  from municipalities.staff s`

export async function selectStaff(db: Db, municipalityId: MunicipalityId): Promise<StaffMember[]> {
  const { rows } = await sql<StaffMember>`
    ${members} where s.municipality_id = ${municipalityId} order by s.name, s.staff_id`.execute(db)
  return rows
}

/** The name behind an actor of the audit log; nothing for a command or a job. */
export async function staffNameOf(
  db: Db,
  municipalityId: MunicipalityId,
  actor: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select s.name from municipalities.staff s
    where s.municipality_id = ${municipalityId} and s.staff_id::text = ${actor}`.execute(db)
  return rows[0]?.name
}

/** Reads a member and holds the row until the transaction ends. */
export async function lockStaffMember(
  db: Db,
  municipalityId: MunicipalityId,
  staffId: StaffId,
): Promise<StaffMember | undefined> {
  const { rows } = await sql<StaffMember>`
    ${members} where s.municipality_id = ${municipalityId} and s.staff_id = ${staffId} for update`.execute(db)
  return rows[0]
}

export async function updateRights(
  db: Db,
  municipalityId: MunicipalityId,
  staffId: StaffId,
  rights: readonly StaffRight[],
): Promise<void> {
  await sql`update municipalities.staff set rights = ${[...rights]}::text[]
            where municipality_id = ${municipalityId} and staff_id = ${staffId}`.execute(db)
}

/** What a login just gave, for when this person is away. */
export async function keepLoginRights(
  db: Db,
  municipalityId: MunicipalityId,
  staffId: StaffId,
  rights: readonly StaffRight[],
): Promise<void> {
  await sql`update municipalities.staff set login_rights = ${[...rights]}::text[]
            where municipality_id = ${municipalityId} and staff_id = ${staffId}`.execute(db)
}

export async function markEnded(
  db: Db,
  municipalityId: MunicipalityId,
  staffId: StaffId,
  at: Date,
): Promise<void> {
  await sql`update municipalities.staff set ended_at = ${at}
            where municipality_id = ${municipalityId} and staff_id = ${staffId}`.execute(db)
}

interface LoginIdentity {
  readonly issuer: string
  readonly subject: string
}

type KnownPerson = Pick<StaffMember, 'staffId' | 'endedAt'>

/** The person of this login, held until the transaction ends. */
export async function lockIdentity(
  db: Db,
  municipalityId: MunicipalityId,
  { issuer, subject }: LoginIdentity,
): Promise<KnownPerson | undefined> {
  const { rows } = await sql<KnownPerson>`
    select s.staff_id as "staffId", s.ended_at as "endedAt" from municipalities.staff s
    where s.municipality_id = ${municipalityId} and s.identity_issuer = ${issuer}
      and s.identity_subject = ${subject} for update`.execute(db)
  return rows[0]
}

/** By which login a person is known; absent of who was added by hand. */
export async function selectIdentity(
  db: Db,
  municipalityId: MunicipalityId,
  staffId: StaffId,
): Promise<(LoginIdentity & { name: string; isDemo: boolean }) | undefined> {
  const { rows } = await sql<LoginIdentity & { name: string; isDemo: boolean }>`
    select s.identity_issuer as issuer, s.identity_subject as subject, s.name, s.is_demo as "isDemo"
    from municipalities.staff s
    where s.municipality_id = ${municipalityId} and s.staff_id = ${staffId} and s.identity_subject is not null`.execute(
    db,
  )
  return rows[0]
}

/** Gives the person with this address, who never logged in before, their login. */
export async function linkIdentity(
  db: Db,
  municipalityId: MunicipalityId,
  { issuer, subject, email }: LoginIdentity & { email: string },
): Promise<KnownPerson | undefined> {
  const { rows } = await sql<KnownPerson>`
    update municipalities.staff s set identity_issuer = ${issuer}, identity_subject = ${subject}
    where s.municipality_id = ${municipalityId} and s.email = ${email} and s.identity_subject is null
    returning s.staff_id as "staffId", s.ended_at as "endedAt"`.execute(db)
  return rows[0]
}

/**
 * Rights come with each login, so the row has none: by hand nobody acts as this person until somebody says so. Answers
 * false when the person, or the address, is somebody's already.
 */
export async function insertIdentity(
  db: Db,
  municipalityId: MunicipalityId,
  person: LoginIdentity & { staffId: StaffId; name: string; email: string | undefined; isDemo: boolean },
): Promise<boolean> {
  const { staffId, name, email, issuer, subject, isDemo } = person
  const { numAffectedRows } = await sql`
    insert into municipalities.staff
      (municipality_id, staff_id, email, name, rights, is_demo, identity_issuer, identity_subject)
    values (${municipalityId}, ${staffId}, ${email ?? null}, ${name}, '{}', ${isDemo}, ${issuer}, ${subject})
    on conflict do nothing`.execute(db)
  return numAffectedRows === 1n
}

export interface StoredCredential {
  readonly staff: StaffMember
  readonly credentialSha256: Buffer
  readonly expiresAt: Date
  readonly revokedAt: Date | null
}

export async function insertCredential(
  db: Db,
  municipalityId: MunicipalityId,
  facts: {
    credentialId: CredentialId
    staffId: StaffId
    credentialSha256: Buffer
    createdAt: Date
    expiresAt: Date
  },
): Promise<void> {
  await sql`insert into municipalities.staff_credential
              (municipality_id, staff_id, credential_id, credential_sha256, created_at, expires_at)
            values (${municipalityId}, ${facts.staffId}, ${facts.credentialId}, ${facts.credentialSha256},
                    ${facts.createdAt}, ${facts.expiresAt})`.execute(db)
}

export async function selectCredential(
  db: Db,
  municipalityId: MunicipalityId,
  credentialId: CredentialId,
): Promise<StoredCredential | undefined> {
  const { rows } = await sql<StaffMember & Omit<StoredCredential, 'staff'>>`
    select s.municipality_id as "municipalityId", s.staff_id as "staffId", s.email, s.name, s.rights,
           s.is_demo as "isDemo", s.ended_at as "endedAt", s.identity_subject is not null as "logsIn", s.login_rights as "loginRights", c.credential_sha256 as "credentialSha256",
           c.expires_at as "expiresAt", c.revoked_at as "revokedAt"
    from municipalities.staff_credential c
    join municipalities.staff s on s.municipality_id = c.municipality_id and s.staff_id = c.staff_id
    where c.municipality_id = ${municipalityId} and c.credential_id = ${credentialId}`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const { credentialSha256, expiresAt, revokedAt, ...staff } = row
  return { staff, credentialSha256, expiresAt, revokedAt }
}

/** Revokes what is not revoked yet; answers how many credentials that were. */
export async function markRevoked(
  db: Db,
  municipalityId: MunicipalityId,
  which: { credentialId: CredentialId } | { staffId: StaffId },
  at: Date,
): Promise<number> {
  const chosen =
    'staffId' in which ? sql`c.staff_id = ${which.staffId}` : sql`c.credential_id = ${which.credentialId}`
  const { numAffectedRows } = await sql`
    update municipalities.staff_credential c set revoked_at = ${at}
    where c.municipality_id = ${municipalityId} and ${chosen} and c.revoked_at is null`.execute(db)
  return Number(numAffectedRows ?? 0)
}
