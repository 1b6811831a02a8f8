import { type Check, type CheckFinding, checkTextsEn } from '../letters/index.ts'
import { counted } from './counted.ts'

const signs = { right: '✓', unsure: '!', wrong: '✗' } as const
const mostShown = 5

/** A line per check; under one that found something what to do, and the first of what it found. */
export function checkLines(checks: readonly Check[]): string[] {
  return checks.flatMap(({ code, outcome, letters, found, findings }) => {
    const { title, remedy } = checkTextsEn[code]
    const line = `  ${signs[outcome]} ${title} (${counted(letters, 'letter')})`
    if (outcome === 'right') return [line]
    const shown = findings.slice(0, mostShown).map((finding) => `      ${findingLine(finding)}`)
    const more = found > shown.length ? [`      and ${found - shown.length} more`] : []
    return [line, `    → ${remedy}`, ...shown, ...more]
  })
}

function findingLine({ section, listNumber, part, says, shouldSay }: CheckFinding): string {
  const where =
    listNumber === undefined ? `section ${section}` : `section ${section}, list number ${listNumber}`
  const instead = shouldSay === undefined ? '' : ` instead of “${shouldSay}”`
  return `${where}: ${part}${says === undefined ? '' : ` “${says}”`}${instead}`
}
