import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Command } from 'commander'
import {
  type CalendarEntry,
  calendarFile,
  deadlineInstant,
  electionCalendar,
  markText,
  type OpenDeadline,
  openDeadlines,
} from '../elections/index.ts'
import { done, verb } from './command.ts'
import { counted } from './counted.ts'
import { chosenElection, electionOption, municipalityOption } from './find.ts'

export function calendarVerb(election: Command): void {
  const description = {
    name: 'calendar',
    summary: 'Print every deadline with its article and how sure we are of it',
    examples: ['election calendar', 'election calendar --ics termijnen.ics', 'election calendar --json'],
    options: [
      municipalityOption,
      electionOption,
      ['--ics FILE', 'write them as a calendar file, for the calendar program of the clerks'],
    ] as const,
  }
  verb(election, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const entries = electionCalendar(found.election)
    const open = openDeadlines(found.election)
    const items = entries.map((entry) => ({ ...entry, passes: deadlineInstant(entry).toString() }))
    if (typeof options.ics === 'string') {
      await mkdir(dirname(options.ics), { recursive: true })
      await writeFile(options.ics, calendarFile(found.election, app.clock.now()))
      return done({ file: options.ics, items, open }, ...writtenLines(options.ics, entries, open))
    }
    return done({ items, open }, ...entries.flatMap(entryLines), ...open.map(openLine))
  })
}

const bounds = { on: 'on', latest: 'by', 'strictly-before': 'before', from: 'from' } as const

function entryLines({ date, lastDay, time, bound, label, ...origin }: CalendarEntry): string[] {
  const { article, mark, actor, insteadOf, note } = origin
  const when = `${bounds[bound].padEnd(6)} ${date} ${(time ?? '').padEnd(11)}`
  const safe = lastDay ? ` [last day: ${lastDay}]` : ''
  return [
    `${when} ${label}${safe}  (${actor}; ${article}; ${markText(mark)})`,
    ...(insteadOf
      ? [`       decided for this election; by the rule ${insteadOf}. ${note ?? ''}`.trimEnd()]
      : []),
  ]
}

function openLine({ label, awaits, article, mark }: OpenDeadline): string {
  return `${'—'.padEnd(6)} no day yet             ${label}, after: ${awaits}  (${article}; ${markText(mark)})`
}

function writtenLines(
  file: string,
  entries: readonly CalendarEntry[],
  open: readonly OpenDeadline[],
): string[] {
  const waiting =
    open.length > 0 ? [`${counted(open.length, 'deadline')} without a day yet, not in the file:`] : []
  return [`${file} is written: ${counted(entries.length, 'deadline')}.`, ...waiting, ...open.map(openLine)]
}
