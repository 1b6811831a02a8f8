import { availableParallelism } from 'node:os'
import { percentile } from './desk-pages.ts'
import { number } from './desk-pages-page.ts'

/** Milliseconds of each question, by what was asked. */
export type Times = ReadonlyMap<string, readonly number[]>

interface Measured {
  readonly small: Times
  readonly large: Times
  readonly voters: number
  /** How many processes wanted the processor, before and after. */
  readonly load: readonly [number, number]
}

/** The page of `bench/search.ts`. */
export function searchPage({ small, large, voters, load }: Measured): string {
  const [before, after] = load.map((one) => number(one, 1))
  const kinds = [...large.keys()].sort().map((kind) => row(kind, small.get(kind) ?? [], large.get(kind)!))
  const all = (times: Times) => [...times.values()].flat()
  return `# Looking for a voter among ${number(voters)}

Written by \`node --import tsx bench/search.ts ${voters}\` (Node ${process.versions.node}, ${availableParallelism()} cores, which others used too: a
load of ${before} when it began, of ${after} when it ended). The ratios count. Each question is asked once, one after the other, as the desk asks it:
the answer, the row in the audit log and the count of look-ups included, without the page around it.

| asked | of 4,000, half (ms) | of ${number(voters)}, half (ms) | 99 of 100 (ms) | beside 4,000 |
| --- | ---: | ---: | ---: | ---: |
${[...kinds, row('all together', all(small), all(large))].join('\n')}
`
}

function row(kind: string, small: readonly number[], large: readonly number[]): string {
  const [few, many] = [small, large].map((times) => times.toSorted((one, other) => one - other))
  const [half, beside] = [percentile(many!, 0.5), few!.length > 0 ? percentile(few!, 0.5) : undefined]
  const ratio = beside === undefined ? '' : `${number(half / beside, 1)} × as long`
  return `| ${kind} | ${beside === undefined ? '' : number(beside)} | ${number(half)} | ${number(percentile(many!, 0.99))} | ${ratio} |`
}
