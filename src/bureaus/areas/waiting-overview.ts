import { sql } from 'kysely'
import type { Database } from '../../platform/db/database.ts'
import type { AssignmentId, ElectionId } from '../../platform/ids.ts'
import type { AreaElection } from './read-area.ts'

/** An assignment that waits for who decides in the area: which it is, and of whom is asked of its municipality. */
export interface WaitingInArea {
  readonly electionId: ElectionId
  readonly assignmentId: AssignmentId
}

interface Asked {
  readonly authority: string
  readonly elections: readonly AreaElection[]
  readonly what: 'signature' | 'decision'
  /** The last one of the page before. */
  readonly after?: string | undefined
  /** Of these only, which somebody was about to sign. */
  readonly only?: readonly AssignmentId[] | undefined
  readonly most: number
}

/** What waits in all municipalities of an area, in the order in which people were proposed; and how many there are in all. */
export function waitingInArea(
  { database }: { readonly database: Database },
  { authority, elections, what, after, only, most }: Asked,
): Promise<{ waiting: readonly WaitingInArea[]; all: number; hasMore: boolean }> {
  const asked = elections.map(({ election }) => election.electionId)
  const isWaiting =
    what === 'signature'
      ? sql`a.designation = 'PROPOSED'`
      : sql`a.reply = 'EXCUSE_PENDING' and a.designation = 'DESIGNATED'`
  return database.inScope({ authority }, async (db) => {
    const { rows } = await sql<WaitingInArea & { all: number }>`
      select w.* from (
        select a.election_id as "electionId", a.assignment_id as "assignmentId", (count(*) over ())::integer as all
        from bureaus.authority g
        join bureaus.assignment a on a.municipality_id = g.municipality_id and a.election_id = g.election_id
        where g.election_id = any (${asked}::uuid[]) and ${isWaiting}
          and (${only ?? null}::uuid[] is null or a.assignment_id = any (${only ?? null}::uuid[]))) w
      where ${after ?? null}::uuid is null or w."assignmentId" > ${after ?? null}::uuid
      order by w."assignmentId" limit ${most + 1}`.execute(db)
    const waiting = rows.slice(0, most)
    return { waiting, all: rows[0]?.all ?? 0, hasMore: rows.length > most }
  })
}
