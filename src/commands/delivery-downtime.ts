import type { Command } from 'commander'
import { type Downtime, listDowntimes } from '../delivery/index.ts'
import { listMunicipalities } from '../municipalities/index.ts'
import { WrongUse } from './arguments.ts'
import { done, verb } from './command.ts'
import { counted } from './counted.ts'

const usualDays = 30

export function downtimeVerb(delivery: Command): void {
  const description = {
    name: 'downtime',
    summary: 'Show when the parties that letters go to were away, and by what that is known',
    examples: ['delivery downtime', 'delivery downtime --since 2029-05-01 --json'],
    options: [['--since DAY', `from that day on (UTC); ${usualDays} days when left out`]] as const,
  }
  verb(delivery, description, async (app, _, options) => {
    const since = sinceFrom(options.since, app.clock.now())
    const staff = (await listMunicipalities(app.database)).map(({ municipalityId }) => municipalityId)
    const downtimes = await listDowntimes(app, { staff, since })
    return done({ since, downtimes }, ...downtimeLines(downtimes, since))
  })
}

export function sinceFrom(text: unknown, now: Date): Date {
  if (text === undefined) return new Date(now.getTime() - usualDays * 86_400_000)
  const day = new Date(`${text}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(String(text)) || day.toJSON()?.slice(0, 10) !== text)
    throw new WrongUse('--since is a day, such as 2029-05-01')
  return day
}

export function downtimeLines(downtimes: readonly Downtime[], since: Date): string[] {
  if (downtimes.length === 0)
    return [`Nothing that letters go to was seen to be away since ${since.toISOString()}.`]
  return downtimes.flatMap((downtime) => {
    const { api, host, beganAt, endedAt, failures, codes, seenBy } = downtime
    const until = endedAt ? `until ${endedAt.toISOString()} (${lasted(beganAt, endedAt)})` : 'and still is'
    return [
      `${host} (${api}) was away from ${beganAt.toISOString()} ${until}`,
      `  ${counted(failures, 'attempt')} without an answer: ${codes.join(', ')}`,
      `  first request ${downtime.firstTraceId}, seen by ${seenBy}`,
      `  last request  ${downtime.lastTraceId}, at ${downtime.lastFailureAt.toISOString()}`,
      ...(downtime.endedTraceId ? [`  first answer  to request ${downtime.endedTraceId}`] : []),
    ]
  })
}

function lasted(from: Date, to: Date): string {
  const seconds = Math.round((to.getTime() - from.getTime()) / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return [hours && `${hours} h`, (hours || minutes) && `${minutes} min`, `${seconds % 60} s`]
    .filter(Boolean)
    .join(' ')
}
