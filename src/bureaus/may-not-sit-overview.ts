import { type RawBuilder, sql } from 'kysely'
import type { Election } from '../elections/index.ts'
import type { Db } from '../platform/db/database.ts'
import type { AssignmentId } from '../platform/ids.ts'
import type { OfElection } from './assignments/assignment-store.ts'
import type { KeptKind, SeatRole } from './bureau-rules.ts'
import { isForVotersHere } from './is-for-voters-here.ts'
import { categoriesKeptOut, type WhyNot } from './listing/why-not-called.ts'
import { loadBureauRules } from './load-bureau-rules.ts'
import { mainBureausOfBelgians, rulesOfBureau } from './rules-of-bureau.ts'

/** Somebody with a seat, or proposed for one, whom the lists keep out since: no name, for the overview counts and leads there. */
export interface MayNotSit {
  readonly assignmentId: AssignmentId
  readonly designation: 'PROPOSED' | 'DESIGNATED'
  readonly kind: KeptKind
  readonly number: string
  readonly role: SeatRole
  readonly ordinal: number
  readonly whyNot: WhyNot
}

export type OfRules = OfElection & Pick<Election, 'ruleset' | 'pollingDay'>

/**
 * A table with a row (`assignment_id`, `why_not`) for each person of an election whom the lists as they are now keep out. As `whyNotCalled`
 * judges a proposal, with the first reason of those: no call goes to this person before somebody decided. Who is no voter is kept out only
 * where the rules want a voter of the section or the municipality, and not without a voters list; of another municipality nothing is known.
 *
 * The list is asked for first: with its id in the question one part of the voters is looked into, and not planned over the parts of all lists.
 */
export async function peopleKeptOutTable(db: Db, election: OfRules): Promise<RawBuilder<unknown>> {
  const { municipalityId, electionId, ruleset, pollingDay } = election
  const listId = await listToJudgeBy(db, election)
  const rules = loadBureauRules(ruleset)
  const { nationality, age } = categoriesKeptOut(rules)
  const belgianOnly = mainBureausOfBelgians(rules)
  const { nationality: foreign } = categoriesKeptOut(rulesOfBureau(rules, { code: belgianOnly[0] ?? '' }))
  const forVotersHere = rules.seating
    .filter(({ kind, role }) => isForVotersHere(rules, kind, role))
    .map(({ kind, role }) => `${kind} ${role}`)
  return sql`(
    select judged.* from (
      select ka.assignment_id, case
        when ${rules.candidates.value === 'excluded'}::boolean and c.nrn_index is not null then 'candidate'
        when ${listId !== undefined} and kv.voter_id is null
          and (case kb.kind when 'RESERVE' then kb.code else kb.kind end || ' ' || ks.role) = any (${forVotersHere}::text[])
          then 'no-voter'
        when kv.state = 'struck' then 'struck'
        when kv.category = any (${[...nationality]}::text[])
          or (kb.code = any (${belgianOnly}::text[]) and kv.category = any (${[...foreign]}::text[])) then 'nationality'
        when coalesce(kv.birth_date, km.birth_date) + make_interval(years => ${rules.members.value.fromAge}::integer)
               > ${pollingDay}::date
          or (coalesce(kv.birth_date, km.birth_date) is null and kv.category = any (${[...age]}::text[])) then 'age'
      end as why_not
      from bureaus.assignment ka
      join bureaus.member km on km.municipality_id = ka.municipality_id and km.election_id = ka.election_id
        and km.member_id = ka.member_id
      join bureaus.seat ks on ks.municipality_id = ka.municipality_id and ks.election_id = ka.election_id
        and ks.seat_id = ka.seat_id
      join bureaus.bureau kb on kb.municipality_id = ks.municipality_id and kb.election_id = ks.election_id
        and kb.bureau_id = ks.bureau_id
      left join bureaus.election_candidate c on c.municipality_id = km.municipality_id and c.election_id = km.election_id
        and c.nrn_index = km.nrn_index
      left join voters.voter kv on kv.municipality_id = ${municipalityId} and kv.election_id = ${electionId}
        and kv.list_id = ${listId ?? null}::uuid and kv.nrn_index = km.nrn_index
      where ka.municipality_id = ${municipalityId} and ka.election_id = ${electionId}
        and ka.designation in ('PROPOSED', 'DESIGNATED')) judged
    where judged.why_not is not null)`
}

/** The voters list that counts, or the newest that was read in; absent: there is none yet. */
async function listToJudgeBy(
  db: Db,
  { municipalityId, electionId }: OfElection,
): Promise<string | undefined> {
  const { rows } = await sql<{ listId: string }>`
    select l.list_id as "listId" from voters.voters_list l
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.state <> 'replaced'
    order by l.state = 'imported', l.list_id desc limit 1`.execute(db)
  return rows[0]?.listId
}

/** Who is proposed or designated, and whom the lists keep out since; before polling day. */
export async function peopleKeptOut(db: Db, election: OfRules, only?: AssignmentId): Promise<MayNotSit[]> {
  const { municipalityId, electionId } = election
  const { rows } = await sql<MayNotSit>`
    select a.assignment_id as "assignmentId", a.designation, b.kind, b.number, s.role, s.ordinal, out.why_not as "whyNot"
    from ${await peopleKeptOutTable(db, election)} out
    join bureaus.assignment a on a.municipality_id = ${municipalityId} and a.election_id = ${electionId}
      and a.assignment_id = out.assignment_id
    join bureaus.seat s on s.municipality_id = a.municipality_id and s.election_id = a.election_id and s.seat_id = a.seat_id
    join bureaus.bureau b on b.municipality_id = s.municipality_id and b.election_id = s.election_id
      and b.bureau_id = s.bureau_id
    where a.attendance = 'UNKNOWN' and (${only ?? null}::uuid is null or a.assignment_id = ${only ?? null}::uuid)
    order by b.kind, b.number, s.role, s.ordinal`.execute(db)
  return rows
}
