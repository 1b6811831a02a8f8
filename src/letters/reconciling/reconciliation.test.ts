import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Counted,
  digitalExceptions,
  isBalanced,
  reconcile,
  stillWaiting,
  total,
} from './reconciliation.ts'

const counted: Counted = {
  policy: 'paper-for-all',
  frozen: 200,
  list: [
    { section: 2, frozen: 100, added: 1, struck: 1, voters: 100 },
    { section: 1, frozen: 100, added: 0, struck: 2, voters: 98 },
  ],
  digital: [
    { section: 1, outcome: 'delivered', reason: '', count: 60 },
    { section: 1, outcome: 'inactive', reason: '', count: 20 },
    { section: 1, outcome: 'unreachable', reason: 'NO_EBOX', count: 17 },
    { section: 1, outcome: 'refused', reason: 'INVALID_INPUT', count: 1 },
    { section: 2, outcome: 'delivered', reason: '', count: 90 },
    { section: 2, outcome: 'unreachable', reason: 'NO_EBOX', count: 4 },
    { section: 2, outcome: 'unreachable', reason: 'EXCLUDED', count: 5 },
    { section: 2, outcome: 'unconfirmed', reason: 'worker-lost', count: 1 },
  ],
  paper: [
    { section: 1, outcome: 'printed', reason: '', count: 98 },
    { section: 2, outcome: 'printed', reason: '', count: 97 },
    { section: 2, outcome: 'exception', reason: 'no-deliverable-address', count: 3 },
  ],
  faults: [],
}

describe('a reconciliation', () => {
  test('adds the sections up to the whole, by reason', () => {
    const { digital, paper, list, sections } = reconcile(counted)
    expect(sections.map(({ section }) => section)).toEqual([1, 2])
    expect(list).toEqual({ frozen: 200, added: 1, struck: 3, voters: 198 })
    expect(digital).toMatchObject({
      voters: 198,
      delivered: 150,
      inactive: 20,
      unreachable: { EXCLUDED: 5, NO_EBOX: 21 },
      refused: { INVALID_INPUT: 1 },
      unconfirmed: { 'worker-lost': 1 },
    })
    expect(digitalExceptions(digital)).toBe(2)
    expect(paper).toEqual({ voters: 198, printed: 195, exceptions: { 'no-deliverable-address': 3 } })
    expect(isBalanced(reconcile(counted))).toBe(true)
  })

  test('is off by one in either direction, on either channel and on the list', () => {
    const isOff = (change: Partial<Counted>) => !isBalanced(reconcile({ ...counted, ...change }))
    for (const by of [-1, 1]) {
      expect(isOff({ digital: changed(counted.digital, by) }), `digital ${by}`).toBe(true)
      expect(isOff({ paper: changed(counted.paper, by) }), `paper ${by}`).toBe(true)
    }
    expect(isOff({ frozen: 199 })).toBe(true)
    expect(isOff({ frozen: 201 })).toBe(true)
  })

  test('counts apart who is on the list with nothing left to vote for', () => {
    const [second, first] = counted.list
    const list = [second!, { ...first!, frozen: 103, withoutBallot: 5, voters: 98 }]
    const frozen = 205
    const off = reconcile({ ...counted, list, frozen })
    expect(isBalanced(off), '103 − 2 − 5 is not 98').toBe(false)
    const right = [second!, { ...first!, frozen: 105, withoutBallot: 5, voters: 98 }]
    const sum = reconcile({ ...counted, list: right, frozen })
    expect(sum.list).toEqual({ frozen: 205, added: 1, struck: 3, withoutBallot: 5, voters: 198 })
    expect(isBalanced(sum)).toBe(true)
  })

  test('does not let one too many in a section make good for one too few in another', () => {
    const digital = changed(changed(counted.digital, 1, 0), -1, 4)
    const sums = reconcile({ ...counted, digital })
    expect(sums.digital.delivered).toBe(150)
    expect(isBalanced(sums)).toBe(false)
  })

  test('is not balanced while a fault is named, even when the numbers happen to fit', () => {
    const fault = { channel: 'digital', kind: 'double', why: 'two-current-letters', count: 1 } as const
    expect(isBalanced(reconcile({ ...counted, faults: [fault] }))).toBe(false)
  })

  test('counts a letter that is not sent yet as an exception with its own name', () => {
    const digital = [
      ...counted.digital.slice(1),
      { section: 1, outcome: 'waiting', reason: 'waiting', count: 60 } as const,
    ]
    const sums = reconcile({ ...counted, digital })
    expect(stillWaiting(sums.digital)).toBe(60)
    expect(digitalExceptions(sums.digital)).toBe(62)
    expect(isBalanced(sums)).toBe(true)
  })

  test('gives paper to the rest when the law allows it: to whoever was not reached in a box in use', () => {
    const paper = [
      { section: 1, outcome: 'printed', reason: '', count: 38 },
      { section: 2, outcome: 'printed', reason: '', count: 10 },
    ] as const
    const sums = reconcile({ ...counted, policy: 'paper-for-the-rest', paper })
    expect(sums.paper.voters).toBe(48)
    expect(isBalanced(sums)).toBe(true)
    expect(isBalanced(reconcile({ ...counted, policy: 'paper-for-the-rest' }))).toBe(false)
  })

  test('any tallies: the whole is the sum of its sections', () => {
    const tallies = fc.array(
      fc.record({
        section: fc.integer({ min: 1, max: 5 }),
        outcome: fc.constantFrom('delivered', 'inactive', 'unreachable', 'refused', 'unconfirmed', 'waiting'),
        reason: fc.constantFrom('', 'a', 'b'),
        count: fc.integer({ min: 1, max: 50 }),
      }),
    )
    fc.assert(
      fc.property(tallies, (digital) => {
        const sums = reconcile({ ...counted, digital })
        const all = sums.sections.reduce(
          (sum, { digital: each }) => sum + each.delivered + digitalExceptions(each),
          0,
        )
        expect(sums.digital.delivered + digitalExceptions(sums.digital)).toBe(all)
        const unreachable = sums.sections.reduce((sum, each) => sum + total(each.digital.unreachable), 0)
        expect(total(sums.digital.unreachable)).toBe(unreachable)
      }),
    )
  })
})

function changed<T extends { count: number }>(tallies: readonly T[], by: number, place = 0): T[] {
  return tallies.map((tally, at) => (at === place ? { ...tally, count: tally.count + by } : tally))
}
