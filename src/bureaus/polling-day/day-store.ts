import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { BureauId, DeedId, MemberId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { Checkpoint, ReachedCheckpoint } from './checkpoints.ts'
import type { DayDeed, DeedAuthor, DeedRefusal, NotedDeed } from './day-deed.ts'
import type { Incident } from './incidents.ts'

interface DeedToKeep extends DeedAuthor {
  readonly deed: DayDeed
  readonly bureauId: BureauId
  readonly happenedAt: Date
  readonly notedAt: Date
}

/** Keeps the deed as done; answers whether it was new. Whoever sends the same meanwhile waits until it is known what became of it. */
export async function insertDeed(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { deed, bureauId, happenedAt, notedAt, by, accessId }: DeedToKeep,
): Promise<boolean> {
  const assignmentId = 'assignmentId' in deed ? deed.assignmentId : null
  const { numAffectedRows } = await sql`
    insert into bureaus.day_deed (municipality_id, election_id, deed_id, bureau_id, kind, assignment_id, happened_at, noted_at,
      noted_by, access_id)
    values (${municipalityId}, ${electionId}, ${deed.id}, ${bureauId}, ${deed.kind}, ${assignmentId}, ${happenedAt},
      ${notedAt}, ${by}, ${accessId ?? null}) on conflict do nothing`.execute(db)
  return Number(numAffectedRows ?? 0) > 0
}

export async function markRefused(
  db: Db,
  { municipalityId, electionId }: OfElection,
  deedId: string,
  because: DeedRefusal,
): Promise<void> {
  await sql`update bureaus.day_deed set refused_for = ${because}
    where municipality_id = ${municipalityId} and election_id = ${electionId} and deed_id = ${deedId}`.execute(
    db,
  )
}

const deedColumns = sql`d.deed_id as "deedId", d.kind, d.assignment_id as "assignmentId", d.happened_at as "happenedAt",
  d.noted_at as "notedAt", d.refused_for as "refusedFor"`

export async function findDeed(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { bureauId, deedId }: { readonly bureauId: BureauId; readonly deedId: string },
): Promise<NotedDeed | undefined> {
  const { rows } = await sql<NotedDeed>`
    select ${deedColumns} from bureaus.day_deed d
    where d.municipality_id = ${municipalityId} and d.election_id = ${electionId} and d.deed_id = ${deedId as DeedId}
      and d.bureau_id = ${bureauId}`.execute(db)
  return rows[0]
}

const mostRefused = 50

/** What was sent of a bureau and not done, the last first. */
export async function refusedDeeds(
  db: Db,
  { municipalityId, electionId }: OfElection,
  bureauId: BureauId,
): Promise<NotedDeed[]> {
  const { rows } = await sql<NotedDeed>`
    select ${deedColumns} from bureaus.day_deed d
    where d.municipality_id = ${municipalityId} and d.election_id = ${electionId} and d.bureau_id = ${bureauId}
      and d.refused_for is not null
    order by d.noted_at desc limit ${mostRefused}`.execute(db)
  return rows
}

/** Answers whether it was not written down yet. */
export async function insertOath(
  db: Db,
  { municipalityId, electionId }: OfElection,
  oath: { bureauId: BureauId; memberId: MemberId; oath: string; swornAt: Date; by: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into bureaus.oath (municipality_id, election_id, bureau_id, member_id, oath, sworn_at, noted_by)
    values (${municipalityId}, ${electionId}, ${oath.bureauId}, ${oath.memberId}, ${oath.oath}, ${oath.swornAt}, ${oath.by})
    on conflict do nothing`.execute(db)
  return Number(numAffectedRows ?? 0) > 0
}

export async function insertCheckpoint(
  db: Db,
  { municipalityId, electionId }: OfElection,
  one: ReachedCheckpoint & { bureauId: BureauId; by: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into bureaus.checkpoint (municipality_id, election_id, bureau_id, checkpoint, reached_at, noted_by)
    values (${municipalityId}, ${electionId}, ${one.bureauId}, ${one.checkpoint}, ${one.reachedAt}, ${one.by})
    on conflict do nothing`.execute(db)
  return Number(numAffectedRows ?? 0) > 0
}

export async function checkpointsReached(
  db: Db,
  { municipalityId, electionId }: OfElection,
  bureauId: BureauId,
): Promise<ReachedCheckpoint[]> {
  const { rows } = await sql<{ checkpoint: Checkpoint; reachedAt: Date }>`
    select c.checkpoint, c.reached_at as "reachedAt" from bureaus.checkpoint c
    where c.municipality_id = ${municipalityId} and c.election_id = ${electionId} and c.bureau_id = ${bureauId}
    order by c.reached_at`.execute(db)
  return rows
}

export async function insertIncident(
  db: Db,
  { municipalityId, electionId }: OfElection,
  incident: Incident & { deedId: string; bureauId: BureauId; by: string },
): Promise<void> {
  const { deedId, bureauId, kind, note, happenedAt, by } = incident
  await sql`
    insert into bureaus.incident (municipality_id, election_id, deed_id, bureau_id, kind, note, happened_at, noted_by)
    values (${municipalityId}, ${electionId}, ${deedId}, ${bureauId}, ${kind}, ${note}, ${happenedAt}, ${by})`.execute(
    db,
  )
}

const mostIncidents = 200

export async function incidentsOf(
  db: Db,
  { municipalityId, electionId }: OfElection,
  bureauId: BureauId,
): Promise<Incident[]> {
  const { rows } = await sql<Incident>`
    select i.kind, i.note, i.happened_at as "happenedAt" from bureaus.incident i
    where i.municipality_id = ${municipalityId} and i.election_id = ${electionId} and i.bureau_id = ${bureauId}
    order by i.happened_at limit ${mostIncidents}`.execute(db)
  return rows
}

export async function isCandidate(
  db: Db,
  { municipalityId, electionId }: OfElection,
  nrnIndex: Buffer,
): Promise<boolean> {
  const { rows } = await sql`
    select from bureaus.election_candidate c
    where c.municipality_id = ${municipalityId} and c.election_id = ${electionId} and c.nrn_index = ${nrnIndex}`.execute(
    db,
  )
  return rows.length > 0
}
