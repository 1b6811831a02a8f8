import { Temporal } from 'temporal-polyfill'
import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import { momentOn, startOfDay } from '../../platform/dates.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { MessageTemplate } from './message.ts'
import { dropWaiting } from './message-store.ts'
import { loadMessageTemplates, type UsualMoment } from './message-templates-file.ts'
import { type MessageSchedule, putSchedule } from './schedule-store.ts'

const hourMs = 3_600_000
/** A day that a clerk may choose: no earlier than two months before, no later than a month after polling day. */
const days = { most: 60, fewest: -30 } as const
const hourForm = /^([01]\d|2[0-3]):[0-5]\d$/

/** When a template leaves by itself when nobody chose: of the file; absent: at once, when a letter left. */
export function usualMoment(
  { ruleset }: Pick<Election, 'ruleset'>,
  template: MessageTemplate,
): UsualMoment | undefined {
  return loadMessageTemplates(ruleset).templates[template].moment
}

/**
 * From when until when a template leaves. What is about polling day leaves before it begins, and what thanks for it after it. Absent:
 * at once, when a letter left, until polling day.
 */
export function messageWindow(
  election: Pick<Election, 'ruleset' | 'pollingDay'>,
  { template, daysBefore, hour }: Pick<MessageSchedule, 'template' | 'daysBefore' | 'hour'>,
): { readonly from: Date; readonly until: Date } | undefined {
  const usual = usualMoment(election, template)
  if (!usual) return undefined
  const day = Temporal.PlainDate.from(election.pollingDay).subtract({ days: daysBefore }).toString()
  const from = momentOn(day, hour)
  const late = new Date(from.getTime() + usual.withinHours * hourMs)
  const dayBegins = startOfDay(election.pollingDay)
  return { from, until: daysBefore > 0 && late > dayBegins ? dayBegins : late }
}

export type ScheduleRefusal = 'day-wrong' | 'hour-wrong'

/** Switches a template on or off. Off, nothing of it leaves any more from this moment; on again, it goes on with who got none. */
export async function changeSchedule(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  {
    election,
    by,
    ...wish
  }: { election: Election; by: string } & Pick<MessageSchedule, 'template' | 'isOn' | 'daysBefore' | 'hour'>,
): Promise<Result<{ dropped: number }, ScheduleRefusal>> {
  const { municipalityId, electionId } = election
  const { template, isOn, daysBefore, hour } = wish
  if (!isDayFor(template, daysBefore)) return refused('day-wrong')
  if (!hourForm.test(hour)) return refused('hour-wrong')
  return database.inScope(staffOf(municipalityId), async (db) => {
    const now = clock.now()
    await putSchedule(db, election, { ...wish, changedBy: by, changedAt: now })
    const dropped = isOn ? 0 : await dropWaiting(db, election, { template }, { code: 'switched-off', now })
    const event = { municipalityId, actor: by, action: 'bureaus.messages-scheduled', subject: electionId }
    await recordAudit(db, { ...event, details: { template, isOn, daysBefore, hour } })
    return { ok: true, dropped }
  })
}

/** Thanks come after polling day, all else before it. */
function isDayFor(template: MessageTemplate, daysBefore: number): boolean {
  if (!Number.isInteger(daysBefore) || daysBefore > days.most || daysBefore < days.fewest) return false
  return template === 'thanks' ? daysBefore < 0 : daysBefore > 0
}
