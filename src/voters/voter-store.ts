import { type RawBuilder, sql } from 'kysely'
import type { VoterCategory, WithoutBallot } from '../elections/index.ts'
import type { Address } from '../platform/address.ts'
import type { Db } from '../platform/db/database.ts'
import type { ElectionId, ListId, MunicipalityId, VoterId } from '../platform/ids.ts'
import { type ListCounts, listCounts } from './importing/list-tally.ts'
import {
  type AddressKind,
  type NoPost,
  type SealedVoter,
  type SectionCount,
  unsealed,
  type VoterFact,
  type VoterState,
} from './voter.ts'

interface VoterRow {
  voter_id: VoterId
  list_number: number
  state: VoterState
  category: VoterCategory
  last_name: string
  first_names: string
  birth_date: string | null
  section: number
  list_address: Address
  delivery_address: Address | null
  address_kind: AddressKind | null
  no_post: NoPost | null
  requested_language: string | null
  language_requested_on: string | null
  nrn_cipher: Buffer
  nrn_index: Buffer
  /** These columns as they were when the list was closed, where something was corrected since. */
  when_closed: Partial<VoterRow> | null
}

const columns = sql`v.voter_id, v.list_number, v.state, v.category, v.last_name, v.first_names, v.birth_date,
  v.section, v.list_address, v.delivery_address, v.address_kind, v.no_post, v.requested_language,
  v.language_requested_on, v.nrn_cipher, v.nrn_index, v.when_closed`

/**
 * One page of a section in list-number order, the struck voters included. `afterListNumber`: the last one of
 * the page before, 0 for the first page.
 */
export async function votersOfSection(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  listId: ListId,
  section: number,
  afterListNumber: number,
  limit: number,
): Promise<SealedVoter[]> {
  return select(
    db,
    sql`v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.list_id = ${listId}
        and v.section = ${section} and v.list_number > ${afterListNumber}
        order by v.list_number limit ${limit}`,
  )
}

/**
 * Everybody who is or was on the list, in list-number order, in constant memory. `frozen`: as it was closed,
 * without those added since and without what was corrected since.
 */
export async function* streamVoters(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  listId: ListId,
  extent: 'all' | 'frozen' = 'all',
): AsyncGenerator<SealedVoter> {
  let after = 0
  for (;;) {
    const page = await select(
      db,
      sql`v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.list_id = ${listId}
          and v.list_number > ${after} and (${extent === 'all'} or not v.added_late)
          order by v.list_number limit 2000`,
      extent,
    )
    if (page.length === 0) return
    yield* page
    after = page.at(-1)!.listNumber
  }
}

export async function getVoter(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  listId: ListId,
  voterId: VoterId,
): Promise<SealedVoter | undefined> {
  const [voter] = await select(
    db,
    sql`v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.list_id = ${listId}
        and v.voter_id = ${voterId}`,
  )
  return voter
}

/** Voters by id; ids that are not on the list are left out. */
export async function votersById(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  listId: ListId,
  ids: readonly VoterId[],
): Promise<ReadonlyMap<VoterId, SealedVoter>> {
  const voters = await select(
    db,
    sql`v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.list_id = ${listId}
        and v.voter_id = any(${ids}::uuid[])`,
  )
  return new Map(voters.map((voter) => [voter.voterId, voter]))
}

export async function getVoterByListNumber(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  listId: ListId,
  listNumber: number,
): Promise<SealedVoter | undefined> {
  const [voter] = await select(
    db,
    sql`v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.list_id = ${listId}
        and v.list_number = ${listNumber}`,
  )
  return voter
}

export async function getVoterByPerson(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  listId: ListId,
  nrnIndex: Buffer,
): Promise<SealedVoter | undefined> {
  const [voter] = await select(
    db,
    sql`v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.list_id = ${listId}
        and v.nrn_index = ${nrnIndex}`,
  )
  return voter
}

