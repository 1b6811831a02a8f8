import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkElectionFile, listRulesets, loadRuleset } from './index.ts'

const file = (name: string) => JSON.parse(readFileSync(`dev/demo/${name}.json`, 'utf8'))
const local = file('election-2030')
const federal = file('election-2029')

const faultsOf = (document: unknown) => {
  const checked = checkElectionFile(document)
  return checked.ok ? [] : checked.faults
}

describe('an election on another day than its ruleset expects', () => {
  test('is refused, with the article, the day, and the ruleset of elections on other days', () => {
    const [fault, ...others] = faultsOf({ ...local, pollingDay: '2030-10-20' })
    expect(others).toEqual([])
    expect(fault).toMatchObject({ path: 'pollingDay', wrong: 'is not 2030-10-13, the day of lpkd-2030' })
    for (const part of ['LPKD 6', '2030-10-13', 'lpkd-extraordinary', 'decisions', '"2030-10-20"'])
      expect(fault?.remedy).toContain(part)
    expect(faultsOf({ ...federal, pollingDay: '2029-06-03' })[0]?.remedy).toContain('kwb-early')
  })

  test('is an extraordinary one', () => {
    const { namedAssemblies: _, ...rest } = local
    const decision = { value: '2030-09-02', source: 'decision of the council', mark: 'L' }
    const document = { ...rest, rulesetId: 'lpkd-extraordinary', events: { decision } }
    expect(faultsOf({ ...document, pollingDay: '2030-10-20' })).toEqual([])
    const late = faultsOf({ ...document, pollingDay: '2030-10-27' })
    expect(late).toMatchObject([{ path: 'pollingDay', wrong: expect.stringContaining('2030-10-22') }])
  })

  test('is right where a decision moved the day, with its source', () => {
    const moved = (value: string) => ({
      ...federal,
      pollingDay: '2029-06-03',
      decisions: { pollingDay: { value, source: 'royal decree', mark: 'L' } },
    })
    expect(faultsOf(moved('2029-06-03'))).toEqual([])
    expect(faultsOf(moved('2029-06-17'))).toMatchObject([
      { path: 'decisions.pollingDay.value', wrong: 'is not the pollingDay of this file' },
    ])
  })
})

test('a ruleset that expects a day names one for other days, and that one expects none', () => {
  for (const ruleset of listRulesets().map((id) => loadRuleset(id)!)) {
    const isOfOneDay = ruleset.validity.from === ruleset.validity.until
    const expectsDay = ruleset.expectedPollingDay !== undefined
    expect(ruleset.onOtherDays !== undefined, ruleset.id).toBe(expectsDay && !isOfOneDay)
    if (ruleset.onOtherDays)
      expect(loadRuleset(ruleset.onOtherDays), ruleset.id).not.toHaveProperty('expectedPollingDay')
  }
})

describe('an election without the day of the event that it comes from', () => {
  const early = {
    ...{ code: 'early', name: 'Vervroegde verkiezing', rulesetId: 'kwb-early' },
    ...{ pollingDay: '2027-04-04', votingMode: 'PAPER' },
  }

  test.each([
    ['kwb-early', 'dissolution', 'KWB 106'],
    ['lpkd-extraordinary', 'decision', 'LPKD 218'],
  ])('of %s is refused with the lines to add, which then are right', (rulesetId, event, article) => {
    const [fault, ...others] = faultsOf({ ...early, rulesetId })
    expect(others).toEqual([])
    expect(fault).toMatchObject({ path: `events.${event}` })
    expect(fault?.wrong).toContain(article)
    const lines = fault!.remedy.slice(fault!.remedy.indexOf('"events"'))
    expect(faultsOf({ ...early, rulesetId, ...JSON.parse(`{${lines}}`) })).toEqual([])
  })

  test.each(['2027-03-01', {}, undefined])('written as %j it is answered with an example', (dissolution) => {
    const faults = faultsOf({ ...early, events: { dissolution } })
    expect(faults.every(({ path }) => path.startsWith('events.dissolution'))).toBe(true)
    expect(faults.map(({ remedy }) => remedy).join()).toContain('"value": "20')
  })
})
