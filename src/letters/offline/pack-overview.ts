import { sql } from 'kysely'
import { type Address, addressLines } from '../../platform/address.ts'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, ListId, MunicipalityId } from '../../platform/ids.ts'
import type { AddressKind } from '../../voters/index.ts'
import type { PackedVoter } from './offline-pack.ts'

interface Row {
  readonly listNumber: number
  readonly lastName: string
  readonly firstNames: string
  readonly birthYear: number | null
  readonly address: Address
  readonly addressKind: AddressKind | null
  readonly section: number
  readonly hasLetter: boolean
  readonly duplicates: number
}

/** One page of a pack in the order of the list: everybody who votes, the struck ones left out. */
export async function packedVoters(
  db: Db,
  of: { municipalityId: MunicipalityId; electionId: ElectionId; listId: ListId },
  afterListNumber: number,
  limit: number,
): Promise<PackedVoter[]> {
  const { rows } = await sql<Row>`
    select v.list_number as "listNumber", v.last_name as "lastName", v.first_names as "firstNames",
      extract(year from v.birth_date)::integer as "birthYear", v.list_address as address,
      v.address_kind as "addressKind", v.section, l.letter_id is not null as "hasLetter",
      coalesce((select count(*)::integer from letters.duplicate d
        where d.municipality_id = v.municipality_id and d.election_id = v.election_id
          and d.letter_id = l.letter_id), 0) as duplicates
    from voters.voter v
    left join letters.letter l on l.municipality_id = v.municipality_id and l.election_id = v.election_id
      and l.voter_id = v.voter_id and l.state = 'released'
    where v.municipality_id = ${of.municipalityId} and v.election_id = ${of.electionId}
      and v.list_id = ${of.listId} and v.list_number > ${afterListNumber} and v.state <> 'struck'
    order by v.list_number limit ${limit}`.execute(db)
  return rows.map(({ address, addressKind, birthYear, ...row }) => ({
    ...row,
    ...(birthYear && { birthYear }),
    ...(addressKind === 'PROTECTED' ? { street: '', place: '' } : inTwo(address)),
  }))
}

/** Street with its number, which is searched; and the rest, which tells it apart. */
function inTwo(address: Address): { street: string; place: string } {
  const { careOf: _, ...ownDoor } = address
  const [street = '', ...rest] = addressLines(ownDoor)
  return { street, place: rest.join(', ') }
}
