import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, truncate } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Citizen } from './citizens.ts'
import type { EboxClient } from './client.ts'
import type { MessageFacts } from './message.ts'

/** What happens to the stand-in and must survive a restart: one JSON line each, only ever appended. */
export type JournalEntry =
  | { is: 'client'; client: EboxClient }
  | { is: 'citizen'; citizen: Citizen }
  /** `bodies`: base64 of the documents, only for a citizen of the demo. */
  | { is: 'message'; message: MessageFacts; bodies?: readonly string[] }
  | { is: 'opened'; id: string; at: number }

export type Journal = Readonly<{
  /** Resolves once the line is with the operating system, so that a killed process has not lost it. */
  append: (entry: JournalEntry) => Promise<void>
  close: () => Promise<void>
}>

export const noJournal: Journal = { append: async () => {}, close: async () => {} }

/**
 * Replays the entries of a data file and opens it for more. A last line without its end (the process was killed
 * while writing) is cut off: its sender never got an answer, so it counts as not accepted.
 */
export async function openJournal(file: string, replay: (entry: JournalEntry) => void): Promise<Journal> {
  await mkdir(dirname(file), { recursive: true })
  if (existsSync(file)) await truncate(file, await replayWholeLines(file, replay))
  const stream = createWriteStream(file, { flags: 'a' })
  return {
    append: (entry) =>
      new Promise((resolve, reject) => {
        stream.write(`${JSON.stringify(entry)}\n`, (error) => (error ? reject(error) : resolve()))
      }),
    close: () => new Promise((resolve) => stream.end(() => resolve())),
  }
}

async function replayWholeLines(file: string, replay: (entry: JournalEntry) => void): Promise<number> {
  let wholeBytes = 0
  let rest: Buffer[] = []
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let start = 0
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      const line = Buffer.concat([...rest, chunk.subarray(start, end)])
      replay(JSON.parse(line.toString('utf8')) as JournalEntry)
      wholeBytes += line.length + 1
      rest = []
      start = end + 1
    }
    rest.push(chunk.subarray(start))
  }
  return wholeBytes
}
