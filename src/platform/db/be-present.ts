import { Socket } from 'node:net'
import pg from 'pg'

export interface Presence {
  end(): Promise<void>
}

/**
 * A connection from joining to leaving, that others count: the server is not stopped under a process that has opened none of its
 * own yet. It keeps no process from ending.
 */
export async function bePresent(ownerUrl: string): Promise<Presence> {
  const line = new Socket()
  const client = new pg.Client({ connectionString: ownerUrl, stream: () => line })
  client.on('error', () => {}) // the server went away: those who ask it something are told
  await client.connect()
  line.unref()
  return {
    end() {
      line.ref()
      return client.end()
    },
  }
}
