import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

/** Counts one more mail of today under this key. Answers false when there were `most`, or it is blocked: then it is not counted. */
export async function countMail(db: Db, key: Buffer, today: string, most: number): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select portal.count_mail(${key}, ${today}::date, ${most}::integer) as may`.execute(db)
  return rows[0]!.may
}

export async function blockMail(db: Db, key: Buffer, today: string, until: string): Promise<void> {
  await sql`select portal.block_mail(${key}, ${today}::date, ${until}::date)`.execute(db)
}
