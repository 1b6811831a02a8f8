import { setTimeout as sleep } from 'node:timers/promises'
import { streamSSE } from 'hono/streaming'
import { type BoardRow, dayBoard } from '../../../bureaus/index.ts'
import { staffOf } from '../../../platform/db/scope.ts'
import type { StaffId } from '../../../platform/ids.ts'
import type { Desk, ElectionDesk } from '../../desk.ts'
import { looksAt, seesAPart } from '../sight.ts'
import { type BoardFacts, boardFacts } from './board-facts.ts'

/** Open streams of one person: more windows than that have to refresh by hand. */
const mostStreams = 4
/** A browser comes back by itself, and is then asked anew who it is. */
const longestMs = 5 * 60_000
const everyMs = 3_000
const comeBackAfterMs = 5_000

const open = new Map<StaffId, number>()
const counted = new Map<string, { readonly at: number; readonly facts: Promise<BoardFacts> }>()

/** The board of an election as it changes. */
export function streamBoard(desk: ElectionDesk): Response {
  const { election, session } = desk
  const of = [seesAPart(desk) && session.authority, election.electionId].filter(Boolean).join(' ')
  return streamFacts(desk, of, async (now) => boardFacts(await seenOnBoard(desk), now))
}

/** The bureaus that meet on the day, as far as who is here sees them. */
export async function seenOnBoard(desk: ElectionDesk): Promise<BoardRow[]> {
  const { deps, election } = desk
  const all = await deps.database.inScope(staffOf(election.municipalityId), (db) => dayBoard(db, election))
  return all.filter((row) => looksAt(desk, 'sees', row))
}

/**
 * A board as server-sent events, each time that something changes; also a sign of life for proxies. `of`: what is counted, for all who look
 * at the same.
 */
export function streamFacts(desk: Desk, of: string, count: (now: Date) => Promise<BoardFacts>): Response {
  const { context, staff } = desk
  const streams = open.get(staff.staffId) ?? 0
  if (streams >= mostStreams) return context.text('', 429, { 'Retry-After': '60' })
  open.set(staff.staffId, streams + 1)
  const answer = streamSSE(context, async (stream) => {
    const left = new AbortController()
    stream.onAbort(() => left.abort())
    const until = AbortSignal.any([left.signal, AbortSignal.timeout(longestMs)])
    let told = ''
    try {
      while (!until.aborted) {
        const { texts, ...rest } = await countedOnce(desk, of, count)
        const { at: _, ...cells } = texts
        const now = JSON.stringify({ ...rest, cells })
        if (now !== told)
          await stream.writeSSE({
            event: 'progress',
            data: JSON.stringify({ ...rest, texts }),
            retry: comeBackAfterMs,
          })
        else await stream.write(': still here\n\n')
        told = now
        // Nothing will move where there is no bureau.
        if (rest.total === 0) return
        await sleep(everyMs, undefined, { signal: until }).catch(() => {})
      }
    } finally {
      closeOne(staff.staffId)
    }
  })
  answer.headers.set('Cache-Control', 'no-store')
  answer.headers.set('X-Accel-Buffering', 'no')
  return answer
}

/** However many look at the same in this process, its bureaus are counted for all of them together. */
function countedOnce(
  { deps }: Desk,
  of: string,
  count: (now: Date) => Promise<BoardFacts>,
): Promise<BoardFacts> {
  const now = deps.clock.now()
  const there = counted.get(of)
  if (there && Math.abs(now.getTime() - there.at) < everyMs / 2) return there.facts
  const facts = count(now)
  counted.set(of, { at: now.getTime(), facts })
  facts.catch(() => counted.delete(of))
  return facts
}

function closeOne(staffId: StaffId): void {
  const left = (open.get(staffId) ?? 1) - 1
  if (left > 0) open.set(staffId, left)
  else open.delete(staffId)
}
