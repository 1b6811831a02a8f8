import { countByReason, type DuplicateCount } from '../../letters/index.ts'
import { dayInBelgium, startOfDay } from '../../platform/dates.ts'
import { countText, Figures } from '../../platform/http/components/index.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { texts } from './texts.nl.ts'

/** How many duplicates went out today and in total, and for which reason. */
export async function RunningCount({ desk }: { desk: ElectionDesk }) {
  const { municipalityId, electionId, ruleset } = desk.election
  const today = startOfDay(dayInBelgium(desk.deps.clock.now()))
  const counts = await inOwnScope(desk, (db) => countByReason(db, municipalityId, electionId, today))
  const { title, today: todayText, total, channels, reasonToday } = texts.counts
  const sum = (which: 'since' | 'total', some: readonly DuplicateCount[] = counts) =>
    some.reduce((all, count) => all + count[which], 0)
  const on = (channel: DuplicateCount['channel']) => counts.filter((count) => count.channel === channel)
  const byChannel = (which: 'since' | 'total') =>
    channels(countText(sum(which, on('print'))), countText(sum(which, on('mailbox'))))
  const reasons = ruleset.duplicate.value.reasons.map((reason) => {
    const some = counts.filter((count) => count.reason === reason)
    return {
      ...{ name: texts.reasons[reason], value: sum('total', some) },
      note: reasonToday(countText(sum('since', some))),
    }
  })
  return (
    <>
      <h2>{title}</h2>
      <Figures
        figures={[
          { name: todayText, value: sum('since'), note: byChannel('since') },
          { name: total, value: sum('total'), note: byChannel('total') },
          ...reasons,
        ]}
      />
    </>
  )
}
