import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Axes } from './axes.ts'
import { allTransitions } from './testing.ts'
import { openings, ruleOf } from './transitions.ts'

/** docs/states/bureau-assignment.md against the rules it draws. */

const page = readFileSync('docs/states/bureau-assignment.md', 'utf8')
const axes = ['designation', 'delivery', 'reply', 'attendance', 'payment', 'sanction'] as const
type Edge = readonly [from: string, to: string, step: string]

function edgesOf(axis: (typeof axes)[number]): Edge[] {
  const begun = Object.entries(openings).map(
    ([step, opening]) => ['[*]', (opening.axes as Axes)[axis], step] as const,
  )
  const steps = allTransitions.flatMap((step) => {
    const { from, to } = ruleOf(step)
    const end = to[axis]
    return end === undefined ? [] : (from[axis] ?? []).map((start): Edge => [start, end, step])
  })
  return [...begun, ...steps]
}

test('each axis is drawn with all its steps and no other', () => {
  const pictures = [...page.matchAll(/```mermaid\n([\s\S]*?)```/g)].map(([, picture]) =>
    [...picture!.matchAll(/^ +(\S+) --> (\S+): (.+)$/gm)].flatMap(([, from, to, steps]) =>
      steps!.split(', ').map((step): Edge => [from!, to!, step]),
    ),
  )
  expect(pictures).toHaveLength(axes.length)
  for (const [at, axis] of axes.entries())
    expect(pictures[at]!.map(String).sort(), axis).toEqual(edgesOf(axis).map(String).sort())
})

test('the table names every step, in whose power it is, and whether one says why', () => {
  const rows = [...page.matchAll(/^\| `([a-z-]+)` \| ([a-z, ]+) \|(.*)\|$/gm)].map(([, step, by, why]) =>
    [step, by, why!.trim()].join(' | '),
  )
  const begun = Object.entries(openings).map(([step, { by }]) => [step, by.join(', '), ''].join(' | '))
  const steps = allTransitions.map((step) => {
    const { by, reason } = ruleOf(step)
    return [step, by.join(', '), reason ? 'yes' : ''].join(' | ')
  })
  expect(rows.sort()).toEqual([...begun, ...steps].sort())
})
