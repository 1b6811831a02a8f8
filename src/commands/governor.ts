import type { Command } from 'commander'
import { writeGovernorStatement } from '../papers/index.ts'
import { usualFolder } from '../purge-due.ts'
import { done, verb } from './command.ts'
import { counted } from './counted.ts'
import { chosenElection, electionOption, municipalityOption, operator } from './find.ts'

export function governorVerb(report: Command): void {
  const description = {
    name: 'governor',
    summary: 'Write the statement to the governor that the letters left in time, or which did not',
    examples: ['report governor --posted 2029-05-23 --posting-note "deposit note 2029/118"'],
    options: [
      municipalityOption,
      electionOption,
      ['--posted DATE', 'day on which the letters on paper were handed to the post'],
      ['--posting-note TEXT', 'what shows it: the number of the deposit note'],
      ['--out FOLDER', 'folder in which it gets a folder'],
    ] as const,
  }
  verb(report, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const { election, municipality } = found
    const folder = typeof options.out === 'string' ? options.out : usualFolder(app, municipality)
    const source = String(options.postingNote ?? '–')
    const posted = typeof options.posted === 'string' ? { on: options.posted, source } : undefined
    const written = await writeGovernorStatement(app, { election, folder, posted, by: operator })
    if (!written.ok) return written
    const { statement, jsonFile, pdfFile } = written
    const { late, deadline } = statement
    return done(
      { jsonFile, pdfFile, inTime: statement.inTime, late, deadline },
      statement.inTime
        ? `The letters left by ${deadline.day} (${deadline.article}).`
        : `${counted(late.late, 'letter')} did not leave by ${deadline.day} (${deadline.article}), and the statement says so.`,
      `Later besides: ${late.added} of voters who were added, ${late.replaced} that replace an earlier letter.`,
      `To sign: ${pdfFile}`,
    )
  })
}
