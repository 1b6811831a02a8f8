import { describe, expect, test } from 'vitest'
import { extendRuleset, withReadingDay } from './extend-ruleset.ts'
import { listRulesets, loadRuleset } from './load-ruleset.ts'

const base = {
  id: 'base',
  hours: {
    PAPER: { value: '08:00', source: 'article 1', mark: 'L', note: 'of the base' },
    DIGITAL: { value: '09:00', source: 'article 2', mark: 'L' },
  },
  calendar: [
    { id: 'a', offset: { daysBefore: 1 }, note: 'of the base', mark: 'L' },
    { id: 'b', offset: { daysBefore: 2 }, mark: 'L' },
  ],
  languages: ['nl', 'fr'],
}

test('a value is replaced with its source and its note; its neighbours stay', () => {
  const PAPER = { value: '07:00', source: 'a decree', mark: 'S' }
  expect(extendRuleset(base, { id: 'new', hours: { PAPER } })).toEqual({
    ...base,
    id: 'new',
    hours: { PAPER, DIGITAL: base.hours.DIGITAL },
  })
})

test('an entry of a list is replaced whole in its place; a new one comes last; a plain list is replaced', () => {
  const a = { id: 'a', offset: { after: 'dissolution' }, mark: 'S' }
  const c = { id: 'c', offset: { daysBefore: 3 }, mark: 'L' }
  expect(extendRuleset(base, { calendar: [c, a], languages: ['nl'] })).toEqual({
    ...base,
    calendar: [a, base.calendar[1], c],
    languages: ['nl'],
  })
})

test('what does not hold is left out by its name, and a name that is not there is a bug of the file', () => {
  expect(extendRuleset(base, { leaveOut: ['calendar.a'] })).toEqual({ ...base, calendar: [base.calendar[1]] })
  for (const path of ['calendar.z', 'nothing.a', 'languages.nl'])
    expect(() => extendRuleset(base, { leaveOut: [path] })).toThrow(path)
})

test('every marked value says when it was read: its own day, else that of its file', () => {
  const marked = {
    one: { value: 1, mark: 'L' },
    list: [{ mark: 'S', readOn: '2029-01-01' }],
    plain: { x: 1 },
  }
  expect(withReadingDay(marked, '2026-01-01')).toEqual({
    one: { value: 1, mark: 'L', readOn: '2026-01-01' },
    list: [{ mark: 'S', readOn: '2029-01-01' }],
    plain: { x: 1 },
  })
})

describe('what the rulesets make of their base', () => {
  const of = (id: string) => loadRuleset(id)!
  test('9 June 2024 had longer hours, a duty for the young and the phone; 2029 has what the law says by itself', () => {
    expect(of('kwb-2024').hours.DIGITAL.value.close).toBe('16:00')
    expect(of('kwb-2029').hours.DIGITAL.value.close).toBe('13:00')
    expect(of('kwb-2024').electorate.BELGIAN_16_17?.attendance.value).toBe('duty')
    expect(of('kwb-2029').electorate.BELGIAN_16_17?.attendance.value).toBe('unsettled')
    expect(of('kwb-2024').electorate.BELGIAN_16_17?.assemblies.value).toEqual(['EP'])
    expect(of('kwb-2024').phoneView.value.acceptedAtBureau).toBe(true)
    expect(of('kwb-2029').phoneView.value.acceptedAtBureau).toBe(false)
    expect(of('kwb-2024').statements).toEqual(of('kwb-2029').statements)
  })

  test('an early election has no days of half a year before', () => {
    const ids = of('kwb-early').calendar.map(({ id }) => id)
    expect(ids).not.toContain('fed.bureaus.constituency')
    expect(ids).toContain('fed.letters.sent')
    expect(of('kwb-early').expectedPollingDay).toBeUndefined()
  })

  test.each(listRulesets())('%s: what was read in the law names a law of which the text is known', (id) => {
    const { lawTexts } = of(id)
    const keys = lawTexts.map(({ key }) => key)
    const readInLaw = (node: unknown): string[] => {
      if (typeof node !== 'object' || node === null) return []
      const { mark, source, article } = node as { mark?: string; source?: string; article?: string }
      return [...(mark === 'L' ? [source ?? article ?? ''] : []), ...Object.values(node).flatMap(readInLaw)]
    }
    const unknown = readInLaw(of(id)).filter((source) => !keys.some((key) => source.includes(key)))
    expect(unknown).toEqual([])
    expect(lawTexts.every(({ title, version, where }) => title && version && where)).toBe(true)
  })
})
