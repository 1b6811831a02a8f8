import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, MunicipalityId } from '../../platform/ids.ts'
import type { LetterState } from '../letter.ts'
import { type MarksOfLetters, markBytes } from './status-list.ts'

/**
 * Marks of the letters of an election that do not count now, in an order that says nothing. `undefined` as long as nothing was
 * released, or when the letters were purged: then there is no letter to ask about.
 */
export async function marksOfLetters(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<MarksOfLetters | undefined> {
  const { rows: sums } = await sql<{ section: number; wasReleased: boolean; isCurrent: boolean }>`
    select t.section, bool_or(t.was_released) as "wasReleased", bool_and(t.state = 'released') as "isCurrent"
    from letters.tally t
    where t.municipality_id = ${municipalityId} and t.election_id = ${electionId} and t.letters > 0
    group by t.section`.execute(db)
  if (!sums.some(({ wasReleased }) => wasReleased)) return undefined
  // Anybody may ask: of sections in which every letter counts no letter is read.
  const sections = sums.filter(({ isCurrent }) => !isCurrent).map(({ section }) => section)
  const mark = sql`substring(sha256(uuid_send(l.letter_id)) for ${sql.lit(markBytes)})`
  const { rows } = await sql<{ state: LetterState; marks: Buffer }>`
    select l.state, string_agg(${mark}, ''::bytea order by ${mark}) as marks
    from letters.letter l
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
      and l.section = any(${sections}::integer[]) and l.state <> 'released'
    group by l.state`.execute(db)
  const of = (state: LetterState) => rows.find((row) => row.state === state)?.marks ?? new Uint8Array()
  return { superseded: of('superseded'), withdrawn: of('withdrawn'), unreleased: of('composed') }
}
