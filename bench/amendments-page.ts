import { availableParallelism } from 'node:os'
import type { AmendmentsBench, AmendmentsRun } from './amendments.ts'
import type { PageTimes } from './desk-pages.ts'
import { heading, number, rowOf } from './desk-pages-page.ts'

interface Measured {
  readonly voters: number
  readonly amendments: AmendmentsBench
  /** Some pages of the desk, after these were carried out and before letters were made for them. */
  readonly pages: readonly PageTimes[]
  /** How many processes wanted the processor, before and after. */
  readonly load: readonly [number, number]
}

/** The page of `npm run bench -- --amendments N`. */
export function amendmentsPage({ voters, amendments, pages, load }: Measured): string {
  const [before, after] = load.map((one) => number(one, 1))
  return `# A file of ${number(amendments.rows)} amendments on a list of ${number(voters)} voters

Written by \`npm run bench -- --amendments ${voters}\` (Node ${process.versions.node}, ${availableParallelism()} cores, which others used too: a
load of ${before} when it began, of ${after} when it ended). Seconds are of that machine in that hour; what counts is that they grow with
the rows and no faster, and that memory does not grow with them.

By the same function as the desk and \`voters amend\`: a tenth of the rows adds a voter, of the others half strikes one and half corrects
a first name. Every voter has a released letter, which is taken back. The first row is each tenth row of the same file.

| what | rows | seconds | milliseconds a row | growth of memory (MB) | rows answered |
| --- | ---: | ---: | ---: | ---: | ---: |
${amendments.runs.map(amendmentsRow).join('\n')}

Between carrying out and composing there are voters without a letter in almost every section: the overviews then look at those whom
the amendments were about, and at nobody else. The same pages of a town of 400 voters, of which nobody was amended, stand beside them:

${heading(voters)}
${pages.map(rowOf).join('\n')}
`
}

const runTexts: Readonly<Record<AmendmentsRun['what'], string>> = {
  look: 'looked through: what it would do, and nothing done',
  faulty: 'looked through, with a wrong name in every row',
  'carry-out': 'carried out',
}

function amendmentsRow({ what, rows, seconds, memoryMegabytes, answered }: AmendmentsRun): string {
  const cells = [rows, seconds, (seconds * 1000) / rows, memoryMegabytes, answered]
  const digits = [0, 1, 2, 0, 0]
  return `| ${[runTexts[what], ...cells.map((cell, place) => number(cell, digits[place]))].join(' | ')} |`
}
