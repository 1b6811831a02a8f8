import { availableParallelism } from 'node:os'
import type { CampaignBench, Point } from './campaign.ts'
import type { CampaignPair } from './campaign-pair.ts'
import { campaignRows } from './report.ts'

const stretches = 20

/** The page of `npm run bench -- --campaign N`: what it cost, and how it went from the first letter to the last. */
export function campaignPage(pair: CampaignPair, size: number): string {
  const [count, measured] = [size, pair.large.letters].map((value) => value.toLocaleString('en-GB'))
  const brokenOff = ` It was broken off and gone on with: ${measured} of its letters are measured.`
  const rows = campaignRows(pair).map((row) => `| ${row.join(' | ')} |`)
  return `# A campaign of ${count} letters

Written by \`npm run bench -- --campaign ${size}\` (Node ${process.versions.node}, ${availableParallelism()} cores). What is measured, and how,
stands with the [other benchmarks](benchmarks.md). The stand-in accepted each letter once.${measured === count ? '' : brokenOff}

| what | ours | beside it | ratio |
| --- | ---: | ---: | ---: |
${rows.join('\n')}

## From the first letter to the last

Each row is one stretch of the large campaign. The CPU milliseconds are those of a letter in that stretch; the stand-in, which
keeps books of all it accepts, has its own.

| letters done | memory of the sender (MB) | letters a second | CPU ms, sender | CPU ms, PostgreSQL | CPU ms, stand-in |
| ---: | ---: | ---: | ---: | ---: | ---: |
${curveRows(pair.large).join('\n')}
`
}

function curveRows({ letters, curve }: CampaignBench): string[] {
  let before: Point = { done: 0, seconds: 0, megabytes: 0, cpu: { sender: 0, postgres: 0, standIn: 0 } }
  const rows: string[] = []
  for (const point of curve) {
    const isLast = point === curve.at(-1)
    if (point.done === before.done || (point.done < before.done + letters / stretches && !isLast)) continue
    rows.push(curveRow(before, point))
    before = point
  }
  return rows
}

function curveRow(before: Point, point: Point): string {
  const done = point.done - before.done
  const cpu = (name: keyof Point['cpu']) =>
    ((((point.cpu[name] ?? 0) - (before.cpu[name] ?? 0)) * 1000) / done).toFixed(2)
  const cells = [
    ...[point.done, point.megabytes, done / (point.seconds - before.seconds)].map((value) =>
      Math.round(value).toLocaleString('en-GB'),
    ),
    ...[cpu('sender'), cpu('postgres'), cpu('standIn')],
  ]
  return `| ${cells.join(' | ')} |`
}
