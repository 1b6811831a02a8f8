import { differenceKinds, type ImportReport, type ListDifference } from '../voters/index.ts'
import { reportLines } from './report-lines.ts'

export function summaryOf({ voters, errors, warnings, counts, perSection, difference }: ImportReport) {
  return {
    ...{ voters, errors, warnings, counts, sections: perSection.length },
    ...(difference && { difference }),
  }
}

export function reportTexts(report: ImportReport): string[] {
  return [...reportLines(report), ...differenceLines(report.difference)]
}

const differenceTexts = {
  new: 'new',
  gone: 'not on it any more',
  moved: 'moved: another main residence or section',
  corrected: 'otherwise corrected',
  renumbered: 'only renumbered',
} as const satisfies Record<(typeof differenceKinds)[number], string>

function differenceLines(difference: ListDifference | undefined): string[] {
  if (!difference) return []
  const lines = differenceKinds.map((kind) => {
    const { voters, first } = difference[kind]
    const numbers =
      first.length > 0 ? ` (list numbers ${first.join(', ')}${voters > first.length ? ' …' : ''})` : ''
    return `  ${String(voters).padStart(7)}  ${differenceTexts[kind]}${numbers}`
  })
  return ['Compared with the list before it:', ...lines]
}
