import { availableParallelism } from 'node:os'
import { number } from '../desk-pages-page.ts'
import type { BureausBench, StepCost } from './bench-bureaus.ts'

interface Measured {
  readonly small: BureausBench
  readonly large: BureausBench
  /** How many processes wanted the processor, before and after. */
  readonly load: readonly [number, number]
}

/** The page of `npm run bench -- --bureaus N`. */
export function bureausPage({ small, large, load }: Measured): string {
  const [before, after] = load.map((one) => number(one, 1))
  const [few, many] = [small.sums.bureaus, large.sums.bureaus].map((one) => number(one))
  return `# ${many} bureaus, from the plan to the payment

Written by \`npm run bench -- --bureaus ${large.sums.bureaus} --beside ${small.sums.bureaus}\` (Node ${process.versions.node}, ${availableParallelism()} cores, which others used too: a
load of ${before} when it began, of ${after} when it ended). Times are of that machine in that hour; what counts is what a bureau costs among
${many} beside what it costs among ${few}, measured in the same run: processor time of this process and of PostgreSQL.

All by the public functions of \`src/bureaus\`, step by step in every municipality before the next step begins, three municipalities at
a time. ${few} bureaus are those of ${townsText(small)}, of which the largest has ${small.mostBureaus}; ${many} those of ${townsText(large)}, of which the largest has ${number(large.mostBureaus)}. The sizes
follow those of Flanders. A section has sixty voters, and not some hundreds: no bureau hears of the others. Letters are made, checked
against their hash and counted as delivered, without an e-Box behind them: [how fast that is](benchmarks.md) is measured elsewhere.

| step | ms of processor a bureau, of ${few} | of ${many} | times as much | of which PostgreSQL | minutes |
| --- | ---: | ---: | ---: | ---: | ---: |
${large.costs.map((cost, place) => costRow(cost, small.costs[place]!, small, large)).join('\n')}
${costRow(summed(large.costs), summed(small.costs), small, large)}

${notReached(large)}Memory of the process: at most ${number(small.megabytes)} MB with ${few} bureaus, ${number(large.megabytes)} MB with ${many}.

## What added up

${sumLines(large).join('\n')}

The run ends with an error when a seat has two people or a person two seats, when the seat of somebody who was excused is not refilled,
when a seat that the law asks for is empty on the day, when claims paid and not owed are not together those of whom it is known whether they
came, or when the cents of the claims are not those of the batches. The same with forty bureaus is a test
(\`bench/bureaus/bench-bureaus.slow.test.ts\`).
`
}

const townsText = ({ towns }: BureausBench) => (towns === 1 ? 'one municipality' : `${towns} municipalities`)

/** Flanders has some 8,000 in all. */
const ofFlanders = 8000

/** What was not measured is said, with how long it would take if it went on so. */
function notReached({ sums, costs }: BureausBench): string {
  if (sums.bureaus >= ofFlanders * 0.95) return ''
  const seconds = costs.reduce((sum, { own, postgres }) => sum + own + postgres, 0) / sums.bureaus
  const hours = number((seconds * ofFlanders) / 3600, 1)
  return `The ${number(ofFlanders)} of Flanders were not run: at this cost they are ${hours} hours of processor, more than the machine could spare. That
the cost of a bureau stays what it is up to there is not shown by this page.

`
}

function costRow(
  { step, seconds, own, postgres }: StepCost,
  ofSmall: StepCost,
  small: BureausBench,
  large: BureausBench,
): string {
  const each = ((own + postgres) * 1000) / large.sums.bureaus
  const before = ((ofSmall.own + ofSmall.postgres) * 1000) / small.sums.bureaus
  const share = `${Math.round((100 * postgres) / (own + postgres))} %`
  const cells = [number(before, 1), number(each, 1), number(each / before, 2), share, number(seconds / 60, 1)]
  return `| ${[step, ...cells].join(' | ')} |`
}

function summed(costs: readonly StepCost[]): StepCost {
  const sum = (of: (one: StepCost) => number) => costs.reduce((total, one) => total + of(one), 0)
  return {
    step: '**together**',
    seconds: sum(({ seconds }) => seconds),
    own: sum(({ own }) => own),
    postgres: sum(({ postgres }) => postgres),
  }
}

function sumLines({ sums }: BureausBench): string[] {
  const { bureaus, called, excused, came, away, paid, notOwed, byHand, claimed } = sums
  return [
    `- ${number(bureaus)} bureaus; ${number(called)} people were called, ${number(excused)} of them excused, and each of these seats was refilled.`,
    `- ${number(came)} came and ${number(away)} did not; no seat had two people and no person two seats.`,
    `- ${number(paid)} were paid and ${number(notOwed)} are owed nothing; ${number(byHand)} have a name in letters that no bank takes and are paid by hand: together ${number(came + away)}.`,
    `- ${number(claimed / 100, 2)} euro by the claims, and the same to the cent in the batches.`,
  ]
}
