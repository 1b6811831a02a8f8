import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import type { Party } from './mailbox.ts'

/** The last good answer of a party that a process told of: at most a minute old while letters leave. */
export interface PartyAnswer extends Party {
  readonly answeredAt: Date
  readonly traceId: string
}

export async function noteAnswer(
  db: Db,
  { api, host }: Party,
  { at, traceId }: { at: Date; traceId: string },
): Promise<void> {
  await sql`
    insert into delivery.party_answer as p (api, host, answered_at, trace_id) values (${api}, ${host}, ${at}, ${traceId})
    on conflict (api, host) do update set answered_at = excluded.answered_at, trace_id = excluded.trace_id
    where p.answered_at < excluded.answered_at`.execute(db)
}

export async function selectAnswers(db: Db): Promise<PartyAnswer[]> {
  const { rows } = await sql<PartyAnswer>`
    select p.api, p.host, p.answered_at as "answeredAt", p.trace_id as "traceId"
    from delivery.party_answer p`.execute(db)
  return rows
}

/** A campaign that is stopped, and why: what stopped it by itself, or whatever a person said. */
export interface StoppedCampaign {
  readonly municipalityId: MunicipalityId
  readonly because: string
}

/** Of the municipalities of this scope. */
export async function selectStopped(db: Db): Promise<StoppedCampaign[]> {
  const { rows } = await sql<StoppedCampaign>`
    select distinct c.municipality_id as "municipalityId", coalesce(c.stopped_because, '') as because
    from delivery.campaign c where c.state = 'stopped' order by 1, 2`.execute(db)
  return rows
}
