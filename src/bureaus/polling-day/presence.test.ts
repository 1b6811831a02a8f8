import { expect, test } from 'vitest'
import { dayInBureau, isWithin, type NotedStep, presenceAt } from './presence.ts'

const at = (hour: string) => new Date(`2030-10-13T${hour}:00+02:00`)
const notThere = { isTheirs: true, isThere: false }
const there = { isTheirs: true, isThere: true }

/** `07:20 check-in` and what it leads to. */
const proposed: NotedStep = { transition: 'propose', at: new Date('2030-08-20T08:00:00Z'), ...notThere }
const came = (hour: string): NotedStep => ({
  ...{ transition: 'check-in', at: at(hour), arrivedAt: at(hour) },
  ...there,
})
const absent = (hour: string): NotedStep => ({ transition: 'note-absent', at: at(hour), ...notThere })
const left = (hour: string): NotedStep => ({ transition: 'leave', at: at(hour), ...notThere })
const sentHome = (hour: string): NotedStep => ({ transition: 'dismiss', at: at(hour), ...notThere })
const back = (made: string, hour: string): NotedStep => ({
  ...{ transition: 'return-to-present', at: at(made), backAt: at(hour) },
  ...there,
})
const neverWent = (made: string): NotedStep => ({ transition: 'return-to-present', at: at(made), ...there })
const corrected = (made: string, hour: string): NotedStep => ({
  ...{ transition: 'correct-to-present', at: at(made), arrivedAt: at(hour) },
  ...there,
})
const takenBack = (made: string): NotedStep => ({
  ...{ transition: 'take-back-attendance', at: at(made) },
  ...notThere,
})
const onTheSpot = (hour: string): NotedStep => ({ transition: 'appoint-on-the-spot', at: at(hour), ...there })
const calledAway = (hour: string): NotedStep => ({
  ...{ transition: 'call-up', at: at(hour) },
  ...{ isTheirs: false, isThere: true },
})
const calledHere = (hour: string, isThere = true): NotedStep => ({
  ...{ transition: 'call-up', at: at(hour), isTheirs: true, isThere },
})

/** At 7:30, 8:00 and 13:00: formed, opened, closed. `-`: had not to be there. */
function moments(...steps: NotedStep[]): string {
  const day = dayInBureau(steps)
  return ['07:30', '08:00', '13:00']
    .map((hour) => {
      const how = presenceAt(day, at(hour))
      if (how === 'THERE') return 'there'
      return how ? how.why : '-'
    })
    .join(' ')
}

test.each<[string, NotedStep[], string]>([
  ['nothing was noted', [proposed], 'UNKNOWN UNKNOWN UNKNOWN'],
  ['came in time and stayed', [proposed, came('07:20')], 'there there there'],
  ['came in the minute of the moment', [proposed, came('07:30')], 'there there there'],
  ['came late', [proposed, came('07:45')], 'CAME_LATER there there'],
  ['stayed away', [proposed, absent('07:40')], 'ABSENT ABSENT ABSENT'],
  [
    'was noted as absent, and came',
    [proposed, absent('07:40'), corrected('08:10', '08:10')],
    'CAME_LATER CAME_LATER there',
  ],
  [
    'was noted as absent by a slip',
    [proposed, absent('07:40'), corrected('08:10', '07:15')],
    'there there there',
  ],
  ['another came', [proposed, came('07:20'), takenBack('07:50')], 'UNKNOWN UNKNOWN UNKNOWN'],
  ['left', [proposed, came('07:20'), left('11:00')], 'there there LEFT'],
  ['left in the minute of closing', [proposed, came('07:20'), left('13:00')], 'there there there'],
  [
    'left and came back',
    [proposed, came('07:20'), left('07:40'), back('09:00', '08:30')],
    'there LEFT there',
  ],
  ['never went', [proposed, came('07:20'), left('07:40'), neverWent('09:00')], 'there there there'],
  [
    'left twice',
    [proposed, came('07:20'), left('07:40'), back('08:00', '07:50'), left('12:00')],
    'there there LEFT',
  ],
  [
    'left and came back, and had come later than was noted',
    [proposed, came('07:20'), left('07:40'), back('08:00', '07:50'), corrected('09:00', '07:35')],
    'CAME_LATER there there',
  ],
  ['was sent home', [proposed, came('07:20'), sentHome('07:40')], 'there - -'],
  ['was appointed on the spot', [onTheSpot('07:50')], '- there there'],
  ['was appointed on the spot and left', [onTheSpot('07:50'), left('09:00')], '- there LEFT'],
  [
    'was called up within the bureau',
    [proposed, came('07:20'), calledAway('07:40'), calledHere('07:40')],
    'there there there',
  ],
  ['was called up to another bureau', [proposed, came('07:20'), calledAway('07:40')], 'there - -'],
  ['was called up from another bureau', [calledHere('07:40')], '- there there'],
  ['was called up, and is still to come', [calledHere('07:40', false), came('08:30')], '- CAME_LATER there'],
  ['was called up, and never came', [calledHere('07:40', false), absent('09:00')], '- ABSENT ABSENT'],
])('%s', (_, steps, expected) => {
  expect(moments(...steps)).toBe(expected)
})

test('since when somebody is gone, and when somebody came', () => {
  const day = dayInBureau([proposed, came('07:45'), left('11:00')])
  expect(presenceAt(day, at('07:30'))).toEqual({ why: 'CAME_LATER', at: at('07:45') })
  expect(presenceAt(day, at('12:00'))).toEqual({ why: 'LEFT', at: at('11:00') })
})

/** The same numbers for the same seed (a linear congruential generator, of Numerical Recipes). */
function chance(start: number) {
  let state = start >>> 0
  return (bound: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}

test('whatever happens, one is there exactly from when the last step that led there until the one that led away', () => {
  for (let seed = 0; seed < 500; seed++) {
    const below = chance(seed)
    const steps: NotedStep[] = [proposed]
    /** Minute by minute, kept by hand. */
    const was: boolean[] = []
    let isThere = false
    for (let minute = 0; minute < 300; minute++) {
      const hour = `${String(7 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
      const first = steps.length === 1
      if (below(20) === 0) {
        steps.push(isThere ? left(hour) : first ? came(hour) : back(hour, hour))
        was[minute] = true
        isThere = !isThere
      } else was[minute] = isThere
    }
    const day = dayInBureau(steps)
    const found = was.map((_, minute) =>
      isWithin(day.there, new Date(at('07:00').getTime() + minute * 60_000)),
    )
    expect(found, `seed ${seed}`).toEqual(was)
  }
})
