import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/** One of the processes that send in a lane: the how manieth, and of how many. */
export interface PlaceInLane {
  readonly lane: string
  /** 0 is the one that was there first. */
  readonly rank: number
  readonly count: number
}

/** Says that a process is there, by the clock of the database. */
export async function tellPresence(db: Db, senderId: string, lanes: readonly string[]): Promise<void> {
  await sql`
    insert into delivery.sender as s (lane, sender_id) select lane, ${senderId}::uuid from unnest(${[...lanes]}::text[]) as lane
    on conflict (lane, sender_id) do update set seen_at = clock_timestamp()`.execute(db)
}

/** Who is in these lanes, without those of whom nothing was heard for so long. */
export async function placesOf(
  db: Db,
  senderId: string,
  { lanes, lostAfterMs }: { lanes: readonly string[]; lostAfterMs: number },
): Promise<PlaceInLane[]> {
  const { rows } = await sql<PlaceInLane>`
    select placed.lane, placed.rank, placed.count
    from (select s.lane, s.sender_id,
                 (row_number() over (partition by s.lane order by s.joined_at, s.sender_id))::integer - 1 as rank,
                 (count(*) over (partition by s.lane))::integer as count
          from delivery.sender s
          where s.lane = any (${[...lanes]}::text[])
            and s.seen_at > clock_timestamp() - ${lostAfterMs}::double precision * interval '1 millisecond') placed
    where placed.sender_id = ${senderId}::uuid`.execute(db)
  return rows
}

/** Takes a process out of lanes, and whoever has been lost for long. */
export async function endPresence(
  db: Db,
  senderId: string,
  { lanes, lostAfterMs }: { lanes: readonly string[]; lostAfterMs: number },
): Promise<void> {
  await sql`
    delete from delivery.sender s
    where (s.sender_id = ${senderId}::uuid and s.lane = any (${[...lanes]}::text[]))
       or s.seen_at < clock_timestamp() - 10 * ${lostAfterMs}::double precision * interval '1 millisecond'`.execute(
    db,
  )
}

/** As text, so that not a microsecond of it is lost. */
export async function databaseTime(db: Db): Promise<string> {
  const { rows } = await sql<{ now: string }>`select clock_timestamp()::text as now`.execute(db)
  return rows[0]!.now
}

/** True when all others in a lane, but for the lost, told after `since` that they are there. */
export async function haveToldSince(
  db: Db,
  senderId: string,
  { lane, since, lostAfterMs }: { lane: string; since: string; lostAfterMs: number },
): Promise<boolean> {
  const { rows } = await sql<{ told: boolean }>`
    select coalesce(bool_and(s.seen_at > ${since}::timestamptz), true) as told
    from delivery.sender s
    where s.lane = ${lane} and s.sender_id <> ${senderId}::uuid
      and s.seen_at > clock_timestamp() - ${lostAfterMs}::double precision * interval '1 millisecond'`.execute(
    db,
  )
  return rows[0]!.told
}
