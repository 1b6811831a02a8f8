import { type RawBuilder, sql } from 'kysely'
import type { WithoutBallot } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, LetterId, ListId, MunicipalityId, VoterId } from '../../platform/ids.ts'
import { isOneOf } from '../../voters/index.ts'
import { currentStates } from '../letter.ts'

/** Read models over letters that have to be made again, and over those that were. */

export interface SectionPlate {
  readonly section: number
  readonly plateSha256: Buffer
}

/** How many current letters of a section stand on a plate, and how many of them were released. */
export interface LettersOnPlate extends SectionPlate {
  readonly letters: number
  readonly released: number
}

export async function countOnPlates(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  plates: readonly SectionPlate[],
): Promise<LettersOnPlate[]> {
  const { rows } = await sql<LettersOnPlate>`
    select t.section, t.plate_sha256 as "plateSha256", sum(t.letters)::integer as letters,
      coalesce(sum(t.letters) filter (where t.state = 'released'), 0)::integer as released
    from letters.tally t
    join ${listed(plates)} on t.section = plate.section and t.plate_sha256 = plate.sha256
    where t.municipality_id = ${municipalityId} and t.election_id = ${electionId}
      and t.state = any(${currentStates}::text[]) and t.letters > 0
    group by 1, 2 order by 1`.execute(db)
  return rows
}

/** One current letter on each of these plates, to look at, in the order of the plates; nothing where there is none any more. */
export async function examplesOnPlates(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  plates: readonly SectionPlate[],
): Promise<(LetterId | null)[]> {
  const { rows } = await sql<{ example: LetterId | null }>`
    select found.letter_id as example
    from ${listed(plates)} left join lateral (
      select l.letter_id from letters.letter l
      where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.section = plate.section
        and l.plate_sha256 = plate.sha256 and l.ended_at is null
      order by l.list_number limit 1) found on true
    order by plate.place`.execute(db)
  return rows.map(({ example }) => example)
}

function listed(plates: readonly SectionPlate[]) {
  return sql`unnest(${plates.map(({ section }) => section)}::integer[],
    ${plates.map(({ plateSha256 }) => plateSha256)}::bytea[]) with ordinality as plate (section, sha256, place)`
}

/** Why a voter has no letter now: `new` never had one, of `corrected` the list says something else, of the others it was taken back. */
export type WaitingBecause = 'new' | 'corrected' | 'taken-back'

export interface WaitingVoters {
  readonly section: number
  readonly because: WaitingBecause
  readonly voters: number
  /** To whom an earlier letter was released. */
  readonly hadOne: number
}

/** Who of these sections has something to vote for and no current letter, and `voters`, who are known to have none, by section and reason. */
export async function waitingVoters(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  {
    listId,
    withoutBallot,
    sections,
    voters,
  }: {
    listId: ListId
    withoutBallot: readonly WithoutBallot[]
    sections: readonly number[]
    voters: readonly VoterId[]
  },
): Promise<WaitingVoters[]> {
  const among = (which: RawBuilder<unknown>) => sql`
      select v.voter_id, v.section from voters.voter v
      where v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.list_id = ${listId}
        and v.state in ('enrolled', 'added') and not ${isOneOf(withoutBallot)} and ${which}`
  const bySection = among(sql`v.section = any(${sections}::integer[])
        and not exists (
          select from letters.letter l
          where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.voter_id = v.voter_id
            and l.ended_at is null)`)
  const byVoter = among(sql`v.voter_id = any(${voters}::uuid[])`)
  const waiting =
    sections.length === 0 ? byVoter : voters.length === 0 ? bySection : sql`${bySection} union all ${byVoter}`
  const { rows } = await sql<WaitingVoters>`
    with waiting as materialized (${waiting}
    ), last as (
      select distinct on (l.voter_id) l.voter_id, l.end_reason,
        bool_or(l.release_id is not null) over (partition by l.voter_id) as had_one
      from letters.letter l
      where l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
        and l.voter_id = any(array(select waiting.voter_id from waiting))
      order by l.voter_id, l.version desc
    )
    select w.section, case when last.voter_id is null then 'new' when last.end_reason = 'corrected' then 'corrected'
        else 'taken-back' end as because,
      count(*)::integer as voters, (count(*) filter (where last.had_one))::integer as "hadOne"
    from waiting w left join last on last.voter_id = w.voter_id
    group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

export interface NewVersions {
  readonly section: number
  readonly letters: number
  /** One of them, to look at. */
  readonly example: LetterId
}

/** Composed letters of these sections that replace one that was released to the same voter, by section. */
export async function newVersions(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  sections: readonly number[],
): Promise<NewVersions[]> {
  const { rows } = await sql<NewVersions>`
    select l.section, count(*)::integer as letters, min(l.letter_id::text)::uuid as example
    from letters.letter l
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.state = 'composed'
      and l.section = any(${sections}::integer[])
      and exists (
        select from letters.letter earlier
        where earlier.municipality_id = ${municipalityId} and earlier.election_id = ${electionId}
          and earlier.voter_id = l.voter_id and earlier.version < l.version and earlier.release_id is not null)
    group by 1 order by 1`.execute(db)
  return rows
}
