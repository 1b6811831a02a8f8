import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, MunicipalityId, SeatingRunId } from '../../platform/ids.ts'
import type { ProposedSeating, SoftWishes } from '../assigning/seating.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { SeatingSource, SourceHashes } from './seating-task.ts'

/** Dividing people over the seats, as somebody asked for it. `asked` → `running` → `done`, `stopped` or `failed`; then, perhaps, proposing them. */
export interface SeatingRun {
  readonly runId: SeatingRunId
  readonly state: 'asked' | 'running' | 'done' | 'stopped' | 'failed'
  readonly wishes: SoftWishes
  readonly staysWith: SeatingRunId | null
  /** Rules of the law that are done, of all. */
  readonly filled: number
  readonly rules: number
  readonly sources: SourceHashes | null
  readonly sum: ProposedSeating['sum'] | null
  readonly gap: number | null
  readonly failedBecause: string | null
  readonly askedBy: string
  readonly askedAt: Date
  readonly stopAskedAt: Date | null
  readonly endedAt: Date | null
  readonly proposalAskedBy: string | null
  readonly proposalAskedAt: Date | null
  readonly proposalRefused: ProposalRefused | null
  readonly proposalEndedAt: Date | null
  readonly proposed: number | null
}

export interface ProposalRefused {
  readonly because: string
  /** What is not as it was when the division was computed. */
  readonly changed?: readonly SeatingSource[]
}

const columns = sql`
  r.run_id as "runId", r.state, r.wishes, r.stays_with as "staysWith", r.filled, r.rules, r.sources, r.sum, r.gap,
  r.failed_because as "failedBecause", r.asked_by as "askedBy", r.asked_at as "askedAt", r.stop_asked_at as "stopAskedAt",
  r.ended_at as "endedAt", r.proposal_asked_by as "proposalAskedBy", r.proposal_asked_at as "proposalAskedAt",
  r.proposal_refused as "proposalRefused", r.proposal_ended_at as "proposalEndedAt", r.proposed`

/** All of an election, the newest first. */
export async function seatingRuns(db: Db, { municipalityId, electionId }: OfElection): Promise<SeatingRun[]> {
  const { rows } = await sql<SeatingRun>`
    select ${columns} from bureaus.seating_run r
    where r.municipality_id = ${municipalityId} and r.election_id = ${electionId} order by r.run_id desc`.execute(
    db,
  )
  return rows
}

/** The one that was asked last. */
export async function lastSeatingRun(db: Db, election: OfElection): Promise<SeatingRun | undefined> {
  return (await seatingRuns(db, election))[0]
}

/** Elections in which something is asked and not done; a run whose worker was killed is among them. */
export async function electionsToSeat(db: Db, municipalityId: MunicipalityId): Promise<ElectionId[]> {
  const { rows } = await sql<{ electionId: ElectionId }>`
    select distinct r.election_id as "electionId" from bureaus.seating_run r
    where r.municipality_id = ${municipalityId}
      and (r.ended_at is null or (r.proposal_asked_at is not null and r.proposal_ended_at is null))`.execute(
    db,
  )
  return rows.map(({ electionId }) => electionId)
}

/** False when one is open already. */
export async function insertSeatingRun(
  db: Db,
  { municipalityId, electionId }: OfElection,
  run: Pick<SeatingRun, 'runId' | 'wishes' | 'staysWith' | 'rules' | 'askedBy' | 'askedAt'>,
): Promise<boolean> {
  const { rows } = await sql`
    insert into bureaus.seating_run (municipality_id, election_id, run_id, state, wishes, stays_with, rules, asked_by, asked_at)
    values (${municipalityId}, ${electionId}, ${run.runId}, 'asked', ${JSON.stringify(run.wishes)}::jsonb,
      ${run.staysWith}, ${run.rules}, ${run.askedBy}, ${run.askedAt})
    on conflict (municipality_id, election_id) where ended_at is null do nothing
    returning run_id`.execute(db)
  return rows.length > 0
}

const column = {
  state: sql.ref('state'),
  filled: sql.ref('filled'),
  sources: sql.ref('sources'),
  sum: sql.ref('sum'),
  gap: sql.ref('gap'),
  failedBecause: sql.ref('failed_because'),
  stopAskedAt: sql.ref('stop_asked_at'),
  endedAt: sql.ref('ended_at'),
  proposalAskedBy: sql.ref('proposal_asked_by'),
  proposalAskedAt: sql.ref('proposal_asked_at'),
  proposalRefused: sql.ref('proposal_refused'),
  proposalEndedAt: sql.ref('proposal_ended_at'),
  proposed: sql.ref('proposed'),
} as const

type Change = Partial<Pick<SeatingRun, keyof typeof column>>

/** Changes the run while it is at this point; answers it as it is then, or nothing when it is elsewhere. */
export async function changeSeatingRun(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { runId, at }: { readonly runId: SeatingRunId; readonly at: keyof typeof points },
  change: Change,
): Promise<SeatingRun | undefined> {
  const sets = Object.entries(change).map(([field, value]) => {
    const isJson = typeof value === 'object' && value !== null && !(value instanceof Date)
    return sql`${column[field as keyof Change]} = ${isJson ? sql`${JSON.stringify(value)}::jsonb` : sql`${value}`}`
  })
  const { rows } = await sql<SeatingRun>`
    update bureaus.seating_run r set ${sql.join(sets)}
    where r.municipality_id = ${municipalityId} and r.election_id = ${electionId} and r.run_id = ${runId} and ${points[at]}
    returning ${columns}`.execute(db)
  return rows[0]
}

/** Where a run can be when somebody wants something of it. */
const points = {
  open: sql`r.ended_at is null`,
  computed: sql`r.state = 'done' and (r.proposal_asked_at is null or r.proposal_refused is not null)`,
  proposing: sql`r.proposal_asked_at is not null and r.proposal_ended_at is null`,
} as const satisfies Record<string, RawBuilder<unknown>>
