import type { Command } from 'commander'
import type { App } from '../app.ts'
import type { Election } from '../elections/index.ts'
import { composeLetters, showLetters, withdrawLetter, withdrawOutdatedLetters } from '../letters/index.ts'
import { refused } from '../platform/result.ts'
import { WrongUse, wholeNumber } from './arguments.ts'
import { done, noun, type Options, verb } from './command.ts'
import { counted } from './counted.ts'
import { chosenElection, electionOption, municipalityOption, operator } from './find.ts'
import { duplicateVerb } from './letters-duplicate.ts'
import { languageLines } from './letters-language.ts'
import { printVerb } from './letters-print.ts'
import { releaseVerb } from './letters-release.ts'
import { renderVerb } from './letters-render.ts'
import { returnedVerb } from './letters-returned.ts'
import { sampleVerb } from './letters-sample.ts'
import { withProgress } from './progress.ts'
import { stopSignal } from './until-stopped.ts'

const which = [municipalityOption, electionOption] as const

export function lettersCommands(program: Command, summary: string): void {
  const letters = noun(program, 'letters', summary)
  composeVerb(letters)
  sampleVerb(letters)
  releaseVerb(letters)
  showVerb(letters)
  renderVerb(letters)
  duplicateVerb(letters)
  printVerb(letters)
  returnedVerb(letters)
  withdrawVerb(letters)
}

function composeVerb(letters: Command): void {
  const description = {
    name: 'compose',
    summary: 'Make a letter for every voter of the closed list who has none; goes on where it was stopped',
    examples: ['letters compose -e 2029'],
    options: which,
  }
  verb(letters, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const composed = await composeWithProgress(app, found.election, operator)
    if (!composed.ok) return composed
    const { made, withoutBallot, typesetWhole, plates, unprintable, complete, languageRequests } = composed
    const text =
      made === 0
        ? 'Every voter has a letter already: none was made.'
        : `${counted(made, 'letter')} made from ${counted(plates, 'plate')}; ${typesetWhole} did not fit and had to be typeset whole.`
    return done(
      composed,
      text,
      ...(withoutBallot > 0
        ? [
            `${counted(withoutBallot, 'voter')} without letter: all they would vote for is elected without a vote.`,
          ]
        : []),
      ...(unprintable.length > 0 ? [`No font can print list numbers ${unprintable.join(', ')}.`] : []),
      ...languageLines(languageRequests),
      complete ? 'Next: npx kiesloket letters sample' : 'Stopped: run it again to go on.',
    )
  })
}

export function composeWithProgress(app: App, election: Election, by: string) {
  return withProgress('Composing letters', 0, (onProgress) => {
    const deps = { ...app, portalUrl: app.config.PORTAL_URL, onProgress, signal: stopSignal() }
    return composeLetters(deps, { election, by })
  })
}

function showVerb(letters: Command): void {
  const description = {
    name: 'show LIST_NUMBER',
    summary: 'Show every version of the letter of the voter with this number on the list',
    examples: ['letters show 412'],
    options: which,
  }
  verb(letters, description, async (app, [number], options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const facts = { election: found.election, listNumber: listNumberFrom(number), by: operator }
    const versions = await showLetters(app, facts)
    if (versions.length === 0) return refused('no-such-letter')
    const items = versions.map((letter) => ({
      letterId: letter.letter_id,
      version: letter.version,
      state: letter.state,
      section: letter.section,
      pdfSha256: letter.pdf_sha256.toString('hex'),
      typesetWhole: letter.typeset_whole,
    }))
    return done(
      { items },
      ...items.map(
        (item) => `version ${item.version}: ${item.state}, section ${item.section}, ${item.letterId}`,
      ),
    )
  })
}

function withdrawVerb(letters: Command): void {
  const description = {
    name: 'withdraw [LIST_NUMBER]',
    summary:
      'Take back the letter of a voter, or all that are out of date; compose then makes the next version',
    examples: [
      'letters withdraw 412 --reason "struck: deceased"',
      'letters withdraw --outdated --reason "official wording put in"',
      'letters withdraw --outdated --released --section 12 --reason "another room"',
    ],
    options: [
      ...which,
      ['--outdated', 'all that say something else than election, municipality and places say now'],
      ['--released', 'with --outdated: those that were released too, so that their voters get another'],
      ['--section N', 'with --outdated: of this section alone'],
    ] as const,
    required: [['--reason TEXT', 'why; kept in the audit log']] as const,
  }
  verb(letters, description, async (app, [number], options) => {
    if ((number === undefined) !== (options.outdated === true))
      throw new WrongUse('name one voter by LIST_NUMBER, or all that are out of date with --outdated')
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const facts = { election: found.election, reason: String(options.reason), by: operator }
    return number === undefined
      ? withdrawOutdated(app, facts, options)
      : withdrawOne(app, { ...facts, listNumber: listNumberFrom(number) })
  })
}

async function withdrawOutdated(
  app: App,
  facts: Parameters<typeof withdrawOutdatedLetters>[1],
  { section, released }: Options,
) {
  const one = section === undefined ? {} : { section: wholeNumber(section, '--section') }
  const withdrawn = await withdrawOutdatedLetters(app, { ...facts, ...one, alsoReleased: released === true })
  if (!withdrawn.ok) return withdrawn
  const left = withdrawn.sent > 0 ? `; ${withdrawn.sent} of them had left already` : ''
  return done(
    withdrawn,
    `Withdrawn: ${counted(withdrawn.letters, 'letter')}${left}. Next: npx kiesloket letters compose`,
  )
}

async function withdrawOne(app: App, facts: Parameters<typeof withdrawLetter>[1]) {
  const withdrawn = await withdrawLetter(app, facts)
  if (!withdrawn.ok) return withdrawn
  const text = withdrawn.sent ? 'Withdrawn; it had left already.' : 'Withdrawn before it left.'
  return done(withdrawn, `${text} A voter who stays on the list needs another: npx kiesloket letters compose`)
}

function listNumberFrom(text: string | undefined): number {
  return wholeNumber(text, 'LIST_NUMBER')
}
