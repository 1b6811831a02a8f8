import type { Command } from 'commander'
import { electionCalendar } from '../elections/index.ts'
import { writeSectionLists } from '../papers/index.ts'
import { wholeNumber } from './arguments.ts'
import { done, verb } from './command.ts'
import { counted } from './counted.ts'
import { chosenElection, electionOption, municipalityOption, operator } from './find.ts'
import { withProgress } from './progress.ts'
import { stopSignal } from './until-stopped.ts'

export function sectionListsVerb(report: Command): void {
  const description = {
    name: 'section-lists',
    summary: 'Write the corrected list of each section for the chairs: PDF and CSV, with national numbers',
    examples: ['report section-lists --out chairs/', 'report section-lists --out chairs/ --section 12'],
    options: [municipalityOption, electionOption, ['--section N', 'one section alone']] as const,
    required: [['--out FOLDER', 'folder in which they get a folder that only its owner can read']] as const,
  }
  verb(report, description, async (app, _, options) => {
    const section = options.section === undefined ? undefined : wholeNumber(options.section, '--section')
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const { election } = found
    const wanted = { election, folder: String(options.out), section, by: operator, signal: stopSignal() }
    const written = await withProgress('Writing the lists', 0, (onProgress) =>
      writeSectionLists({ ...app, onProgress }, wanted),
    )
    if (!written.ok) return written
    const { sections, voters, struck, added, corrected, folder } = written
    const due = electionCalendar(election).find(({ milestone }) => milestone === 'lists-to-chairs')
    return done(
      { ...written, due },
      `${counted(sections, 'list')} in ${folder}: ${counted(voters, 'voter')}; since the close ${struck} struck, ${added} added, ${corrected} corrected.`,
      ...(due ? [`To the chairs: ${due.date} (${due.article}). What is amended later is not on them.`] : []),
      'They hold national numbers: hand them over in person, and destroy what is left over.',
    )
  })
}
