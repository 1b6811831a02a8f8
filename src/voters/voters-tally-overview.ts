import { sql } from 'kysely'
import type { WithoutBallot } from '../elections/index.ts'
import type { Db } from '../platform/db/database.ts'
import type { ElectionId, ListId, MunicipalityId } from '../platform/ids.ts'
import { entitled } from './voter.ts'
import { isOneOf } from './voter-store.ts'

/** Those of a section to whom a letter is due. */
export interface SectionSum {
  readonly section: number
  readonly voters: number
  /** Adds up who they are: the same for the same voters. */
  readonly fingerprint: string
}

/** By the sums that the database keeps: for a page, which is asked all day. A certificate counts the voters. */
export async function sumsBySection(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  listId: ListId,
  withoutBallot: readonly WithoutBallot[] = [],
): Promise<SectionSum[]> {
  const { rows } = await sql<SectionSum>`
    select v.section, sum(v.voters)::integer as voters, sum(v.fingerprint)::text as fingerprint
    from voters.tally v
    where v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.list_id = ${listId}
      and v.state = any(${entitled}::text[]) and v.voters > 0 and not ${isOneOf(withoutBallot)}
    group by v.section order by v.section`.execute(db)
  return rows
}
