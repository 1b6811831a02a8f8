import { minuteOf } from '../bureau-moments.ts'

/** What the timeline of a person in one bureau says of when they were there, in the order in which it was noted. */
export interface NotedStep {
  readonly transition: string
  /** When it was so; of a correction, when it was made. */
  readonly at: Date
  readonly arrivedAt?: Date | undefined
  readonly backAt?: Date | undefined
  /** Where the step led: whether this seat is still theirs, and whether they are there. */
  readonly isTheirs: boolean
  readonly isThere: boolean
}

/** From when to when; without an end it lasts. */
export interface Span {
  readonly from: Date
  readonly until?: Date
}

/** When somebody had to be in the bureau, and when they were. */
export interface DayInBureau {
  readonly bound: readonly Span[]
  readonly there: readonly Span[]
  /** It was noted that they stayed away. */
  readonly isAbsent: boolean
}

/**
 * What was corrected is as if it had been noted so at once. Who is called up from another seat, or to one of another bureau, is of this
 * bureau from or until then.
 */
export function dayInBureau(steps: readonly NotedStep[]): DayInBureau {
  return steps.reduce(after, { bound: [], there: [], isAbsent: false })
}

function after(day: DayInBureau, step: NotedStep): DayInBureau {
  const { transition, at, arrivedAt = at, backAt, isTheirs, isThere } = step
  const { bound, there } = day
  switch (transition) {
    case 'propose':
    case 'move-to':
    case 'appoint-on-the-spot':
      return begun(day, at, isThere)
    case 'move':
    case 'call-up':
      return isTheirs ? begun(day, at, isThere) : { ...day, bound: ended(bound, at), there: ended(there, at) }
    case 'check-in':
    case 'check-in-late':
    case 'correct-to-present':
    case 'correct-to-late':
      return { ...day, there: arrived(there, arrivedAt), isAbsent: false }
    case 'note-absent':
    case 'correct-to-absent':
      return { ...day, there: [], isAbsent: true }
    case 'take-back-attendance':
      return { ...day, there: [], isAbsent: false }
    case 'dismiss':
      return { ...day, bound: ended(bound, at), there: ended(there, at) }
    case 'leave':
      return { ...day, there: ended(there, at) }
    case 'return-to-present':
    case 'return-to-late':
      return { ...day, there: backAt ? [...there, { from: backAt }] : lasting(there) }
    default:
      return day
  }
}

function begun({ bound, there, isAbsent }: DayInBureau, at: Date, isThere: boolean): DayInBureau {
  return { bound: [...bound, { from: at }], there: isThere ? [...there, { from: at }] : there, isAbsent }
}

function ended(spans: readonly Span[], until: Date): Span[] {
  return spans.map((span, place) => (place === spans.length - 1 ? { ...span, until } : span))
}

function lasting(spans: readonly Span[]): Span[] {
  return spans.map(({ from, ...span }, place) => (place === spans.length - 1 ? { from } : { from, ...span }))
}

/** Another hour of arrival: who went away in between and came back, did. */
function arrived(there: readonly Span[], from: Date): Span[] {
  const [first, ...later] = there.filter(({ until }) => !until || until > from)
  return first ? [{ ...first, from }, ...later] : [{ from }]
}

/** Who goes in the minute of the moment was there. */
export function isWithin(spans: readonly Span[], moment: Date): boolean {
  const minute = minuteOf(moment)
  return spans.some(({ from, until }) => minuteOf(from) <= minute && (!until || minute <= minuteOf(until)))
}

/** Why somebody who had to be there at a moment was not. `UNKNOWN`: nobody noted that they came. */
export type NotThere =
  | { readonly why: 'LEFT' | 'CAME_LATER'; readonly at: Date }
  | { readonly why: 'ABSENT' | 'UNKNOWN' }

/** Whether somebody was there at a moment; nothing when they had not to be. */
export function presenceAt(day: DayInBureau, moment: Date): 'THERE' | NotThere | undefined {
  if (isWithin(day.there, moment)) return 'THERE'
  if (!isWithin(day.bound, moment)) return undefined
  const left = day.there.findLast(({ until }) => until && until < moment)?.until
  if (left) return { why: 'LEFT', at: left }
  const came = day.there.find(({ from }) => from > moment)?.from
  if (came) return { why: 'CAME_LATER', at: came }
  return { why: day.isAbsent ? 'ABSENT' : 'UNKNOWN' }
}
