import { describe, expect, test } from 'vitest'
import { type Axes, attendances, beginnings, designations, isLive, occupiesSeat, replies } from './axes.ts'
import { headline, headlines } from './headline.ts'
import { takeStep } from './take-step.ts'
import { afterStep, allTransitions, reachableFrom } from './testing.ts'
import { type Authority, type Opening, openings, ruleOf, type Transition } from './transitions.ts'

const facts = { authority: 'magistrate' as Authority, role: 'ASSESSOR', isChosenByChair: false } as const

function walk(...steps: readonly Transition[]): Axes {
  return steps.reduce<Axes>((axes, transition) => {
    const after = afterStep(axes, transition)
    if (!after) throw new Error(`${transition} can't be taken from ${headline(axes)}`)
    return after
  }, beginnings.propose)
}

const called = ['designate', 'send', 'note-delivered'] as const
const expected = [...called, 'acknowledge', 'confirm'] as const

describe('the way of a call', () => {
  test.each<[string, readonly Transition[], string]>([
    ['nothing is sent', ['designate'], 'DESIGNATED'],
    ['it is under way', ['designate', 'send'], 'NOTIFIED'],
    ['it came back and goes again', ['designate', 'send', 'note-undelivered', 'send'], 'NOTIFIED'],
    ['nobody is reached', ['designate', 'send', 'note-undelivered', 'revoke'], 'REVOKED'],
    ['it is there', called, 'DELIVERED'],
    ['silence binds', [...called, 'note-silence', 'confirm'], 'CONFIRMED'],
    ['who was silent answers', [...called, 'note-silence', 'acknowledge'], 'ACKNOWLEDGED'],
    ['who was silent asks', [...called, 'note-silence', 'ask-excuse'], 'EXCUSE_PENDING'],
    ['who is expected asks', [...expected, 'ask-excuse'], 'EXCUSE_PENDING'],
    ['granted', [...called, 'ask-excuse', 'find-complete', 'grant'], 'EXCUSED'],
    ['refused', [...called, 'ask-excuse', 'refuse'], 'CONFIRMED'],
    ['refused, and asked again', [...called, 'ask-excuse', 'refuse', 'ask-excuse'], 'EXCUSE_PENDING'],
    ['taken back', [...called, 'ask-excuse', 'withdraw-request'], 'ACKNOWLEDGED'],
    ['became a candidate', [...expected, 'revoke'], 'REVOKED'],
    ['paid', [...expected, 'check-in', 'export-pay', 'note-paid'], 'SETTLED'],
    ['sent home, and paid', [...expected, 'check-in', 'dismiss', 'export-pay', 'note-paid'], 'SETTLED'],
    ['left early', [...expected, 'check-in', 'leave'], 'LEFT'],
    ['left early, and came back', [...expected, 'check-in-late', 'leave', 'return-to-late'], 'LATE'],
    ['stayed away', [...expected, 'note-absent', 'report-absence'], 'REPORTED'],
    ['excused after', [...expected, 'note-absent', 'report-absence', 'excuse-after'], 'EXCUSED_AFTER'],
  ])('%s', (_, steps, word) => expect(headline(walk(...steps))).toBe(word))

  test('late, paid and reported are said together', () => {
    const axes = walk(...expected, 'check-in-late', 'export-pay', 'note-paid', 'report-absence')
    expect(axes).toMatchObject({ attendance: 'LATE', payment: 'PAID', sanction: 'REPORTED' })
  })
})

describe('no step out of order', () => {
  test.each<[Transition, readonly Transition[]]>([
    ['send', []],
    ['note-delivered', ['designate']],
    ['acknowledge', ['designate', 'send']],
    ['ask-excuse', ['designate', 'send', 'note-undelivered']],
    ['grant', [...called]],
    ['note-silence', [...called, 'acknowledge']],
    ['confirm', [...called]],
    ['check-in', [...called, 'acknowledge']],
    ['check-in', [...expected, 'ask-excuse']],
    ['note-absent', [...expected, 'check-in']],
    ['dismiss', [...expected]],
    ['export-pay', [...expected, 'note-absent']],
    ['note-paid', [...expected, 'check-in']],
    ['report-absence', [...expected, 'check-in']],
    ['excuse-after', [...expected, 'check-in', 'dismiss']],
    ['explain-after', [...expected]],
    ['revoke', [...expected, 'check-in']],
    ['withdraw', ['designate']],
  ])('%s after %s', (transition, steps) => {
    expect(afterStep(walk(...steps), transition)).toBeUndefined()
  })

  test('from what is ended nothing leads on', () => {
    const ended = [...reachableFrom(Object.keys(openings) as Opening[]).values()].filter(
      (axes) => !isLive(axes),
    )
    expect(new Set(ended.map(({ designation }) => designation)).size).toBe(4)
    for (const axes of ended)
      expect(allTransitions.filter((transition) => afterStep(axes, transition))).toEqual([])
  })
})

