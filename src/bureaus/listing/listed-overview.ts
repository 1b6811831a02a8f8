import { type RawBuilder, sql } from 'kysely'
import type { VoterCategory } from '../../elections/index.ts'
import type { Address } from '../../platform/address.ts'
import type { Db } from '../../platform/db/database.ts'
import type { ListedPersonId } from '../../platform/ids.ts'
import { currentList, type VoterState } from '../../voters/index.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { BureauRules } from '../bureau-rules.ts'
import { byLegalOrder, type ListEntry, type ListedName } from './listed-person.ts'
import { type WhyNot, whyNotCalled } from './why-not-called.ts'

/** A person of list A with what the other lists say of them today. */
export interface PersonOnListA extends ListedName {
  /** Where they vote, when the voters list has them. */
  readonly section?: number | undefined
  /** Empty: they can be called. */
  readonly whyNot: readonly WhyNot[]
  readonly nrnCipher: Buffer
  readonly nrnIndex: Buffer
}

interface PersonRow {
  readonly personId: ListedPersonId
  readonly lastName: string
  readonly firstNames: string
  readonly birthDate: string | null
  readonly address: Address | null
  readonly entries: ListEntry[]
  readonly isCandidate: boolean
  readonly voterState: VoterState | null
  readonly category: VoterCategory | null
  readonly section: number | null
  readonly nrnCipher: Buffer
  readonly nrnIndex: Buffer
}

/** Everybody on list A in the order of the law, those who cannot be called as well, with the reason. */
export async function listedPeople(
  db: Db,
  election: OfElection & { readonly pollingDay: string },
  rules: BureauRules,
): Promise<PersonOnListA[]> {
  const legalOrder = byLegalOrder(rules.categories.value)
  const people = await selectListed(db, { election, rules }, sql`true`)
  return people.toSorted((one, other) => legalOrder(one.entries[0]!, other.entries[0]!))
}

/** Who on list A answers to a condition on `p`, the person, and `v`, the voter, by name. */
export async function selectListed(
  db: Db,
  { election, rules }: ListA,
  condition: RawBuilder<unknown>,
  { limit, offset = 0, order }: Portion = {},
): Promise<PersonOnListA[]> {
  const { municipalityId, electionId, pollingDay } = election
  const list = await currentList(db, municipalityId, electionId)
  const { rows } = await sql<PersonRow>`
    select p.person_id as "personId", p.last_name as "lastName", p.first_names as "firstNames",
      coalesce(v.birth_date, p.birth_date) as "birthDate",
      coalesce(p.address, case when v.address_kind is distinct from 'PROTECTED' then v.list_address end) as address,
      p.nrn_cipher as "nrnCipher", p.nrn_index as "nrnIndex", v.state as "voterState", v.category, v.section,
      exists (select from bureaus.election_candidate c
              where c.municipality_id = p.municipality_id and c.election_id = p.election_id
                and c.nrn_index = p.nrn_index) as "isCandidate",
      (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('category', e.category, 'source', e.source, 'place', e.place,
                 'profession', e.profession, 'receivedOn', e.received_on)) order by e.source)
       from bureaus.list_entry e
       where e.municipality_id = p.municipality_id and e.election_id = p.election_id
         and e.person_id = p.person_id) as entries
    from bureaus.listed_person p
    left join voters.voter v on v.municipality_id = p.municipality_id and v.election_id = p.election_id
      and v.list_id = ${list?.listId ?? null}::uuid and v.nrn_index = p.nrn_index
    where p.municipality_id = ${municipalityId} and p.election_id = ${electionId} and ${condition}
    order by ${order ? sql`${order},` : sql``} p.last_name, p.first_names, p.person_id
    limit ${limit ?? null} offset ${offset}`.execute(db)
  const legalOrder = byLegalOrder(rules.categories.value)
  return (
    rows
      .map((row) => personFrom({ ...row, entries: row.entries.toSorted(legalOrder) }, pollingDay, rules))
      // Without a voters list nobody can say who is no voter.
      .map((person) =>
        list ? person : { ...person, whyNot: person.whyNot.filter((code) => code !== 'no-voter') },
      )
  )
}

interface Portion {
  readonly limit?: number
  readonly offset?: number
  /** Before the name. */
  readonly order?: RawBuilder<unknown>
}

export interface ListA {
  readonly election: OfElection & { readonly pollingDay: string }
  readonly rules: BureauRules
}

function personFrom(row: PersonRow, pollingDay: string, rules: BureauRules): PersonOnListA {
  const { personId, lastName, firstNames, entries, nrnCipher, nrnIndex, isCandidate } = row
  const birthDate = row.birthDate ?? undefined
  const voter = row.voterState ? { state: row.voterState, category: row.category! } : undefined
  return {
    ...{ personId, lastName, firstNames, birthDate, entries, nrnCipher, nrnIndex },
    address: row.address ?? undefined,
    section: row.section ?? undefined,
    whyNot: whyNotCalled(rules, 'A', pollingDay, { isCandidate, birthDate, voter }),
  }
}

/** Look-up indexes of who stands for election, as hexadecimal digits. */
export async function candidateIndexes(
  db: Db,
  { municipalityId, electionId }: OfElection,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ person: string }>`
    select encode(c.nrn_index, 'hex') as person from bureaus.election_candidate c
    where c.municipality_id = ${municipalityId} and c.election_id = ${electionId}`.execute(db)
  return new Set(rows.map(({ person }) => person))
}
