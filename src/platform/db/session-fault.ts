import type pg from 'pg'
import { connectionOptions, endOrCut, openLines, PatientClient, sessionSettings } from './connection.ts'

/** Why locks on a session would not hold: it is not ours alone, or it forgets what it was told. */
export type SessionFault = 'shared' | 'settings-not-kept'

const marker = '77s'

/**
 * Opens two clients side by side. Whose sessions are one and the same, or change from one question to the next, are behind
 * a pooler that lends sessions out per transaction.
 */
export async function sessionFault(url: string): Promise<SessionFault | undefined> {
  const lines = openLines()
  const clients = [1, 2].map(() => new PatientClient(connectionOptions(url, 'kiesloket doctor', lines)))
  for (const client of clients) client.on('error', () => {})
  try {
    for (const client of clients) await client.connect()
    return await faultOf(clients as [pg.Client, pg.Client])
  } finally {
    for (const client of clients) await endOrCut(client.end(), lines)
  }
}

export async function faultOf([one, other]: readonly [
  Pick<pg.Client, 'query'>,
  Pick<pg.Client, 'query'>,
]): Promise<SessionFault | undefined> {
  const session = async (client: Pick<pg.Client, 'query'>) =>
    (await client.query('select pg_backend_pid() as pid')).rows[0].pid as number
  const first = await session(one)
  if ((await session(other)) === first || (await session(one)) !== first) return 'shared'
  await one.query(sessionSettings({ idle_session_timeout: marker }))
  const { rows } = await one.query(`select current_setting('idle_session_timeout') as value`)
  return rows[0].value === marker ? undefined : 'settings-not-kept'
}
