import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId, MemberId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import { voterOnList } from '../assignments/member-store.ts'
import type { KeptKind, SeatRole } from '../bureau-rules.ts'
import type { KeptFacts } from './kept-claim.ts'

/** Assignments `a` that may bear a claim: of who is designated, once it is known whether they came. */
const claimTables = sql`
  bureaus.assignment a
  join bureaus.seat s on s.municipality_id = a.municipality_id and s.election_id = a.election_id and s.seat_id = a.seat_id
  join bureaus.bureau b on b.municipality_id = s.municipality_id and b.election_id = s.election_id and b.bureau_id = s.bureau_id
  join bureaus.member m on m.municipality_id = a.municipality_id and m.election_id = a.election_id and m.member_id = a.member_id
  left join bureaus.contact c on c.municipality_id = a.municipality_id and c.election_id = a.election_id and c.member_id = a.member_id
  left join bureaus.claim_note n on n.municipality_id = a.municipality_id and n.election_id = a.election_id
    and n.assignment_id = a.assignment_id
  left join bureaus.payment p on p.municipality_id = a.municipality_id and p.election_id = a.election_id
    and p.assignment_id = a.assignment_id and p.state <> 'BOUNCED'`

const factsIn = (election: OfElection) => sql`
  jsonb_build_object('kind', b.kind, 'code', b.code, 'votingMode', b.voting_mode, 'role', s.role, 'attendance', a.attendance,
    'payment', a.payment, 'livesHere',
    coalesce(n.lives_here, m.voter_id is not null or ${voterOnList(election, sql`m.nrn_index`)} is not null), 'metres', n.metres, 'decided', n.decided,
    'needed', coalesce(n.needed, false), 'accountKnown', n.iban_sealed is not null or c.iban_sealed is not null,
    'cameBack', exists (
      select from bureaus.payment back
      where back.municipality_id = a.municipality_id and back.election_id = a.election_id
        and back.assignment_id = a.assignment_id and back.state = 'BOUNCED'
        and (n.noted_at is null or back.settled_at >= n.noted_at)))`

const areClaims = ({ municipalityId, electionId }: OfElection) => sql`
  a.municipality_id = ${municipalityId} and a.election_id = ${electionId} and a.designation = 'DESIGNATED'
  and a.attendance <> 'UNKNOWN'`

export interface FactsOfMany {
  readonly facts: KeptFacts
  readonly many: number
  /** Cents that left, of claims that are in a batch. */
  readonly left: number
}

/** The facts that there are, each once, with how many have them: as many rows as there are different cases and distances. */
export async function factsOfClaims(db: Db, election: OfElection): Promise<FactsOfMany[]> {
  const { rows } = await sql<FactsOfMany>`
    select f.facts, count(*)::integer as many, coalesce(sum(f.cents), 0)::float8 as left
    from (select ${factsIn(election)} as facts, p.fee + p.travel as cents from ${claimTables} where ${areClaims(election)}) f
    group by f.facts`.execute(db)
  return rows
}

export interface ClaimRow {
  readonly assignmentId: AssignmentId
  readonly memberId: MemberId
  readonly facts: KeptFacts
  readonly name: string
  readonly role: SeatRole
  readonly kind: KeptKind
  readonly number: string
  readonly batchId: string | null
  readonly fee: number | null
  readonly travel: number | null
}

export type WhichClaims =
  | { readonly assignments: readonly AssignmentId[] }
  | {
      readonly withFacts: readonly KeptFacts[]
      readonly after?: AssignmentId | undefined
      readonly most: number
    }

/** Claims of members with one of these facts, from after the one that is named; or these claims. `held`: until the transaction ends. */
export async function selectClaims(
  db: Db,
  election: OfElection,
  which: WhichClaims,
  { held = false } = {},
): Promise<ClaimRow[]> {
  const facts = factsIn(election)
  const { rows } = await sql<ClaimRow>`
    select a.assignment_id as "assignmentId", a.member_id as "memberId", ${facts} as facts,
      concat_ws(' ', nullif(m.first_names, ''), m.last_name) as name, s.role, b.kind, b.number, p.batch_id as "batchId", p.fee, p.travel
    from ${claimTables}
    where ${areClaims(election)} and ${whichAre(which, facts)}
    order by a.assignment_id limit ${'most' in which ? which.most : which.assignments.length} ${held ? sql`for update of a` : sql``}`.execute(
    db,
  )
  return rows
}

function whichAre(which: WhichClaims, facts: ReturnType<typeof factsIn>) {
  if ('assignments' in which) return sql`a.assignment_id = any(${which.assignments}::uuid[])`
  const { withFacts, after } = which
  return sql`(${after ?? null}::uuid is null or a.assignment_id > ${after ?? null}::uuid)
    and ${facts} in (select jsonb_array_elements(${JSON.stringify(withFacts)}::jsonb))`
}

export interface AccountOfClaim {
  readonly assignmentId: AssignmentId
  readonly memberId: MemberId
  /** Not handed over yet, or it came back. */
  readonly isOpen: boolean
  readonly ibanSealed: Buffer
}

/** The account of each claim, as far as one is known, by assignment. */
export async function accountsOfClaims(db: Db, election: OfElection): Promise<AccountOfClaim[]> {
  const { rows } = await sql<AccountOfClaim>`
    select a.assignment_id as "assignmentId", a.member_id as "memberId", a.payment = 'OPEN' as "isOpen",
      coalesce(n.iban_sealed, c.iban_sealed) as "ibanSealed"
    from ${claimTables} where ${areClaims(election)} and coalesce(n.iban_sealed, c.iban_sealed) is not null
    order by a.assignment_id`.execute(db)
  return rows
}

/** When the member last changed the account of this claim; nothing when another was noted at the claim since. */
export async function accountChangedAt(
  db: Db,
  { municipalityId, electionId }: OfElection,
  assignmentId: AssignmentId,
): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(e.happened_at) as at from platform.audit_event e
    where e.municipality_id = ${municipalityId} and e.subject = ${assignmentId}::text and e.action = 'bureaus.account-changed'
      and not exists (
        select from bureaus.claim_note n
        where n.municipality_id = ${municipalityId} and n.election_id = ${electionId} and n.assignment_id = ${assignmentId}::uuid
          and n.iban_sealed is not null)`.execute(db)
  return rows[0]?.at ?? undefined
}

export interface SealedForPayment {
  readonly memberId: MemberId
  readonly assignmentId: AssignmentId
  readonly lastName: string
  readonly firstNames: string
  readonly nrnCipher: Buffer
  readonly ibanSealed: Buffer
  /** How many payments of it came back. */
  readonly bounced: number
}

/** What is sealed of whom, for a payment: of those whose account is known. */
export async function sealedForPayment(
  db: Db,
  { municipalityId, electionId }: OfElection,
  assignments: readonly AssignmentId[],
): Promise<SealedForPayment[]> {
  const { rows } = await sql<SealedForPayment>`
    select a.member_id as "memberId", a.assignment_id as "assignmentId", m.last_name as "lastName", m.first_names as "firstNames",
      m.nrn_cipher as "nrnCipher", coalesce(n.iban_sealed, c.iban_sealed) as "ibanSealed",
      (select count(*)::integer from bureaus.payment back where back.municipality_id = a.municipality_id
         and back.election_id = a.election_id and back.assignment_id = a.assignment_id and back.state = 'BOUNCED') as bounced
    from ${claimTables}
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId}
      and a.assignment_id = any(${assignments}::uuid[]) and coalesce(n.iban_sealed, c.iban_sealed) is not null`.execute(
    db,
  )
  return rows
}
