import { sql } from 'kysely'
import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { LetterId } from '../../platform/ids.ts'

interface OwnLetter {
  readonly letterId: LetterId
  readonly releasedAt?: Date
}

/**
 * The letter that the voter of a letter had before: the last that was released or, where the sample before was not, the one there
 * was when that was taken, which may be this very letter.
 */
export async function ownLetterBefore(
  db: Db,
  { municipalityId, electionId }: Election,
  letterId: LetterId,
  { wasReleased, takenAt }: { wasReleased: boolean; takenAt: Date },
): Promise<OwnLetter | undefined> {
  const { rows } = await sql<{ letterId: LetterId; releasedAt: Date | null }>`
    select earlier.letter_id as "letterId", r.decided_at as "releasedAt"
    from letters.letter l
    join letters.letter earlier on earlier.municipality_id = l.municipality_id and earlier.election_id = l.election_id
      and earlier.voter_id = l.voter_id
    left join letters.release r on r.municipality_id = earlier.municipality_id and r.election_id = earlier.election_id
      and r.release_id = earlier.release_id
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.letter_id = ${letterId}
      and case when ${wasReleased} then earlier.version < l.version and earlier.release_id is not null
        else earlier.version <= l.version and earlier.composed_at <= ${takenAt} end
    order by earlier.version desc limit 1`.execute(db)
  const [own] = rows
  return own && { letterId: own.letterId, ...(own.releasedAt && { releasedAt: own.releasedAt }) }
}
