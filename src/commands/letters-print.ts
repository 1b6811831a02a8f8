import { join } from 'node:path'
import type { Command } from 'commander'
import type { App } from '../app.ts'
import type { Election } from '../elections/index.ts'
import { printLetters } from '../letters/index.ts'
import { done, verb } from './command.ts'
import { chosenElection, electionOption, municipalityOption, operator } from './find.ts'
import { withProgress } from './progress.ts'
import { stopSignal } from './until-stopped.ts'

export function printVerb(letters: Command): void {
  const description = {
    name: 'print',
    summary: 'Write the print files: one PDF per section, with an index and the hashes; nobody gets two',
    examples: ['letters print', 'letters print --out print/'],
    options: [municipalityOption, electionOption, ['--out <FOLDER>', 'where the files are written']] as const,
  }
  verb(letters, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const folder = String(options.out ?? join(app.config.KIESLOKET_DATA_DIR, 'print', found.election.code))
    const printed = await printWithProgress(app, found.election, folder)
    if (!printed.ok) return printed
    const { letters: count, files, exceptions } = printed
    return done(
      printed,
      `${count} letters in ${files} files in ${folder}; ${exceptions} that no post can bring.`,
    )
  })
}

export function printWithProgress(app: App, election: Election, folder: string) {
  return withProgress('Writing the print files', 0, (onProgress) =>
    printLetters({ ...app, onProgress }, { election, folder, by: operator, signal: stopSignal() }),
  )
}
