import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ConvocationRunId, ElectionId, MunicipalityId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { CannotWrite } from './write-letter-facts.ts'

/** Calling everybody, as somebody asked for it. `asked` → `running` → `done`, `stopped` or `failed`. */
export interface ConvocationRun {
  readonly runId: ConvocationRunId
  /** Calling who was never called, or correcting calls that are no longer true. */
  readonly what: 'call' | 'correct'
  /** Empty where each letter names that of the one before. */
  readonly authority: string
  readonly state: 'asked' | 'running' | 'done' | 'stopped' | 'failed'
  readonly called: number
  readonly total: number
  /** How many could not be called, by what is missing. */
  readonly notCalled: Readonly<Partial<Record<CannotWrite, number>>>
  readonly askedBy: string
  readonly askedAt: Date
  readonly stopAskedAt: Date | null
  readonly endedAt: Date | null
}

const columns = sql`
  r.run_id as "runId", r.what, r.authority, r.state, r.called, r.total, r.not_called as "notCalled", r.asked_by as "askedBy",
  r.asked_at as "askedAt", r.stop_asked_at as "stopAskedAt", r.ended_at as "endedAt"`

/** The one that was asked last. */
export async function lastConvocationRun(
  db: Db,
  { municipalityId, electionId }: OfElection,
): Promise<ConvocationRun | undefined> {
  const { rows } = await sql<ConvocationRun>`
    select ${columns} from bureaus.convocation_run r
    where r.municipality_id = ${municipalityId} and r.election_id = ${electionId}
    order by r.run_id desc limit 1`.execute(db)
  return rows[0]
}

/** Elections with a run that did not end; one whose worker was killed is among them. */
export async function electionsToConvoke(db: Db, municipalityId: MunicipalityId): Promise<ElectionId[]> {
  const { rows } = await sql<{ electionId: ElectionId }>`
    select r.election_id as "electionId" from bureaus.convocation_run r
    where r.municipality_id = ${municipalityId} and r.ended_at is null order by r.run_id`.execute(db)
  return rows.map(({ electionId }) => electionId)
}

/** False when one is open already. */
export async function insertConvocationRun(
  db: Db,
  { municipalityId, electionId }: OfElection,
  {
    runId,
    what,
    authority,
    askedBy,
    askedAt,
  }: Pick<ConvocationRun, 'runId' | 'what' | 'authority' | 'askedBy' | 'askedAt'>,
): Promise<boolean> {
  const { rows } = await sql`
    insert into bureaus.convocation_run (municipality_id, election_id, run_id, what, authority, state, asked_by, asked_at)
    values (${municipalityId}, ${electionId}, ${runId}, ${what}, ${authority}, 'asked', ${askedBy}, ${askedAt})
    on conflict (municipality_id, election_id) where ended_at is null do nothing
    returning run_id`.execute(db)
  return rows.length > 0
}

type Change = Partial<
  Pick<ConvocationRun, 'state' | 'called' | 'total' | 'notCalled' | 'stopAskedAt' | 'endedAt'>
>

/** Changes the open run; answers it as it is then, or nothing when none is open. */
export async function changeOpenRun(
  db: Db,
  { municipalityId, electionId }: OfElection,
  change: Change,
): Promise<ConvocationRun | undefined> {
  const { rows } = await sql<ConvocationRun>`
    update bureaus.convocation_run r
    set state = coalesce(${change.state ?? null}::text, r.state), called = coalesce(${change.called ?? null}::integer, r.called),
      total = coalesce(${change.total ?? null}::integer, r.total),
      not_called = coalesce(${change.notCalled ? JSON.stringify(change.notCalled) : null}::jsonb, r.not_called),
      stop_asked_at = coalesce(${change.stopAskedAt ?? null}::timestamptz, r.stop_asked_at),
      ended_at = coalesce(${change.endedAt ?? null}::timestamptz, r.ended_at)
    where r.municipality_id = ${municipalityId} and r.election_id = ${electionId} and r.ended_at is null
    returning ${columns}`.execute(db)
  return rows[0]
}
