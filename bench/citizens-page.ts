import { availableParallelism, loadavg, totalmem } from 'node:os'
import type { CitizensBench, Measured, Spike } from './citizens.ts'
import type { Row } from './report.ts'

/** The evening that is planned for. None of it is measured: it is what somebody has to suppose. */
export const evening = {
  voters: 5_000_000,
  hours: 4,
  /** So many times the mean in the busiest minutes. */
  busiest: 3,
  /** Of a core, so that a burst does not queue. */
  used: 0.6,
  coresOfMachine: 16,
} as const

/** What is needed for that evening, by what the processor did here. */
export interface Needed {
  readonly visitsPerSecond: number
  readonly pagesPerSecond: number
  readonly cpuMs: { readonly pages: number; readonly postgres: number }
  readonly cores: { readonly pages: number; readonly postgres: number }
  readonly machines: { readonly pages: number; readonly postgres: number }
}

/** `undefined` where processors can't be counted. */
export function neededFor({ measured }: CitizensBench): Needed | undefined {
  const sum = (of: 'pages' | 'postgres') =>
    measured.reduce((total, { cpuMs }) => total + (cpuMs[of] ?? Number.NaN), 0)
  const cpuMs = { pages: sum('pages'), postgres: sum('postgres') }
  if (Number.isNaN(cpuMs.pages + cpuMs.postgres)) return undefined
  const visitsPerSecond = (evening.voters / (evening.hours * 3600)) * evening.busiest
  const coresFor = (ms: number) => (visitsPerSecond * ms) / 1000 / evening.used
  const cores = { pages: coresFor(cpuMs.pages), postgres: coresFor(cpuMs.postgres) }
  const machinesFor = (count: number) => Math.ceil(count / evening.coresOfMachine)
  return {
    ...{ visitsPerSecond, pagesPerSecond: visitsPerSecond * measured.length, cpuMs, cores },
    machines: { pages: machinesFor(cores.pages), postgres: machinesFor(cores.postgres) },
  }
}

export function citizenRows({ measured }: CitizensBench): Row[] {
  return measured.flatMap((one) => [throughput(one), processor(one)])
}

function throughput({ step, bytes, perSecond, barePerSecond, p50, p99 }: Measured): Row {
  return [
    `a second: ${step}, ${kilobytes(bytes)}; half of them within ${p50.toFixed(0)} ms, 99 of 100 within ${p99.toFixed(0)} ms`,
    whole(perSecond),
    whole(barePerSecond),
    `${(perSecond / barePerSecond).toFixed(2)} of it`,
  ]
}

function processor({ step, cpuMs }: Measured): Row {
  const { pages, postgres, bare } = cpuMs
  const ratio = pages !== undefined && bare ? `${(pages / bare).toFixed(1)} × as much` : ''
  return [
    `CPU milliseconds of the process that serves: ${step}; and of PostgreSQL ${number(postgres)}`,
    number(pages),
    number(bare),
    ratio,
  ]
}

/** The page of `npm run bench -- --citizens`. */
export function citizensPage(bench: CitizensBench): string {
  const rows = citizenRows(bench).map((row) => `| ${row.join(' | ')} |`)
  const machine = `Node ${process.versions.node}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB`
  const wanted = Math.round(loadavg()[2]!)
  return `# A citizen's evening

Written by \`npm run bench -- --citizens\` (${machine}, shared with the client that asks, with PostgreSQL and with whatever else ran there: in that quarter
of an hour ${wanted} processes wanted those cores on average). How many there are in a second, and how long an answer took, is of that hour. What counts are the ratios and the CPU milliseconds: both sides of a row were measured in the same run. Beside our pages stands a bare server:
the same framework in a process of its own, which answers as many bytes from memory. A town of ${whole(bench.voters)} voters; each visitor is
another one, with a session of their own.

| what | ours | bare server | ratio |
| --- | ---: | ---: | ---: |
${rows.join('\n')}

- **A login** is two requests of the browser and one of ours to the login service, with a signed client assertion (RSA) and a signed token
  that is checked. The service itself is a stand-in that asks nobody anything, in the process of the client.
- **Every page of a citizen** finds the session, asks in the scope of that person, and writes an event to the audit log of the municipality.
- **The style sheet** is what a phone fetches once; fonts and scripts come the same way, from memory, and keep for a year.

## A spike

${spikeText(bench.spike)}

## Five million voters in one evening

${neededText(neededFor(bench))}
`
}

function spikeText(spike: Spike): string {
  const { visitors, withinSeconds, seconds, p50, p99, statuses, refusedVisitors, abuser } = spike
  const said = Object.entries(statuses)
    .map(([status, count]) => `${whole(count)} of ${status}`)
    .join(', ')
  return `${whole(visitors)} citizens come within ${withinSeconds} seconds; each logs in and reads three pages. It is more than this machine can do in that time: it
was through after ${seconds.toFixed(1)} seconds. Answers: ${said}. Half of them within ${whole(p50)} ms, 99 of 100 within ${whole(p99)} ms. Meanwhile one
address began ${whole(abuser.tried)} logins, where ${whole(abuser.mostPerMinute)} a minute may begin: ${whole(abuser.refused)} of them were refused (429), and ${whole(refusedVisitors)} of the citizens'.`
}

function neededText(needed: Needed | undefined): string {
  if (!needed) return 'Processors can’t be counted on this system: no sum.'
  const { visitsPerSecond, pagesPerSecond, cpuMs, cores, machines } = needed
  const { voters, hours, busiest, used, coresOfMachine } = evening
  return `Supposed, not measured: ${whole(voters)} citizens come once each in ${hours} hours, in the busiest minutes ${busiest} times as many as on average, and ask for everything in
the table once. That is ${whole(visitsPerSecond)} visits and ${whole(pagesPerSecond)} answers a second. A visit costs ${cpuMs.pages.toFixed(1)} ms of the processor that serves and
${cpuMs.postgres.toFixed(1)} ms of PostgreSQL's, on this machine. At ${Math.round(used * 100)} % of each core:

| | cores | machines of ${coresOfMachine} cores |
| --- | ---: | ---: |
| processes that serve, one a core | ${whole(Math.ceil(cores.pages))} | ${machines.pages} |
| PostgreSQL | ${whole(Math.ceil(cores.postgres))} | ${machines.postgres} |

It supposes that cores add up, which holds for the processes that serve, for they share nothing; for one PostgreSQL it holds as far as its disk
writes the log of so many small commits. Municipalities can be [divided over several](how-to/more-machines.md).`
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-GB')
}

function number(value: number | undefined): string {
  return value === undefined ? 'not counted' : value.toFixed(2)
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
