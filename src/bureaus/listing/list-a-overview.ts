import { sql } from 'kysely'
import type { Election, VoterCategory } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { ListedPersonId } from '../../platform/ids.ts'
import { currentList, type VoterState } from '../../voters/index.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { type PersonOnListA, selectListed } from './listed-overview.ts'
import { type WhyNot, whyNotCalled } from './why-not-called.ts'

export interface ListAFigures {
  readonly people: number
  readonly callable: number
  /** Somebody with two reasons counts under both. */
  readonly whyNot: Readonly<Partial<Record<WhyNot, number>>>
  readonly candidates: number
}

interface Kind {
  readonly isCandidate: boolean
  readonly state: VoterState | null
  readonly category: VoterCategory | null
  readonly birthDate: string | null
  readonly count: number
}

/** How many stand on list A, and how many of them can't be called and why: counted by the database, kind of person by kind. */
export async function listAFigures(db: Db, election: Election): Promise<ListAFigures> {
  const { municipalityId, electionId, pollingDay } = election
  const rules = loadBureauRules(election.ruleset)
  const list = await currentList(db, municipalityId, electionId)
  const { rows } = await sql<Kind>`
    select c.nrn_index is not null as "isCandidate", v.state, v.category, count(*)::integer as count,
      min(coalesce(v.birth_date, p.birth_date)) as "birthDate"
    from bureaus.listed_person p
    left join voters.voter v on v.municipality_id = p.municipality_id and v.election_id = p.election_id
      and v.list_id = ${list?.listId ?? null}::uuid and v.nrn_index = p.nrn_index
    left join bureaus.election_candidate c on c.municipality_id = p.municipality_id and c.election_id = p.election_id
      and c.nrn_index = p.nrn_index
    where p.municipality_id = ${municipalityId} and p.election_id = ${electionId}
    group by 1, 2, 3, coalesce(v.birth_date, p.birth_date) is null,
      coalesce(v.birth_date, p.birth_date) > ${pollingDay}::date - make_interval(years => ${rules.members.value.fromAge})`.execute(
    db,
  )
  const whyNot: Partial<Record<WhyNot, number>> = {}
  let callable = 0
  for (const { isCandidate, state, category, birthDate, count } of rows) {
    const voter = state && category ? { state, category } : undefined
    const facts = { isCandidate, birthDate: birthDate ?? undefined, voter }
    // Without a voters list nobody can say who is no voter.
    const reasons = whyNotCalled(rules, 'A', pollingDay, facts).filter((code) => list || code !== 'no-voter')
    if (reasons.length === 0) callable += count
    for (const code of reasons) whyNot[code] = (whyNot[code] ?? 0) + count
  }
  const { rows: candidates } = await sql<{ count: number }>`
    select count(*)::integer as count from bureaus.election_candidate c
    where c.municipality_id = ${municipalityId} and c.election_id = ${electionId}`.execute(db)
  const people = rows.reduce((sum, { count }) => sum + count, 0)
  return { people, callable, whyNot, candidates: candidates[0]!.count }
}

export const listedPerPage = 50

export interface ListAAsked {
  /** Part of a name, of who is looked for. */
  readonly name?: string | undefined
  /** The person that the page before ended with. */
  readonly after?: ListedPersonId | undefined
}

/** A page of list A by name, with one more than fits when there is more. Who is looked for by name leaves a trace, without the name. */
export function pageOfListA(
  { database }: { readonly database: Database },
  { election, by, name, after }: ListAAsked & { readonly election: Election; readonly by: string },
): Promise<PersonOnListA[]> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const named = name
      ? sql`position(lower(${name}) in lower(p.last_name || ' ' || p.first_names || ' ' || p.last_name)) > 0`
      : sql`true`
    const further = after
      ? sql`(p.last_name, p.first_names, p.person_id) > (
          select o.last_name, o.first_names, o.person_id from bureaus.listed_person o
          where o.municipality_id = p.municipality_id and o.election_id = p.election_id and o.person_id = ${after})`
      : sql`true`
    const list = { election, rules: loadBureauRules(election.ruleset) }
    const found = await selectListed(db, list, sql`${named} and ${further}`, { limit: listedPerPage + 1 })
    if (name) {
      const event = { municipalityId, actor: by, action: 'bureaus.list-searched', subject: electionId }
      await recordAudit(db, { ...event, details: { found: Math.min(found.length, listedPerPage) } })
    }
    return found
  })
}
