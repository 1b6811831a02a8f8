import { sql } from 'kysely'
import type { Election } from '../elections/index.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Database, Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { AssignmentId } from '../platform/ids.ts'
import type { SeatedAssignment } from './assignments/assignment.ts'
import { type Member, membersById } from './assignments/member-store.ts'
import { selectAssignments } from './bureau-overview.ts'
import type { KeptKind } from './bureau-rules.ts'
import { type MayNotSit, peopleKeptOut } from './may-not-sit-overview.ts'
import { type ProposalRemark, proposalRemarks } from './proposing/judge-proposal.ts'

export interface ProposedSeat {
  readonly assignment: SeatedAssignment
  readonly member: Member
  readonly bureau: { readonly kind: KeptKind; readonly number: string }
  /** What was told with the proposal, and who signs has to know. */
  readonly remarks: readonly ProposalRemark[]
  /** What keeps this person out since. */
  readonly keptOut: MayNotSit['whyNot'] | undefined
}

export interface AskedProposals {
  readonly election: Election
  /** Of one bureau only. */
  readonly number?: string | undefined
  /** Of these only, which somebody was about to sign. */
  readonly only?: readonly AssignmentId[] | undefined
  /** The last one of the page before. */
  readonly after?: string | undefined
  readonly most: number
  readonly by: string
}

/** Who waits for the magistrate, in the order in which they were proposed. Whoever looks leaves a trace. */
export function proposalsOf(
  { database }: { readonly database: Database },
  asked: AskedProposals,
): Promise<{ proposals: readonly ProposedSeat[]; all: number; hasMore: boolean }> {
  const { election, most, by } = asked
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const { rows, all } = await selectProposed(db, asked)
    const shown = rows.slice(0, most)
    const assignments = await selectAssignments(db, election, {
      assignments: shown.map(({ assignmentId }) => assignmentId),
    })
    const byId = new Map(assignments.map((one) => [one.assignmentId, one]))
    const members = await membersById(
      db,
      election,
      assignments.map(({ memberId }) => memberId),
    )
    if (shown.length > 0)
      await recordAudit(db, { municipalityId, actor: by, action: 'bureaus.shown', subject: electionId })
    const out = new Map((await peopleKeptOut(db, election)).map((one) => [one.assignmentId, one.whyNot]))
    const proposals = shown.map(({ assignmentId, kind, number, remarks }) => {
      const assignment = byId.get(assignmentId)!
      const member = members.get(assignment.memberId)!
      return {
        assignment,
        member,
        bureau: { kind, number },
        remarks: remarksIn(remarks),
        keptOut: out.get(assignmentId),
      }
    })
    return { proposals, all, hasMore: rows.length > most }
  })
}

interface ProposedRow {
  readonly assignmentId: AssignmentId
  readonly kind: KeptKind
  readonly number: string
  readonly remarks: string | null
  readonly all: number
}

function remarksIn(text: string | null): ProposalRemark[] {
  return proposalRemarks.filter((code) => text?.split(' ').includes(code))
}

async function selectProposed(db: Db, { election, number, only, after, most }: AskedProposals) {
  const { municipalityId, electionId } = election
  const { rows } = await sql<ProposedRow>`
    select p.* from (
      select a.assignment_id as "assignmentId", b.kind, b.number, (count(*) over ())::integer as all,
        (select e.details ->> 'remarks' from bureaus.assignment_event e where e.municipality_id = a.municipality_id
           and e.election_id = a.election_id and e.assignment_id = a.assignment_id and e.version = 1) as remarks
      from bureaus.assignment a
      join bureaus.seat s on s.municipality_id = a.municipality_id and s.election_id = a.election_id
        and s.seat_id = a.seat_id
      join bureaus.bureau b on b.municipality_id = s.municipality_id and b.election_id = s.election_id
        and b.bureau_id = s.bureau_id
      where a.municipality_id = ${municipalityId} and a.election_id = ${electionId} and a.designation = 'PROPOSED'
        and (${number ?? null}::text is null or b.number = ${number ?? null})
        and (${only ?? null}::uuid[] is null or a.assignment_id = any (${only ?? null}::uuid[]))) p
    where ${after ?? null}::uuid is null or p."assignmentId" > ${after ?? null}::uuid
    order by p."assignmentId" limit ${most + 1}`.execute(db)
  return { rows, all: rows[0]?.all ?? 0 }
}