describe('in whose power', () => {
  test.each<[Transition, Authority, boolean]>([
    ['grant', 'municipality', false],
    ['refuse', 'municipality', false],
    ['designate', 'municipality', false],
    ['revoke', 'municipality', false],
    ['excuse-after', 'municipality', false],
    ['explain-after', 'person', true],
    ['refuse-after', 'municipality', false],
    ['find-complete', 'municipality', true],
    ['grant', 'person', false],
    ['dismiss', 'municipality', false],
    ['ask-excuse', 'person', true],
    ['acknowledge', 'chair', false],
  ])('%s by the %s: %s', (transition, authority, may) => {
    const taken = [...reachableFrom(['propose']).values()].map((axes) =>
      takeStep(axes, transition, { ...facts, authority, reason: 'why' }),
    )
    expect(taken.some(({ ok }) => ok)).toBe(may)
  })

  test('the chair designates the secretary and nobody else', () => {
    const byChair = (isChosenByChair: boolean) =>
      takeStep(beginnings.propose, 'designate', { ...facts, authority: 'chair', isChosenByChair })
    expect(byChair(true)).toMatchObject({ ok: true })
    expect(byChair(false)).toEqual({ ok: false, because: 'not-in-your-power', detail: 'chair' })
    const bySignature = takeStep(beginnings.propose, 'designate', { ...facts, isChosenByChair: true })
    expect(bySignature).toMatchObject({ because: 'chosen-by-chair' })
  })

  test('nobody declines: the person has no step that ends a designation', () => {
    const ofPerson = allTransitions.filter((one) => ruleOf(one).by.includes('person'))
    expect(ofPerson.filter((one) => ruleOf(one).to.designation)).toEqual([])
  })
})

test('who sends home, leaves, refuses, revokes or excuses afterwards says why', () => {
  const asking = allTransitions.filter((one) => ruleOf(one).reason)
  expect(asking).toEqual([
    'withdraw',
    'ask-more',
    'refuse',
    'revoke',
    'ask-move',
    'refuse-move',
    'dismiss',
    'leave',
    'excuse-after',
    'ask-more-after',
    'refuse-after',
  ])
  for (const reason of [undefined, '', '  '])
    expect(takeStep(walk(...expected), 'revoke', { ...facts, reason })).toMatchObject({
      because: 'reason-missing',
    })
})

test('only a substitute or a deputy is called up', () => {
  const call = (role: 'ASSESSOR' | 'SUBSTITUTE' | 'DEPUTY_CHAIR') =>
    takeStep(walk(...expected), 'call-up', { ...facts, role }).ok
  expect([call('ASSESSOR'), call('SUBSTITUTE'), call('DEPUTY_CHAIR')]).toEqual([false, true, true])
})

test('who stays away, was sent home or went home leaves the seat and stays bound', () => {
  const away = [['note-absent'], ['check-in', 'dismiss'], ['check-in-late', 'leave']] as const
  for (const steps of away) {
    const axes = walk(...expected, ...steps)
    expect([isLive(axes), occupiesSeat(axes)]).toEqual([true, false])
  }
  expect(occupiesSeat(walk(...expected, 'check-in-late'))).toBe(true)
})

test('every value of every axis and every word for it can be come to', () => {
  const all = [...reachableFrom(Object.keys(openings) as Opening[]).values()]
  const seen = (axis: keyof Axes) => new Set(all.map((axes) => axes[axis]))
  expect(seen('designation')).toEqual(new Set(designations))
  expect(seen('reply')).toEqual(new Set(replies))
  expect(seen('attendance')).toEqual(new Set(attendances))
  const words = all.flatMap((axes) => [headline(axes), headline(axes, true)])
  expect(new Set(words)).toEqual(new Set(headlines))
})
