import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, MunicipalityId, StaffId } from '../../platform/ids.ts'
import type { LetterRun, RunId, RunKind, RunOutcome, RunState } from './letter-run.ts'

const columns = sql`r.municipality_id as "municipalityId", r.election_id as "electionId", r.run_id as "runId", r.kind,
  r.state, r.withdraw_reason as "withdrawReason", r.section, r.asked_by as "askedBy", r.asked_at as "askedAt", r.done, r.total,
  r.stop_asked_at is not null as "isStopAsked", r.ended_at as "endedAt", r.outcome`

/** The run that was asked for last. */
export async function latestRun(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<LetterRun | undefined> {
  const { rows } = await sql<LetterRun>`
    select ${columns} from letters.letter_run r
    where r.municipality_id = ${municipalityId} and r.election_id = ${electionId}
    order by r.asked_at desc, r.run_id desc limit 1`.execute(db)
  return rows[0]
}

interface NewRun {
  readonly runId: RunId
  readonly kind: RunKind
  readonly askedBy: StaffId
  readonly withdrawReason?: string | undefined
  readonly section?: number | undefined
}

/** Answers false when another run is under way: two people who ask at once start one. */
export async function insertRun(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  run: NewRun,
): Promise<boolean> {
  const { rows } = await sql`
    insert into letters.letter_run (municipality_id, election_id, run_id, kind, withdraw_reason, section, asked_by)
    values (${municipalityId}, ${electionId}, ${run.runId}, ${run.kind}, ${run.withdrawReason ?? null},
      ${run.section ?? null}, ${run.askedBy})
    on conflict (municipality_id, election_id) where state in ('asked', 'running') do nothing
    returning run_id`.execute(db)
  return rows.length === 1
}

/** Asks the run under way to stop; one that no worker took yet is over at once. Nothing when there is none. */
export async function askToStop(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<RunId | undefined> {
  const { rows } = await sql<{ runId: RunId }>`
    update letters.letter_run r set stop_asked_at = now(),
      state = case when r.state = 'asked' then 'stopped' else r.state end,
      ended_at = case when r.state = 'asked' then now() end
    where r.municipality_id = ${municipalityId} and r.election_id = ${electionId} and r.state in ('asked', 'running')
    returning r.run_id as "runId"`.execute(db)
  return rows[0]?.runId
}

/** Takes a run that waits, or whose worker gave no sign of life, for this claim. */
export async function claimRun(
  db: Db,
  municipalities: readonly MunicipalityId[],
  claim: string,
): Promise<LetterRun | undefined> {
  const { rows } = await sql<LetterRun>`
    update letters.letter_run r set state = 'running', claim = ${claim}, seen_at = now()
    from (select w.municipality_id, w.election_id, w.run_id from letters.letter_run w
          where w.municipality_id = any(${municipalities}::integer[])
            and (w.state = 'asked' or (w.state = 'running' and w.seen_at < now() - interval '30 seconds'))
          order by w.asked_at limit 1 for update skip locked) waiting
    where r.municipality_id = waiting.municipality_id and r.election_id = waiting.election_id
      and r.run_id = waiting.run_id
    returning ${columns}`.execute(db)
  return rows[0]
}

type Claimed = Pick<LetterRun, 'municipalityId' | 'electionId' | 'runId'> & { readonly claim: string }

/** Writes down how far it is. Answers whether to go on: not when it was asked to stop or another worker has it. */
export async function keepRun(
  db: Db,
  { municipalityId, electionId, runId, claim }: Claimed,
  { done, total }: { done: number; total: number },
): Promise<boolean> {
  const { rows } = await sql<{ goesOn: boolean }>`
    update letters.letter_run r set seen_at = now(), done = ${done}, total = ${total}
    where r.municipality_id = ${municipalityId} and r.election_id = ${electionId} and r.run_id = ${runId}
      and r.claim = ${claim} and r.state = 'running'
    returning r.stop_asked_at is null as "goesOn"`.execute(db)
  return rows[0]?.goesOn === true
}

/** Ends a run, or gives it back to whoever takes it next (`asked`). */
export async function leaveRun(
  db: Db,
  { municipalityId, electionId, runId, claim }: Claimed,
  { state, outcome }: { state: RunState; outcome?: RunOutcome | undefined },
): Promise<void> {
  await sql`
    update letters.letter_run r set state = ${state}, claim = null,
      ended_at = case when ${state} = 'asked' then null else now() end,
      outcome = ${outcome ? JSON.stringify(outcome) : null}::jsonb
    where r.municipality_id = ${municipalityId} and r.election_id = ${electionId} and r.run_id = ${runId}
      and r.claim = ${claim}`.execute(db)
}
