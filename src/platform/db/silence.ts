import { connectionOptions, endOrCut, type Lines, openLines, PatientClient } from './connection.ts'
import { isSilence } from './connection-trouble.ts'

/** A statement may take as long as it needs: so it is not timed, but after each ten seconds somebody knocks. */
const knockEveryMs = 10_000
/** A server so busy that it can't open the door in ten seconds is given ten more. */
const silentKnocks = 2

/**
 * Runs work that waits for the database. When that takes long and the server opens no new connection either, lines that
 * were open are cut: whoever waits hears it in half a minute instead of a quarter of an hour.
 */
export type WhileKnocking = <T>(work: () => Promise<T>) => Promise<T>

export function createKnocking(url: string, lines: Lines): WhileKnocking {
  let silent = 0
  let isKnocking = false

  async function knock(): Promise<void> {
    if (isKnocking) return
    isKnocking = true
    silent = (await isSilent(url)) ? silent + 1 : 0
    isKnocking = false
    if (silent >= silentKnocks) lines.cut()
  }
  return async (work) => {
    const timer = setInterval(() => void knock(), knockEveryMs).unref()
    try {
      return await work()
    } finally {
      clearInterval(timer)
    }
  }
}

async function isSilent(url: string): Promise<boolean> {
  const lines = openLines()
  const client = new PatientClient(connectionOptions(url, 'kiesloket knock', lines))
  client.on('error', () => {})
  try {
    await client.connect()
    return false
  } catch (error) {
    return isSilence(error)
  } finally {
    await endOrCut(client.end(), lines)
  }
}
