import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reconcile, type Tally } from '../reconciling/reconciliation.ts'
import { publicCopyOf, publicCopySchema } from './public-copy.ts'
import { certificateFacts } from './testing.ts'

const document = { file: 'certificate.pdf', sha256: 'b2'.repeat(32) }

const digitalOutcome = fc.constantFrom('delivered', 'inactive', 'unreachable', 'refused', 'unconfirmed')
const count = fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 90 }))
const tally = fc.record({
  section: fc.integer({ min: 1, max: 4 }),
  outcome: digitalOutcome,
  reason: fc.constantFrom('a', 'b', 'c'),
  count,
})
const policies = fc.constantFrom('paper-for-all', 'paper-for-the-rest')

/** A certificate whose sums balance, with these voters; every ninth has no address. */
function certificateOf(tallies: readonly Tally<never>[], policy: 'paper-for-all' | 'paper-for-the-rest') {
  const sections = [...new Set(tallies.map(({ section }) => section))]
  const list = sections.map((section) => {
    const own = tallies.filter((each) => each.section === section)
    const voters = own.reduce((sum, each) => sum + each.count, 0)
    return { section, frozen: voters, added: 0, struck: 0, voters }
  })
  const paper = tallies
    .filter(({ outcome }) => policy === 'paper-for-all' || outcome !== 'delivered')
    .flatMap((each) => {
      const nowhere = Math.floor(each.count / 9)
      return [
        { ...each, outcome: 'printed' as const, reason: '', count: each.count - nowhere },
        { ...each, outcome: 'exception' as const, reason: 'no-deliverable-address', count: nowhere },
      ]
    })
  const frozen = list.reduce((sum, each) => sum + each.voters, 0)
  const sums = reconcile({ policy, frozen, list, digital: tallies, paper, faults: [] })
  const facts = certificateFacts()
  return {
    ...facts,
    document,
    list: { ...facts.list, ...sums.list },
    digital: sums.digital,
    paper: { ...facts.paper, ...sums.paper, policy },
    sections: [...sums.sections],
  } as unknown as Parameters<typeof publicCopyOf>[0]
}

describe('the copy for publication', () => {
  test('shows no number from 1 to 4 about voters, whatever the campaign', () => {
    fc.assert(
      fc.property(fc.array(tally, { maxLength: 25 }), policies, (tallies, policy) => {
        const copy = publicCopyOf(certificateOf(tallies as never, policy))
        expect(publicCopySchema.safeParse(copy).error).toBeUndefined()
        const { voters, digital, paper, unreachableBecause, sections } = copy
        const tables = [{ voters, digital, paper, unreachableBecause }, ...sections]
        for (const { sections: _, ...table } of tables as (typeof sections)[number][])
          for (const shown of numbersIn(table)) expect(shown === 0 || shown >= 5).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('lets nobody find the voters without paper where only the rest gets it', () => {
    fc.assert(
      fc.property(fc.array(tally, { minLength: 1, maxLength: 25 }), (tallies) => {
        const { voters, digital, paper, sections } = publicCopyOf(
          certificateOf(tallies as never, 'paper-for-the-rest'),
        )
        for (const section of sections) expect(section.paper).toEqual({ printed: null, exceptions: null })
        if (paper.printed === null || paper.exceptions === null) return
        // who gets paper tells who was delivered to, so it may only stand where that is published too
        expect(digital.delivered).toBe(voters! - paper.printed - paper.exceptions)
      }),
      { numRuns: 300 },
    )
  })

  test('holds no hash by which left out numbers could be tried', () => {
    const certificate = { ...certificateFacts(), document }
    const text = JSON.stringify(publicCopyOf(certificate))
    expect(text).not.toContain(document.sha256)
    expect(text).not.toMatch(/requestedBy|releasedBy|"struck"|"versions"|"ended"/)
  })

  test('gives the reasons of a published number only, small ones together', () => {
    const facts = certificateFacts()
    const unreachable = { NO_EBOX: 200, EXCLUDED: 15, OTHER: 2 }
    const section = {
      ...facts.sections[0]!,
      digital: { ...facts.digital, unreachable, refused: {}, unconfirmed: {} },
    }
    const digital = { ...section.digital, inactive: 283 }
    const certificate = { ...facts, document, digital, sections: [{ ...section, digital }] }
    expect(publicCopyOf(certificate)).toMatchObject({
      digital: { delivered: 700, inactive: 283, unreachable: 217, exceptions: 0 },
      unreachableBecause: { NO_EBOX: 200, other: 17 },
    })
  })
})

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}
