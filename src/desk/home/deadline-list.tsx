import { markTextInDutch } from '../../elections/index.ts'
import { longDate } from '../../platform/dates.ts'
import { Tag, type TagColour } from '../../platform/http/components/index.ts'
import type { Deadline, DeadlineState } from './deadlines.ts'
import { texts } from './texts.nl.ts'

const colours: Readonly<Record<DeadlineState, TagColour>> = {
  done: 'green',
  late: 'red',
  next: 'blue',
  open: 'grey',
  passed: 'grey',
}

/** Deadlines under each other: when, what, who, by which article, how sure that is, and how it stands. */
export function DeadlineList({
  deadlines,
  isShort = false,
}: {
  deadlines: readonly Deadline[]
  isShort?: boolean
}) {
  return (
    <ol class="timeline-list">
      {deadlines.map((deadline) => (
        <li class={deadline.state === 'passed' ? 'is-past' : ''}>
          <span class="when">
            <time datetime={deadline.date}>{whenOf(deadline)}</time>
            <br />
            {deadline.label}
          </span>
          <span class="source">
            {isShort
              ? deadline.article
              : `${deadline.actor} · ${deadline.article} · ${markTextInDutch(deadline.mark)}`}
            {deadline.insteadOf && ` · ${texts.calendar.insteadOf(longDate(deadline.insteadOf, 'nl'))}`}
          </span>
          <span class="state">
            <Tag colour={colours[deadline.state]}>{stateText(deadline)}</Tag>
          </span>
        </li>
      ))}
    </ol>
  )
}

/** `uiterlijk vrijdag 25 mei 2029`, as the law bounds it. */
export function whenOf({ date, time, bound }: Deadline): string {
  const { before, from, until, hours } = texts.calendar
  const day = longDate(date, 'nl')
  const said = { on: day, latest: until(day), 'strictly-before': before(day), from: from(day) }[bound]
  const text = time ? `${said}, ${hours(time)}` : said
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function stateText({ state, daysLeft }: Deadline): string {
  if (state === 'next' || state === 'open')
    return daysLeft > 0 ? texts.start.inDays(daysLeft) : texts.start.today
  return texts.calendar.states[state]
}
