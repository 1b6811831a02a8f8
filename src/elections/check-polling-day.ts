import type { DocumentFault } from '../platform/document.ts'
import { dayOf, isSunday } from './calendar/calendar-day.ts'
import type { ElectionDocument } from './election-file.ts'
import type { Ruleset } from './ruleset.ts'

export type PollingDayFault = 'not-sunday' | 'not-meant' | 'not-expected' | 'after-last' | 'not-then'

/** People vote on a Sunday, on the day for which the ruleset is meant, and before whatever sets a last day. */
export function* faultsOfPollingDay(ruleset: Ruleset, document: ElectionDocument): Generator<DocumentFault> {
  const { pollingDay, events } = document
  const fault = (because: PollingDayFault, wrong: string, remedy: string) => ({
    ...{ path: 'pollingDay', wrong, remedy, because },
  })
  if (!isSunday(pollingDay))
    yield fault('not-sunday', 'is not a Sunday', 'Give the Sunday on which people vote')
  else if (isMeant(ruleset, pollingDay)) yield* faultsOfExpectedDay(ruleset, document)
  else {
    const wrong = `is a day for which ${ruleset.id} is not meant`
    yield fault('not-meant', wrong, 'Name the ruleset of that day in rulesetId')
  }
  for (const { limits, offset, label, article } of ruleset.calendar) {
    const last = limits === 'polling-day' && dayOf(offset, { pollingDay, settings: { events } })
    if (last && pollingDay > last) {
      const late = fault(
        'after-last',
        `comes after ${last}: ${label}`,
        `Correct it or the event (${article})`,
      )
      yield { ...late, day: last }
    }
  }
}

function isMeant({ validity: { from, until = '9999-12-31' } }: Ruleset, day: string): boolean {
  return day >= from && day <= until
}

/** The day of an ordinary election is given by law; on another day it is another election, or a decree moved it. */
function* faultsOfExpectedDay(ruleset: Ruleset, document: ElectionDocument): Generator<DocumentFault> {
  const { id, expectedPollingDay: expected, onOtherDays } = ruleset
  const { pollingDay, decisions } = document
  const moved = decisions?.pollingDay
  if (moved && moved.value !== pollingDay)
    yield {
      path: 'decisions.pollingDay.value',
      wrong: 'is not the pollingDay of this file',
      remedy: `Write ${pollingDay}, or correct pollingDay`,
    }
  if (moved || !expected || expected.value === pollingDay) return
  const other = onOtherDays
    ? ` For an election outside the ordinary one, name ${onOtherDays} in rulesetId.`
    : ''
  const decision = `"pollingDay": { "value": "${pollingDay}", "source": "decree of …", "mark": "L" }`
  yield {
    path: 'pollingDay',
    wrong: `is not ${expected.value}, the day of ${id}`,
    remedy: `Write ${expected.value} (${expected.source}).${other} Where a decree moved the day, say so under decisions: ${decision}`,
    because: 'not-expected' satisfies PollingDayFault,
    day: expected.value,
  }
}

/** An election whose last possible day is counted from an event took place because of it: its day is known. */
export function* faultsOfEvents(ruleset: Ruleset, { events }: ElectionDocument): Generator<DocumentFault> {
  const { calendar } = ruleset
  for (const { limits, offset, label, article } of calendar)
    if (
      limits === 'polling-day' &&
      'after' in offset &&
      offset.after !== 'polling-day' &&
      !events?.[offset.after]
    ) {
      const example = `{ "value": "2027-03-01", "source": "decision of …", "mark": "L" }`
      yield {
        path: `events.${offset.after}`,
        wrong: `is missing: from its day is counted “${label}” (${article})`,
        remedy: `Add, with its own day and source: "events": { "${offset.after}": ${example} }`,
      }
    }
}
