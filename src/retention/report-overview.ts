import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { ElectionId, MunicipalityId } from '../platform/ids.ts'

interface OfElection {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
}

/** How many rows of this election a table of its holdings has now. */
export async function rowsIn(
  db: Db,
  table: string,
  { municipalityId, electionId }: OfElection,
): Promise<number> {
  const named = sql.table(table)
  const ofElection = table.startsWith('delivery.')
    ? sql`t.campaign_id in (select c.campaign_id from delivery.campaign c
            where c.municipality_id = ${municipalityId} and c.reference = ${electionId}::text)`
    : sql`t.election_id = ${electionId}`
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${named} t where t.municipality_id = ${municipalityId} and ${ofElection}`.execute(
    db,
  )
  return rows[0]!.count
}

export interface LastSeal {
  readonly number: number
  readonly upTo: Date
  readonly seal: string
}

/** The audit log's newest seal, and how many events it and those before it hold. */
export async function auditStanding(
  db: Db,
  { municipalityId }: OfElection,
): Promise<{ events: number; lastSeal: LastSeal | null }> {
  const { rows } = await sql<LastSeal & { events: number }>`
    select s.seal_number as number, s.up_to as "upTo", encode(s.seal, 'hex') as seal,
      (sum(s.event_count) over ())::integer as events
    from platform.audit_seal s where s.municipality_id = ${municipalityId}
    order by s.seal_number desc limit 1`.execute(db)
  if (!rows[0]) return { events: 0, lastSeal: null }
  const { events, ...lastSeal } = rows[0]
  return { events, lastSeal }
}
