import { availableParallelism } from 'node:os'
import { type PageTimes, percentile } from './desk-pages.ts'

interface Measured {
  readonly large: number
  readonly pages: readonly PageTimes[]
  /** Addresses that are no page in this town. */
  readonly leftOut: readonly string[]
  /** How many processes wanted the processor, before and after. */
  readonly load: readonly [number, number]
}

export const number = (value: number, digits = 0) =>
  value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })

/** The page of `npm run bench -- --pages N`. */
export function deskPagesPage({ large, pages, leftOut, load }: Measured): string {
  const [before, after] = load.map((one) => number(one, 1))
  const worst = [...pages].sort((one, other) => ratioOf(other) - ratioOf(one))
  return `# The pages of the desk with ${number(large)} voters

Written by \`npm run bench -- --pages ${large}\` (Node ${process.versions.node}, ${availableParallelism()} cores, which others used too: a load of
${before} when it began, of ${after} when it ended). The ratios count: both sides of a row were measured in turns, in the same minutes.

Two towns, of ${number(large)} voters and of 400, in the middle of the same campaign: the list closed, every letter released, half of
them delivered, all in print files, three in a hundred come back. Each page that a clerk can open is asked for up to a hundred
times of each, one at a time, by somebody with every role, in one process with PostgreSQL beside it and without a network.

${heading(large)}
${worst.map(rowOf).join('\n')}

Not measured, for in this town it is no page: what it shows is not there, or it sends on to another. ${leftOut.map((path) => `\`${path}\``).join(', ')}.

The page of the certificate counts voters and letters one by one, once for all who look: it is proof. A row of few milliseconds says
little by its ratio.
`
}

export const heading = (large: number) =>
  `| page | 400 voters, half of the times (ms) | ${number(large)} voters, half (ms) | 99 of 100 (ms) | beside 400 |
| --- | ---: | ---: | ---: | ---: |`

const half = (sorted: readonly number[]) => percentile(sorted, 0.5)
const ratioOf = ({ small, large }: PageTimes) => half(large) / half(small)

export function rowOf(page: PageTimes): string {
  const { path, small, large } = page
  const cells = [half(small), half(large), percentile(large, 0.99)].map((value) => number(value, 1))
  return `| ${[`\`${path}\``, ...cells, `${number(ratioOf(page), 1)} ×`].join(' | ')} |`
}
