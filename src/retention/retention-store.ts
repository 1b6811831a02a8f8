import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { ElectionId, MunicipalityId } from '../platform/ids.ts'
import type { LegalHold, Purged, PurgeState, Validation } from './purge-plan.ts'

interface OfElection {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
}

/** Validation, holds and steps go one after the other: held until the transaction ends. */
export async function lockElection(db: Db, { municipalityId, electionId }: OfElection): Promise<void> {
  await sql`select retention.lock_election(${municipalityId}, ${electionId}::uuid)`.execute(db)
}

/** What decides when data goes, and what went. */
export async function purgeState(db: Db, election: OfElection): Promise<PurgeState> {
  const { municipalityId, electionId } = election
  const { rows: validations } = await sql<Validation>`
    select v.validated_on as "validatedOn", v.source, v.appeal_until as "appealUntil", v.recorded_at as "recordedAt",
      v.recorded_by as "recordedBy"
    from retention.validation v
    where v.municipality_id = ${municipalityId} and v.election_id = ${electionId}`.execute(db)
  const { rows: holds } = await sql<LegalHold>`
    select h.hold_id as "holdId", h.reason, h.source, h.placed_at as "placedAt", h.placed_by as "placedBy",
      h.lifted_on as "liftedOn", h.lifted_because as "liftedBecause", h.lifted_by as "liftedBy"
    from retention.legal_hold h
    where h.municipality_id = ${municipalityId} and h.election_id = ${electionId} order by h.placed_at`.execute(
    db,
  )
  const { rows: purged } = await sql<Purged>`
    select p.step, p.part, p.table_name as "table", p.row_count as rows, p.rule_key as "ruleKey", p.article,
      p.due_on as "dueOn", p.purged_at as "purgedAt", p.purged_by as "purgedBy"
    from retention.purged p
    where p.municipality_id = ${municipalityId} and p.election_id = ${electionId}
    order by p.purged_at, p.step`.execute(db)
  const { rows: members } = await sql`
    select from bureaus.member m
    where m.municipality_id = ${municipalityId} and m.election_id = ${electionId} limit 1`.execute(db)
  const hasMembers = members.length > 0 || purged.some(({ part }) => part === 'bureaus')
  const { rows: listed } = await sql`
    select from bureaus.listed_person p
    where p.municipality_id = ${municipalityId} and p.election_id = ${electionId}
    union all
    select from bureaus.drawn_person d
    where d.municipality_id = ${municipalityId} and d.election_id = ${electionId}
    union all
    select from bureaus.volunteer o
    where o.municipality_id = ${municipalityId} and o.election_id = ${electionId}
    union all
    select from bureaus.election_candidate c
    where c.municipality_id = ${municipalityId} and c.election_id = ${electionId} limit 1`.execute(db)
  const hasLists = listed.length > 0 || purged.some(({ part }) => part === 'bureau-lists')
  return { validation: validations[0], holds, purged, hasMembers, hasLists }
}

export async function writeValidation(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { validatedOn, source, appealUntil, recordedAt, recordedBy }: Validation,
): Promise<void> {
  await sql`
    insert into retention.validation (municipality_id, election_id, validated_on, source, appeal_until, recorded_at,
      recorded_by)
    values (${municipalityId}, ${electionId}, ${validatedOn}, ${source}, ${appealUntil}, ${recordedAt}, ${recordedBy})
    on conflict (municipality_id, election_id) do update set validated_on = excluded.validated_on,
      source = excluded.source, appeal_until = excluded.appeal_until, recorded_at = excluded.recorded_at,
      recorded_by = excluded.recorded_by`.execute(db)
}

export async function insertHold(
  db: Db,
  { municipalityId, electionId }: OfElection,
  hold: Pick<LegalHold, 'holdId' | 'reason' | 'source' | 'placedAt' | 'placedBy'>,
): Promise<void> {
  await sql`
    insert into retention.legal_hold (municipality_id, election_id, hold_id, reason, source, placed_at, placed_by)
    values (${municipalityId}, ${electionId}, ${hold.holdId}, ${hold.reason}, ${hold.source}, ${hold.placedAt},
      ${hold.placedBy})`.execute(db)
}

export async function endHold(
  db: Db,
  { municipalityId, electionId }: OfElection,
  end: { holdId: string; on: string; because: string; at: Date; by: string },
): Promise<void> {
  await sql`
    update retention.legal_hold h set lifted_on = ${end.on}, lifted_because = ${end.because}, lifted_at = ${end.at},
      lifted_by = ${end.by}
    where h.municipality_id = ${municipalityId} and h.election_id = ${electionId} and h.hold_id = ${end.holdId}`.execute(
    db,
  )
}

/** Steps that no report names yet. */
export async function unreportedSteps(db: Db, { municipalityId, electionId }: OfElection): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from retention.purged p
    where p.municipality_id = ${municipalityId} and p.election_id = ${electionId} and p.report_id is null`.execute(
    db,
  )
  return rows[0]!.count
}

/** Writes down that a report named these steps, where none did before. */
export async function nameReport(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { reportId, steps }: { reportId: string; steps: readonly string[] },
): Promise<void> {
  await sql`
    update retention.purged p set report_id = ${reportId}::uuid
    where p.municipality_id = ${municipalityId} and p.election_id = ${electionId} and p.report_id is null
      and p.step = any(${steps}::text[])`.execute(db)
}

export async function insertPurged(
  db: Db,
  { municipalityId, electionId }: OfElection,
  purged: Purged,
): Promise<void> {
  await sql`
    insert into retention.purged (municipality_id, election_id, step, part, table_name, row_count, rule_key, article,
      due_on, purged_at, purged_by)
    values (${municipalityId}, ${electionId}, ${purged.step}, ${purged.part}, ${purged.table}, ${purged.rows},
      ${purged.ruleKey}, ${purged.article}, ${purged.dueOn}, ${purged.purgedAt}, ${purged.purgedBy})`.execute(
    db,
  )
}
