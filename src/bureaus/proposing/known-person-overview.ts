import { sql } from 'kysely'
import type { Election, VoterCategory } from '../../elections/index.ts'
import type { Address } from '../../platform/address.ts'
import type { Db } from '../../platform/db/database.ts'
import type { VoterId } from '../../platform/ids.ts'
import { currentList, type VoterState } from '../../voters/index.ts'
import { currentDraw } from '../drawing/draw-store.ts'

/** What the lists know of one person. */
export interface KnownPerson {
  /** Whether there is a voters list at all: without one nobody can say who is no voter. */
  readonly hasVotersList: boolean
  readonly isCandidate: boolean
  readonly isOnListA: boolean
  /** Where they were drawn for list B, and as which. */
  readonly drawn?: { readonly section: number; readonly rank: number } | undefined
  readonly voter?: { readonly state: VoterState; readonly category: VoterCategory } | undefined
  /** Where they vote. */
  readonly section?: number | undefined
  readonly voterId?: VoterId | undefined
  readonly birthDate?: string | undefined
  readonly address?: Address | undefined
  /** As the voters list names them, or else list A, or who signed for them before. */
  readonly lastName?: string | undefined
  readonly firstNames?: string | undefined
}

interface Row {
  readonly isCandidate: boolean
  readonly isOnListA: boolean
  readonly rank: number | null
  readonly unit: string | null
  readonly state: VoterState | null
  readonly category: VoterCategory | null
  readonly voterId: VoterId | null
  readonly section: number | null
  readonly birthDate: string | null
  readonly address: Address | null
  readonly lastName: string | null
  readonly firstNames: string | null
}

/** What the lists of the municipality say today of whom a number belongs to. */
export async function knownPerson(db: Db, election: Election, nrnIndex: Buffer): Promise<KnownPerson> {
  const { municipalityId, electionId } = election
  const list = await currentList(db, municipalityId, electionId)
  const draw = await currentDraw(db, election)
  const drawId = draw?.state === 'DRAWN' ? draw.drawId : null
  const { rows } = await sql<Row>`
    select p.person_id is not null as "isOnListA", v.state, v.category, v.voter_id as "voterId", v.section,
      exists (select from bureaus.election_candidate c where c.municipality_id = ${municipalityId}
                and c.election_id = ${electionId} and c.nrn_index = ${nrnIndex}) as "isCandidate",
      d.rank, d.unit, coalesce(v.birth_date, p.birth_date) as "birthDate",
      coalesce(p.address, case when v.address_kind is distinct from 'PROTECTED' then v.list_address end) as address,
      coalesce(v.last_name, p.last_name, m.last_name) as "lastName",
      coalesce(v.first_names, p.first_names, m.first_names) as "firstNames"
    from (select 1) one
    left join voters.voter v on v.municipality_id = ${municipalityId} and v.election_id = ${electionId}
      and v.list_id = ${list?.listId ?? null}::uuid and v.nrn_index = ${nrnIndex}
    left join bureaus.listed_person p on p.municipality_id = ${municipalityId} and p.election_id = ${electionId}
      and p.nrn_index = ${nrnIndex}
    left join bureaus.drawn_person d on d.municipality_id = ${municipalityId} and d.election_id = ${electionId}
      and d.draw_id = ${drawId}::uuid and d.nrn_index = ${nrnIndex} and d.unit = 'section-' || v.section
    left join bureaus.member m on m.municipality_id = ${municipalityId} and m.election_id = ${electionId}
      and m.nrn_index = ${nrnIndex}
      and exists (select from bureaus.assignment a where a.municipality_id = m.municipality_id
                    and a.election_id = m.election_id and a.member_id = m.member_id and a.designated_at is not null)`.execute(
    db,
  )
  const { rank, unit, state, category, ...row } = rows[0]!
  const known = Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== null),
  ) as unknown as Omit<KnownPerson, 'hasVotersList'>
  return {
    ...known,
    hasVotersList: list !== undefined,
    ...(state && category && { voter: { state, category } }),
    ...(rank !== null && unit && { drawn: { rank, section: Number(unit.replace('section-', '')) } }),
  }
}
