import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { formats, lettersOfListNumber, renderForm } from '../letters/index.ts'
import { staffOf } from '../platform/db/scope.ts'
import { refused } from '../platform/result.ts'
import { WrongUse, wholeNumber } from './arguments.ts'
import { done, verb } from './command.ts'
import { chosenElection, electionOption, municipalityOption, operator } from './find.ts'

/** By format, the name that the file gets when none is given. */
const files = { pdf: 'letter.pdf', 'large-print': 'letter-large-print.pdf', html: 'letter.html' } as const

export function renderVerb(letters: Command): void {
  const description = {
    name: 'render LIST_NUMBER',
    summary:
      'Make one voter’s current letter again: its PDF byte for byte, or what it says in large print or as a page',
    examples: ['letters render 412 --out letter.pdf', 'letters render 412 --format large-print'],
    options: [
      municipalityOption,
      electionOption,
      ['--format FORMAT', 'pdf, large-print or html', 'pdf'],
      ['--out FILE', 'where it is written; absent: letter.pdf, letter-large-print.pdf or letter.html'],
    ] as const,
  }
  verb(letters, description, async (app, [number], options) => {
    const format = formats.find((name) => name === options.format)
    if (!format) throw new WrongUse(`--format is one of: ${formats.join(', ')}`)
    const listNumber = wholeNumber(number, 'LIST_NUMBER')
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const { election } = found
    const { municipalityId, electionId } = election
    const [latest] = await app.database.inScope(staffOf(municipalityId), (db) =>
      lettersOfListNumber(db, municipalityId, electionId, listNumber),
    )
    if (!latest) return refused('no-such-letter')
    const letterId = latest.letter_id
    const bytes = await renderForm(app, { election, letterId, format, by: operator })
    const file = String(options.out ?? files[format])
    await writeFile(file, bytes)
    return done({ file, letterId, format }, `${file} is written (${bytes.length} bytes).`)
  })
}
