import { availableParallelism } from 'node:os'
import type { DeliveryBench } from './delivery.ts'
import type { ImportBench } from './import.ts'
import type { LettersBench } from './letters.ts'
import type { WorkersBench } from './workers.ts'

/** A line of the page: both sides measured in one run, and the one divided by the other. */
export type Row = readonly [what: string, ours: string, beside: string, ratio: string]

export function letterRows({ press, typesetter, memoryMegabytes }: LettersBench): Row[] {
  return [
    [
      'letters a second, one process: press, beside the typesetter alone',
      whole(press.perSecond),
      whole(typesetter.perSecond),
      `${whole(press.perSecond / typesetter.perSecond)} × as many`,
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
        share(ours / all),
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
  return `${Math.round(part * 100)} % of it`
}

export function deliveryRows(bench: DeliveryBench): Row[] {
  const { documents, worker, bare, ratio, memoryMegabytes, concurrency, answerAfterMs } = bench
  const answers = answerAfterMs > 0 ? `, which answers after ${answerAfterMs} ms, ${concurrency} at once` : ''
  const cpuOf = ({ cpuSeconds }: DeliveryBench['worker']) => (cpuSeconds * 1000) / documents
  return [
    [
      `messages a second: our worker, beside a bare HTTP client posting the same ${whole(documents)} bodies to the same stand-in${answers}`,
      whole(documents / worker.seconds),
      whole(documents / bare.seconds),
      answerAfterMs > 0 ? `${(1 / ratio).toFixed(2)} of it` : `${ratio.toFixed(2)} × as long`,
    ],
    [
      'CPU milliseconds a message, of the sending process',
      cpuOf(worker).toFixed(2),
      cpuOf(bare).toFixed(2),
      `${(cpuOf(worker) / cpuOf(bare)).toFixed(1)} × as much`,
    ],
    ['growth of memory over that delivery (MB)', whole(memoryMegabytes), '', ''],
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

How they are measured stands in \`bench/\`: a file per subject, each also runs small in a test.
`
}
