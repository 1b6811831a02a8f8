import { streamSSE } from 'hono/streaming'
import { type CampaignFeed, createCampaignFeed } from '../../delivery/index.ts'
import type { Database } from '../../platform/db/database.ts'
import type { StaffId } from '../../platform/ids.ts'
import type { DeskDeps } from '../desk-deps.ts'
import { liveFacts } from './live-facts.ts'
import type { CampaignDesk } from './with-campaign.ts'

/** Open streams of one person: more windows than that have to refresh by hand. */
const mostStreams = 4
/** A browser comes back by itself, and is then asked anew who it is. */
const longestMs = 5 * 60_000
/** Proxies cut off what is silent for long. */
const heartbeatMs = 15_000
const comeBackAfterMs = 5_000

const feeds = new WeakMap<Database, CampaignFeed>()
const open = new Map<StaffId, number>()

/** The figures of the page of progress as server-sent events, each time that something changes. */
export function streamProgress(desk: CampaignDesk): Response {
  const { context, staff, campaign, deps } = desk
  const streams = open.get(staff.staffId) ?? 0
  if (streams >= mostStreams) return context.text('', 429, { 'Retry-After': '60' })
  open.set(staff.staffId, streams + 1)
  const answer = streamSSE(context, async (stream) => {
    const left = new AbortController()
    stream.onAbort(() => left.abort())
    const heartbeat = setInterval(
      () => void stream.write(': still here\n\n').catch(() => left.abort()),
      heartbeatMs,
    )
    try {
      const until = AbortSignal.any([left.signal, AbortSignal.timeout(longestMs)])
      for await (const progress of feedOf(deps).follow(campaign, until)) {
        const data = JSON.stringify(liveFacts(progress, progress.at))
        await stream.writeSSE({ event: 'progress', data, retry: comeBackAfterMs })
      }
    } finally {
      clearInterval(heartbeat)
      closeOne(staff.staffId)
    }
  })
  answer.headers.set('Cache-Control', 'no-store')
  answer.headers.set('X-Accel-Buffering', 'no')
  return answer
}

function closeOne(staffId: StaffId): void {
  const left = (open.get(staffId) ?? 1) - 1
  if (left > 0) open.set(staffId, left)
  else open.delete(staffId)
}

function feedOf(deps: DeskDeps): CampaignFeed {
  const there = feeds.get(deps.database)
  if (there) return there
  const feed = createCampaignFeed(deps)
  feeds.set(deps.database, feed)
  return feed
}
