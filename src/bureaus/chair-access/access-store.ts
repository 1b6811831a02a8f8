import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { AccessId, BureauId, MunicipalityId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { KeptKind } from '../bureau-rules.ts'
import type { ChairAccess, Holder } from './chair-access.ts'

const columns = sql`x.access_id as "accessId", x.election_id as "electionId", x.bureau_id as "bureauId", x.holder,
  x.made_at as "madeAt", x.expires_at as "expiresAt", x.used_at as "usedAt", x.seen_at as "seenAt", x.revoked_at as "revokedAt"`

interface NewAccess {
  readonly accessId: AccessId
  readonly bureauId: BureauId
  readonly holder: Holder
  readonly codeHash: Buffer
  readonly madeAt: Date
  readonly madeBy: string
  readonly expiresAt: Date
}

/** Answers whether it was made: not when this holder of the bureau has one. */
export async function insertAccess(
  db: Db,
  { municipalityId, electionId }: OfElection,
  one: NewAccess,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into bureaus.chair_access (municipality_id, election_id, access_id, bureau_id, holder, code_hash, made_at, made_by,
      expires_at)
    values (${municipalityId}, ${electionId}, ${one.accessId}, ${one.bureauId}, ${one.holder}, ${one.codeHash}, ${one.madeAt},
      ${one.madeBy}, ${one.expiresAt})
    on conflict (municipality_id, election_id, bureau_id, holder) where revoked_at is null do nothing`.execute(
    db,
  )
  return Number(numAffectedRows ?? 0) > 0
}

/** The unused access of this code becomes one of this telephone; nothing when there is none, or no more. */
export async function exchangeCode(
  db: Db,
  municipalityId: MunicipalityId,
  { codeHash, now, tokenOf }: { codeHash: Buffer; now: Date; tokenOf: (access: ChairAccess) => Buffer },
): Promise<ChairAccess | undefined> {
  const { rows } = await sql<ChairAccess>`
    select ${columns} from bureaus.chair_access x
    where x.municipality_id = ${municipalityId} and x.code_hash = ${codeHash} and x.used_at is null
      and x.revoked_at is null and x.expires_at > ${now} for update`.execute(db)
  const [access] = rows
  if (!access) return undefined
  await sql`update bureaus.chair_access x set token_sha256 = ${tokenOf(access)}, used_at = ${now}, seen_at = ${now}
    where x.municipality_id = ${municipalityId} and x.election_id = ${access.electionId}
      and x.access_id = ${access.accessId}`.execute(db)
  return { ...access, usedAt: now, seenAt: now }
}

export async function findAccess(
  db: Db,
  municipalityId: MunicipalityId,
  accessId: AccessId,
): Promise<(ChairAccess & { readonly tokenSha256: Buffer | null }) | undefined> {
  const { rows } = await sql<ChairAccess & { tokenSha256: Buffer | null }>`
    select ${columns}, x.token_sha256 as "tokenSha256" from bureaus.chair_access x
    where x.municipality_id = ${municipalityId} and x.access_id = ${accessId}`.execute(db)
  return rows[0]
}

export async function markAccessSeen(
  db: Db,
  municipalityId: MunicipalityId,
  accessId: AccessId,
  at: Date,
): Promise<void> {
  await sql`update bureaus.chair_access x set seen_at = ${at}
    where x.municipality_id = ${municipalityId} and x.access_id = ${accessId}`.execute(db)
}

/** Answers whether it was not revoked yet. */
export async function markAccessRevoked(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { accessId, bureauId, at, by }: { accessId: AccessId; bureauId: BureauId; at: Date; by: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update bureaus.chair_access x set revoked_at = ${at}, revoked_by = ${by}
    where x.municipality_id = ${municipalityId} and x.election_id = ${electionId} and x.access_id = ${accessId}
      and x.bureau_id = ${bureauId} and x.revoked_at is null`.execute(db)
  return Number(numAffectedRows ?? 0) > 0
}

export interface BureauToOpen {
  readonly bureauId: BureauId
  readonly kind: KeptKind
  readonly number: string
}

/** Bureaus that meet and have no access for this holder, in the order of the board. */
export async function bureausWithoutAccess(
  db: Db,
  { municipalityId, electionId }: OfElection,
  holder: Holder,
): Promise<BureauToOpen[]> {
  const { rows } = await sql<BureauToOpen>`
    select b.bureau_id as "bureauId", b.kind, b.number from bureaus.bureau b
    where b.municipality_id = ${municipalityId} and b.election_id = ${electionId} and b.given_up_at is null
      and b.kind <> 'RESERVE' and not exists (
        select from bureaus.chair_access x where x.municipality_id = b.municipality_id and x.election_id = b.election_id
          and x.bureau_id = b.bureau_id and x.holder = ${holder} and x.revoked_at is null)
    order by array_position(array['POLLING', 'COUNTING', 'MAIN'], b.kind), b.code, length(b.number), b.number`.execute(
    db,
  )
  return rows
}

const mostAccesses = 50

/** Of one bureau, those in use first, the newest above. */
export async function accessesOf(
  db: Db,
  { municipalityId, electionId }: OfElection,
  bureauId: BureauId,
): Promise<ChairAccess[]> {
  const { rows } = await sql<ChairAccess>`
    select ${columns} from bureaus.chair_access x
    where x.municipality_id = ${municipalityId} and x.election_id = ${electionId} and x.bureau_id = ${bureauId}
    order by x.revoked_at is not null, x.access_id desc limit ${mostAccesses}`.execute(db)
  return rows
}
