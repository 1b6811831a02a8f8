import { availableParallelism } from 'node:os'
import type { CampaignBench, Point } from './campaign.ts'
import { type CampaignPair, costOf, cpuOf, lettersOf } from './campaign-pair.ts'
import type { DeliveryBench } from './delivery.ts'
import type { ImportBench } from './import.ts'
import type { LettersBench } from './letters.ts'
import type { MunicipalitiesBench, Sending, Sweep } from './municipalities.ts'
import type { WorkersBench } from './workers.ts'

/** A line of the page: both sides measured in one run, and the one divided by the other. */
export type Row = readonly [what: string, ours: string, beside: string, ratio: string]

export function letterRows({ press, sealed, typesetter, memoryMegabytes }: LettersBench): Row[] {
  return [
    [
      'letters a second, one process: press, beside the typesetter alone',
      whole(press.perSecond),
      whole(typesetter.perSecond),
      `${whole(press.perSecond / typesetter.perSecond)} × as many`,
    ],
    [
      'CPU milliseconds a letter: pressed and sealed with a P-256 key in a file, beside pressed alone',
      sealed.cpuMilliseconds.toFixed(2),
      press.cpuMilliseconds.toFixed(2),
      `${(sealed.cpuMilliseconds / press.cpuMilliseconds).toFixed(1)} × as much`,
    ],
    ['growth of memory over those letters (MB)', whole(memoryMegabytes), '', ''],
  ]
}

export function importRows(bench: ImportBench): Row[] {
  return [
    [
      `seconds to import ${whole(bench.voters)} voters, checked and sealed, beside a bare COPY of the same bytes`,
      bench.importSeconds.toFixed(1),
      bench.bareCopySeconds.toFixed(1),
      `${bench.ratio.toFixed(1)} × as long`,
    ],
    ...(['parse', 'checks', 'seal'] as const).map((step): Row => {
      const [ours, all] = [bench.steps[step], bench.importCpuSeconds]
      return [
        `CPU seconds to ${stepTexts[step]}, of all of that import`,
        ours.toFixed(1),
        all.toFixed(1),
        `${share(ours / all)} of it`,
      ]
    }),
    ['growth of memory over that import (MB)', whole(bench.memoryMegabytes), '', ''],
  ]
}

const stepTexts = {
  parse: 'cut the same file into cells',
  checks: 'check its rows',
  seal: 'encrypt its national numbers and make their look-up indexes',
} as const

function share(part: number): string {
  return `${Math.round(part * 100)} %`
}

export function deliveryRows(bench: DeliveryBench): Row[] {
  const { documents, worker, bare, ratio, memoryMegabytes, concurrency, answerAfterMs, areLetters } = bench
  const answers = answerAfterMs > 0 ? `, which answers after ${answerAfterMs} ms, ${concurrency} at once` : ''
  const what = areLetters
    ? 'letters a second: the whole campaign, each pressed again and checked, beside a bare HTTP client posting'
    : 'messages a second: our worker, beside a bare HTTP client posting'
  const bodies = `${whole(documents)} bodies${areLetters ? ' as large' : ''}`
  const cpuMs = ({ cpuSeconds }: DeliveryBench['worker']) => (cpuSeconds * 1000) / documents
  return [
    [
      `${what} ${areLetters ? '' : 'the same '}${bodies} to the same stand-in${answers}`,
      whole(documents / worker.seconds),
      whole(documents / bare.seconds),
      answerAfterMs > 0 ? `${(1 / ratio).toFixed(2)} of it` : `${ratio.toFixed(2)} × as long`,
    ],
    [
      `CPU milliseconds a ${areLetters ? 'letter' : 'message'}, of the sending process`,
      cpuMs(worker).toFixed(2),
      cpuMs(bare).toFixed(2),
      `${(cpuMs(worker) / cpuMs(bare)).toFixed(1)} × as much`,
    ],
    ['growth of memory over that delivery (MB)', whole(memoryMegabytes), '', ''],
  ]
}

/** What a letter costs in a large campaign, beside small ones before and after it. */
export function campaignRows({ small, large, ratio }: CampaignPair): Row[] {
  const cpuRow = (what: string, of: keyof Point['cpu']): Row => {
    const [ours, beside] = [cpuOf([large], of), cpuOf(small, of)]
    return [`CPU milliseconds a letter, ${what}`, ours.toFixed(2), beside.toFixed(2), times(ours / beside)]
  }
  const secondsOf = (benches: readonly CampaignBench[]) =>
    benches.reduce((sum, { curve }) => sum + curve.at(-1)!.seconds, 0)
  const [first, last] = highestByHalf(large)
  return [
    [
      `CPU milliseconds a letter, of sender and PostgreSQL: a campaign of ${whole(large.letters)} letters, beside two of ${whole(small[0].letters)}, before and after it`,
      costOf([large]).toFixed(2),
      costOf(small).toFixed(2),
      times(ratio),
    ],
    cpuRow('of the sender alone', 'sender'),
    cpuRow('of PostgreSQL alone', 'postgres'),
    cpuRow(
      'of the stand-in, for which every letter is the same: how quick the processor was meanwhile',
      'standIn',
    ),
    [
      'letters a second in those campaigns, with all on two shared cores',
      whole(large.letters / secondsOf([large])),
      whole(lettersOf(small) / secondsOf(small)),
      '',
    ],
    [
      `memory of the sender at its highest in the second half of the ${whole(large.letters)} letters, beside the first half (MB)`,
      whole(last),
      whole(first),
      times(last / first),
    ],
  ]
}