async function select(
  db: Db,
  where: RawBuilder<unknown>,
  extent: 'all' | 'frozen' = 'all',
): Promise<SealedVoter[]> {
  const { rows } = await sql<VoterRow>`select ${columns} from voters.voter v where ${where}`.execute(db)
  return rows.map((row) => voterFrom(extent === 'frozen' ? { ...row, ...row.when_closed } : row))
}

function voterFrom(row: VoterRow): SealedVoter {
  return {
    voterId: row.voter_id,
    listNumber: row.list_number,
    state: row.state,
    category: row.category,
    lastName: row.last_name,
    firstNames: row.first_names,
    section: row.section,
    listAddress: row.list_address,
    nrnCipher: row.nrn_cipher,
    nrnIndex: row.nrn_index,
    ...(row.birth_date && { birthDate: row.birth_date }),
    ...(row.delivery_address && { deliveryAddress: row.delivery_address }),
    ...(row.address_kind && { addressKind: row.address_kind }),
    ...(row.no_post && { noPost: row.no_post }),
    ...(row.requested_language && { requestedLanguage: row.requested_language }),
    ...(row.language_requested_on && { languageRequestedOn: row.language_requested_on }),
  }
}

export async function countList(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  listId: ListId,
): Promise<ListCounts> {
  const { rows } = await sql<{ section: number; category: string; voters: number }>`
    select v.section, v.category, sum(v.voters)::integer as voters from voters.tally v
    where v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.list_id = ${listId}
      and not v.added_late and v.voters > 0
    group by v.section, v.category order by v.section, v.category`.execute(db)
  return listCounts(rows)
}

/** The sum that a certificate has to balance, section by section. */
export async function countsByState(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  listId: ListId,
  withoutBallot: readonly WithoutBallot[] = [],
): Promise<SectionCount[]> {
  const { rows } = await sql<SectionCount>`
    select v.section, count(*) filter (where not v.added_late) as frozen,
      count(*) filter (where v.added_late) as added, count(*) filter (where v.state = 'struck') as struck,
      count(*) filter (where v.state <> 'struck' and ${isOneOf(withoutBallot)}) as "withoutBallot",
      count(*) filter (where v.state <> 'struck' and not ${isOneOf(withoutBallot)}) as voters
    from voters.voter v
    where v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.list_id = ${listId}
    group by v.section order by v.section`.execute(db)
  return rows.map(({ withoutBallot: none, ...count }) => (none ? { ...count, withoutBallot: none } : count))
}

/** Whether the voter `v` of a query is of one of these categories in one of these sections. */
export function isOneOf(some: readonly WithoutBallot[]): RawBuilder<boolean> {
  if (some.length === 0) return sql<boolean>`false`
  return sql<boolean>`(v.section, v.category) in (
    select one.section, one.category
    from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as one (section integer, category text))`
}

/** How one person stands on the lists, struck or not, by voter. `db` is in the scope of this person. */
export async function votersOfPerson(
  db: Db,
  personIndex: Uint8Array,
): Promise<ReadonlyMap<VoterId, VoterFact>> {
  const voters = await select(db, sql`v.nrn_index = ${Buffer.from(personIndex)}`)
  return new Map(voters.map((voter) => [voter.voterId, unsealed(voter)]))
}

/** On which closed lists one person stands. `db` is in the scope of this person. */
export async function closedListsOfPerson(
  db: Db,
  personIndex: Uint8Array,
): Promise<{ municipalityId: MunicipalityId; electionId: ElectionId; voterId: VoterId }[]> {
  const { rows } = await sql<{ municipalityId: MunicipalityId; electionId: ElectionId; voterId: VoterId }>`
    select v.municipality_id as "municipalityId", v.election_id as "electionId", v.voter_id as "voterId"
    from voters.voter v
    join voters.voters_list l on l.municipality_id = v.municipality_id and l.election_id = v.election_id
      and l.list_id = v.list_id and l.state = 'closed'
    where v.nrn_index = ${Buffer.from(personIndex)}`.execute(db)
  return rows
}
