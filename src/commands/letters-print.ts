import { join } from 'node:path'
import type { Command } from 'commander'
import type { App } from '../app.ts'
import type { Election } from '../elections/index.ts'
import { printLetters, reprintFile } from '../letters/index.ts'
import { wholeNumber } from './arguments.ts'
import { changesSinceClose, takenBackSincePrinted } from './changes-since-close.ts'
import { done, type Options, verb } from './command.ts'
import { counted } from './counted.ts'
import { chosenElection, electionOption, municipalityOption, operator } from './find.ts'
import { withProgress } from './progress.ts'
import { stopSignal } from './until-stopped.ts'

export function printVerb(letters: Command): void {
  const description = {
    name: 'print',
    summary:
      'Write the print files: one PDF per section and colour of paper, with index, addresses and cover sheet; nobody gets two',
    examples: [
      'letters print',
      'letters print --out print/',
      'letters print --reprint 2029-section-012-wit --reason "paper jam, first file destroyed"',
    ],
    options: [
      municipalityOption,
      electionOption,
      ['--out FOLDER', 'where the files are written; one election to a folder'],
      ['--per LETTERS', 'most letters in a file; without it a file holds a section'],
      ['--reprint FILE', 'make one print file again; the first one must not be used'],
      ['--reason TEXT', 'why it is made again'],
    ] as const,
  }
  verb(letters, description, async (app, _, options) => {
    const per = options.per === undefined ? undefined : wholeNumber(options.per, '--per')
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const usual = [
      app.config.KIESLOKET_DATA_DIR,
      'print',
      found.municipality.slug,
      found.election.code,
    ] as const
    const folder = String(options.out ?? join(...usual))
    if (typeof options.reprint === 'string') return reprintOne(app, found.election, folder, options)
    const printed = await printWithProgress(app, found.election, folder, per)
    if (!printed.ok) return printed
    const { letters: count, files, exceptions } = printed
    return done(
      printed,
      `${counted(count, 'letter')} in ${counted(files, 'file')} in ${folder}; ${exceptions} that no post can bring.`,
      ...(await changesSinceClose(app, found.election)),
      ...(await takenBackSincePrinted(app, found.election)),
    )
  })
}

export function printWithProgress(app: App, election: Election, folder: string, lettersPerFile?: number) {
  return withProgress('Writing the print files', 0, (onProgress) => {
    const wanted = { election, folder, by: operator, signal: stopSignal() }
    return printLetters({ ...app, onProgress }, lettersPerFile ? { ...wanted, lettersPerFile } : wanted)
  })
}

async function reprintOne(app: App, election: Election, folder: string, options: Options) {
  const reason = String(options.reason ?? '')
  const again = await reprintFile(app, {
    election,
    folder,
    file: String(options.reprint),
    reason,
    by: operator,
  })
  return again.ok
    ? done(again, `${counted(again.letters, 'letter')} in ${again.name}; destroy the first file.`)
    : again
}