function highestByHalf({ letters, curve }: CampaignBench): [first: number, last: number] {
  const highest = (points: readonly Point[]) => Math.max(0, ...points.map(({ megabytes }) => megabytes))
  const isLate = ({ done }: Point) => done > letters / 2
  const late = curve.filter((point) => isLate(point))
  return [highest(curve.filter((point) => !isLate(point)).concat(late.slice(0, 1))), highest(late)]
}

function times(ratio: number): string {
  return `${ratio.toFixed(2)} × as much`
}

export function municipalityRows(bench: MunicipalitiesBench): Row[] {
  const { sizes, together, alone, through, sweep, cpuRatio } = bench
  const cpuMs = ({ cpu, letters }: Sending) => (((cpu.senders + cpu.postgres) * 1000) / letters).toFixed(2)
  const outsideLargest = (together.letters - sizes[0]!) / together.letters
  const count = whole(sizes.length)
  const sweepRow = (what: string, { milliseconds, postgresMilliseconds }: Sweep): Row => [
    `milliseconds of one sweep over ${count} municipalities with ${what}, beside those of PostgreSQL's processor`,
    milliseconds.toFixed(0),
    postgresMilliseconds.toFixed(0),
    '',
  ]
  return [
    [
      `letters a second: ${count} municipalities at once (${whole(together.letters)} letters, the largest ${whole(sizes[0]!)}, the smallest ${whole(sizes.at(-1)!)}), beside one with as many; two worker processes`,
      whole(together.letters / together.seconds),
      whole(alone.letters / alone.seconds),
      `${(alone.seconds / together.seconds).toFixed(2)} of it`,
    ],
    [
      'CPU milliseconds a letter, of the workers and PostgreSQL',
      cpuMs(together),
      cpuMs(alone),
      times(cpuRatio),
    ],
    [
      'half of those municipalities were through after this part of the time, beside all but the largest',
      share(through.half),
      share(through.allButLargest),
      `they have ${Math.round(outsideLargest * 100)} % of the letters`,
    ],
    sweepRow('everything to do', sweep.everythingToDo),
    sweepRow('nothing to do', sweep.nothingToDo),
  ]
}

export function workerRows({ documents, concurrency, answerAfterMs, one, two, ratio }: WorkersBench): Row[] {
  return [
    [
      `messages a second: two worker processes, beside one, each with ${concurrency} of ${whole(documents)} at once, answers after ${answerAfterMs} ms`,
      whole(documents / two.seconds),
      whole(documents / one.seconds),
      `${ratio.toFixed(2)} × as many`,
    ],
  ]
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-GB')
}

export function pageOf(rows: readonly Row[]): string {
  const table = rows.map((row) => `| ${row.join(' | ')} |`).join('\n')
  return `# Benchmarks

Written by \`npm run bench\` (Node ${process.versions.node}, ${availableParallelism()} cores). What counts are the ratios: both
sides of a row were measured in the same run. The numbers themselves are of one machine in one hour.

| what | ours | beside it | ratio |
| --- | ---: | ---: | ---: |
${table}

How they are measured stands in \`bench/\`: a file per subject, each also runs small in a test. In words:

- **The receiving side** is the stand-in of the e-Box, a process of its own that takes real HTTP and keeps books of what it
  accepted. After each run those books have to show every message once. The *bare client* posts bodies of the same size with
  the same headers, as many at once, over connections that stay open; it has no database and keeps nothing. Half of them go before
  the worker and half after, so that what else the machine does falls on both.
- **Answers after 30 ms**: stand-in, PostgreSQL and sender share two cores, and when all answer at once, what is measured is who
  gets the processor. With answers that take their time the question is whether making, hashing, sending and writing down overlap.
- **The whole campaign** sends letters that were imported, composed and released as in an election: each is pressed again from its
  plate and facts and held against its hash, twice, before it leaves.
- **CPU milliseconds a letter** are user and system time of the processes (\`/proc\`, on Linux): of the sender with all its threads, and
  of PostgreSQL with all its processes, those that ended and its housekeeping too. On a shared machine they say more than seconds,
  though a core that others keep busy is slower too.
- **A large campaign beside two small ones**: one database, the same sender, which is a process of its own. Before each it sends
  2,000 other letters, because code that runs for the first time is slow. Some of that is left in the first ten thousand, so
  the page of [a large campaign](benchmarks-campaign.md) also says what a letter costs from stretch to stretch.
- **285 municipalities** have invented sizes in the proportions of Flanders, from 400,000 voters to under 2,000, divided by \`--scale\`.
  All are released before the first letter leaves. Two processes take jobs from the queue, as \`work\` does. A village of a hundred letters
  costs a lock, a mailbox and a look at what was left behind, as a full batch of 500 does: that is what stands between them and one
  municipality with as many letters. The *sweep* is what each process does every five seconds to find what is due.
`
}
