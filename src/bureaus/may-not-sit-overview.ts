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
 * Of an assignment `a`: what keeps its person out by the lists as they are now, or null. As `whyNotCalled` judges a proposal, the first
 * reason of those: no call goes to this person before somebody decided. Who is no voter is kept out only where the rules want a voter of the
 * section or the municipality, and not without a voters list; of another municipality nothing is known.
 */
export function keptOutBy({
  ruleset,
  pollingDay,
}: Pick<OfRules, 'ruleset' | 'pollingDay'>): RawBuilder<WhyNot | null> {
  const rules = loadBureauRules(ruleset)
  const { nationality, age } = categoriesKeptOut(rules)
  const belgianOnly = mainBureausOfBelgians(rules)
  const { nationality: foreign } = categoriesKeptOut(rulesOfBureau(rules, { code: belgianOnly[0] ?? '' }))
  const forVotersHere = rules.seating
    .filter(({ kind, role }) => isForVotersHere(rules, kind, role))
    .map(({ kind, role }) => `${kind} ${role}`)
  return sql<WhyNot | null>`(
    select case
      when exists (select from bureaus.election_candidate c where c.municipality_id = km.municipality_id
                     and c.election_id = km.election_id and c.nrn_index = km.nrn_index) then 'candidate'
      when kl.list_id is not null and kv.voter_id is null
        and (case kb.kind when 'RESERVE' then kb.code else kb.kind end || ' ' || ks.role) = any (${forVotersHere}::text[])
        then 'no-voter'
      when kv.state = 'struck' then 'struck'
      when kv.category = any (${[...nationality]}::text[])
        or (kb.code = any (${belgianOnly}::text[]) and kv.category = any (${[...foreign]}::text[])) then 'nationality'
      when coalesce(kv.birth_date, km.birth_date) + make_interval(years => ${rules.members.value.fromAge}::integer)
             > ${pollingDay}::date
        or (coalesce(kv.birth_date, km.birth_date) is null and kv.category = any (${[...age]}::text[])) then 'age'
    end
    from bureaus.member km
    join bureaus.seat ks on ks.municipality_id = km.municipality_id and ks.election_id = km.election_id
      and ks.seat_id = a.seat_id
    join bureaus.bureau kb on kb.municipality_id = ks.municipality_id and kb.election_id = ks.election_id
      and kb.bureau_id = ks.bureau_id
    left join lateral (
      select l.list_id from voters.voters_list l
      where l.municipality_id = km.municipality_id and l.election_id = km.election_id and l.state <> 'replaced'
      order by l.state = 'imported', l.list_id desc limit 1) kl on true
    left join voters.voter kv on kv.municipality_id = km.municipality_id and kv.election_id = km.election_id
      and kv.list_id = kl.list_id and kv.nrn_index = km.nrn_index
    where km.municipality_id = a.municipality_id and km.election_id = a.election_id and km.member_id = a.member_id)`
}

/** Who is proposed or designated, and whom the lists keep out since; before polling day. */
export async function peopleKeptOut(db: Db, election: OfRules, only?: AssignmentId): Promise<MayNotSit[]> {
  const { municipalityId, electionId } = election
  const { rows } = await sql<MayNotSit>`
    select * from (select a.assignment_id as "assignmentId", a.designation, b.kind, b.number, s.role, s.ordinal,
      ${keptOutBy(election)} as "whyNot"
    from bureaus.assignment a
    join bureaus.seat s on s.municipality_id = a.municipality_id and s.election_id = a.election_id and s.seat_id = a.seat_id
    join bureaus.bureau b on b.municipality_id = s.municipality_id and b.election_id = s.election_id
      and b.bureau_id = s.bureau_id
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId}
      and a.designation in ('PROPOSED', 'DESIGNATED') and a.attendance = 'UNKNOWN'
      and (${only ?? null}::uuid is null or a.assignment_id = ${only ?? null}::uuid)
    ) seated where "whyNot" is not null order by kind, number, role, ordinal`.execute(db)
  return rows
}
