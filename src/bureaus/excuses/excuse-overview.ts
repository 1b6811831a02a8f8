import { sql } from 'kysely'
import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { AssignmentId, ExcuseId, StaffId } from '../../platform/ids.ts'
import type { Vault } from '../../platform/vault.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { KeptKind, SeatRole } from '../bureau-rules.ts'
import { selectReaders } from './evidence-store.ts'
import type { DocumentFacts, Excuse, ExcuseRequest } from './excuse.ts'
import { documentsOf, excuseColumns, selectExcuse } from './excuse-store.ts'
import { type Successor, successorOf } from './successor-overview.ts'
import { decisionLetters } from './tell-decision.ts'

/** A request as a list shows it. */
export interface ListedExcuse extends Excuse {
  readonly name: string
  readonly role: SeatRole
  readonly kind: KeptKind
  readonly number: string
  readonly documents: number
}

export const excusesPerPage = 50

/** Requests that wait for a decision or had one, the oldest first, from after the one that is named; or of some assignments only. */
export async function listExcuses(
  db: Db,
  { municipalityId, electionId }: OfElection,
  {
    areOpen,
    after,
    only,
  }: {
    readonly areOpen: boolean
    readonly after?: ExcuseId | undefined
    readonly only?: readonly AssignmentId[] | undefined
  },
): Promise<ListedExcuse[]> {
  const { rows } = await sql<ListedExcuse>`
    select ${excuseColumns}, ${namedColumns} from ${namedTables}
    where x.municipality_id = ${municipalityId} and x.election_id = ${electionId} and (x.outcome is null) = ${areOpen}
      and (${only ?? null}::uuid[] is null or x.assignment_id = any (${only ?? null}::uuid[]))
      and x.excuse_id > coalesce(${after ?? null}::uuid, '00000000-0000-0000-0000-000000000000'::uuid)
    order by x.excuse_id limit ${excusesPerPage + 1}`.execute(db)
  return rows
}

const namedColumns = sql`
  concat_ws(' ', m.first_names, m.last_name) as name, s.role, b.kind, b.number,
  (select count(*)::integer from bureaus.evidence v where v.municipality_id = x.municipality_id
     and v.election_id = x.election_id and v.excuse_id = x.excuse_id) as documents`

const namedTables = sql`
  bureaus.excuse x
  join bureaus.assignment a on a.municipality_id = x.municipality_id and a.election_id = x.election_id
    and a.assignment_id = x.assignment_id
  join bureaus.member m on m.municipality_id = a.municipality_id and m.election_id = a.election_id and m.member_id = a.member_id
  join bureaus.seat s on s.municipality_id = a.municipality_id and s.election_id = a.election_id and s.seat_id = a.seat_id
  join bureaus.bureau b on b.municipality_id = s.municipality_id and b.election_id = s.election_id and b.bureau_id = s.bureau_id`

export interface ShownExcuse extends ListedExcuse {
  readonly request: ExcuseRequest
  readonly papers: readonly DocumentFacts[]
  /** Who can open what is sealed in this municipality. */
  readonly readers: readonly StaffId[]
  /** A decision whose letter could not be made, and never left. */
  readonly isWithoutLetter: boolean
  /** Of who doesn't have to come: who is proposed instead, or why nobody. */
  readonly successor?: Successor | undefined
}

const lettersOfDecisions = Object.values(decisionLetters).flatMap((kinds) => Object.values(kinds))

/** A request with what was asked. Whoever looks at a person leaves a trace. */
export function showExcuse(
  {
    database,
    vault,
    clock,
  }: { readonly database: Database; readonly vault: Pick<Vault, 'open'>; readonly clock: Clock },
  {
    election,
    excuseId,
    by,
  }: { readonly election: Election; readonly excuseId: ExcuseId; readonly by: string },
): Promise<ShownExcuse | undefined> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const kept = await selectExcuse(db, election, excuseId)
    if (!kept) return undefined
    const { rows } = await sql<ListedExcuse & { isWithoutLetter: boolean }>`
      select ${excuseColumns}, ${namedColumns}, coalesce(x.outcome in ('GRANTED', 'REFUSED') and not exists (
        select from bureaus.member_letter l
        where l.municipality_id = x.municipality_id and l.election_id = x.election_id and l.assignment_id = x.assignment_id
          and l.kind = any (${lettersOfDecisions}::text[]) and l.sent_at >= x.ended_at), false) as "isWithoutLetter"
      from ${namedTables}
      where x.municipality_id = ${municipalityId} and x.election_id = ${electionId} and x.excuse_id = ${excuseId}`.execute(
      db,
    )
    const readers = await selectReaders(db, municipalityId)
    await recordAudit(db, { municipalityId, actor: by, action: 'bureaus.excuse-shown', subject: excuseId })
    const { outcome, isAfter, assignmentId } = rows[0]!
    const successor =
      outcome === 'GRANTED' && !isAfter
        ? await successorOf(db, election, assignmentId, clock.now())
        : undefined
    if (successor?.assignmentId)
      await recordAudit(db, {
        ...{ municipalityId, actor: by, action: 'bureaus.assignment-shown', subject: successor.assignmentId },
      })
    return {
      ...rows[0]!,
      successor,
      request: JSON.parse(vault.open(kept.request)) as ExcuseRequest,
      papers: await documentsOf(db, election, excuseId),
      readers: readers.map(({ staffId }) => staffId),
    }
  })
}
