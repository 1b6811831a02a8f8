import { sql } from 'kysely'
import type { WithoutBallot } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, LetterId, ListId, MunicipalityId } from '../../platform/ids.ts'
import { isOneOf } from '../../voters/index.ts'
import { currentStates } from '../letter.ts'

/** Read models over letters that have to be made again, and over those that were. */

interface Counted {
  readonly section: number
  readonly letters: number
  /** One of them, to look at. */
  readonly example: LetterId
}

/** How many current letters stand on a plate, and how many of them were released. */
export interface LettersOnPlate extends Counted {
  readonly plateSha256: Buffer
  readonly released: number
}

export async function countOnPlates(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  plates: readonly { section: number; plateSha256: Buffer }[],
): Promise<LettersOnPlate[]> {
  const { rows } = await sql<LettersOnPlate>`
    select l.section, l.plate_sha256 as "plateSha256", count(*)::integer as letters,
      (count(*) filter (where l.state = 'released'))::integer as released, min(l.letter_id::text)::uuid as example
    from letters.letter l
    join unnest(${plates.map(({ section }) => section)}::integer[],
                ${plates.map(({ plateSha256 }) => plateSha256)}::bytea[]) as plate (section, sha256)
      on l.section = plate.section and l.plate_sha256 = plate.sha256
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
      and l.state = any(${currentStates}::text[])
    group by 1, 2 order by 1`.execute(db)
  return rows
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

/** Voters who have something to vote for and no current letter, by section and reason. */
export async function waitingVoters(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  { listId, withoutBallot }: { listId: ListId; withoutBallot: readonly WithoutBallot[] },
): Promise<WaitingVoters[]> {
  const { rows } = await sql<WaitingVoters>`
    with waiting as (
      select v.voter_id, v.section from voters.voter v
      where v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.list_id = ${listId}
        and v.state in ('enrolled', 'added') and not ${isOneOf(withoutBallot)}
        and not exists (
          select from letters.letter l
          where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.voter_id = v.voter_id
            and l.state = any(${currentStates}::text[]))
    ), last as (
      select distinct on (l.voter_id) l.voter_id, l.end_reason,
        bool_or(l.release_id is not null) over (partition by l.voter_id) as had_one
      from letters.letter l join waiting using (voter_id)
      where l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
      order by l.voter_id, l.version desc
    )
    select w.section, case when last.voter_id is null then 'new' when last.end_reason = 'corrected' then 'corrected'
        else 'taken-back' end as because,
      count(*)::integer as voters, (count(*) filter (where last.had_one))::integer as "hadOne"
    from waiting w left join last on last.voter_id = w.voter_id
    group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

/** Composed letters that replace one that was released to the same voter, by section. */
export async function newVersions(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select l.section, count(*)::integer as letters, min(l.letter_id::text)::uuid as example
    from letters.letter l
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.state = 'composed'
      and exists (
        select from letters.letter earlier
        where earlier.municipality_id = ${municipalityId} and earlier.election_id = ${electionId}
          and earlier.voter_id = l.voter_id and earlier.version < l.version and earlier.release_id is not null)
    group by 1 order by 1`.execute(db)
  return rows
}

export type NewVersions = Counted
