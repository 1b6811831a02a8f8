import { differenceKinds, type ImportReport, type ListDifference } from '../voters/index.ts'
import { findingsFileLines } from './findings-file.ts'
import { reportLines } from './report-lines.ts'

export function summaryOf(report: ImportReport, findingsFile: string | undefined) {
  const { voters, errors, warnings, counts, perSection, difference } = report
  return {
    ...{ voters, errors, warnings, counts, sections: perSection.length },
    ...(findingsFile && { findingsFile }),
    ...(difference && { difference }),
  }
}

export function reportTexts(report: ImportReport, findingsFile: string | undefined): string[] {
  const all = findingsFileLines(findingsFile)
  return [...reportLines(report), ...all, ...(report.errors > 0 ? [] : differenceLines(report.difference))]
}

const differenceTexts = {
  new: 'new',
  gone: 'not on it any more',
  moved: 'moved: another main residence or section',
  corrected: 'otherwise corrected',
  renumbered: 'only renumbered',
} as const satisfies Record<(typeof differenceKinds)[number], string>

function differenceLines(difference: ListDifference | undefined): string[] {
  if (!difference) return ['No list was accepted before it, so there is none to compare it with.']
  const lines = differenceKinds.map((kind) => {
    const { voters, first } = difference[kind]
    const numbers =
      first.length > 0 ? ` (list numbers ${first.join(', ')}${voters > first.length ? ' …' : ''})` : ''
    return `  ${String(voters).padStart(7)}  ${differenceTexts[kind]}${numbers}`
  })
  return ['Compared with the list that was accepted before it:', ...lines]
}
