import type { Command } from 'commander'
import type { App } from '../app.ts'
import type { Election } from '../elections/index.ts'
import {
  type SampleDifference,
  type TakenSample,
  takeSample,
  writeProof,
  wrongChecks,
} from '../letters/index.ts'
import { checkLines } from './check-lines.ts'
import { done, verb } from './command.ts'
import { counted } from './counted.ts'
import { chosenElection, electionOption, municipalityOption, operator } from './find.ts'
import { withProgress } from './progress.ts'
import { stopSignal } from './until-stopped.ts'

export function sampleVerb(letters: Command): void {
  const description = {
    name: 'sample',
    summary: 'Check the letters, write a covering sample, and fix by hash what a release would release',
    examples: ['letters sample --out sample/', 'letters sample --json'],
    options: [
      municipalityOption,
      electionOption,
      ['--out FOLDER', 'where the PDF files are written', 'sample'],
    ] as const,
  }
  verb(letters, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const taken = await sampleWithProgress(app, found.election, operator)
    if (!taken.ok) return taken
    const folder = String(options.out)
    const proof = await proofWithProgress(app, found.election, taken, folder)
    if (!proof.ok) return proof
    const { difference } = proof
    const written = { file: proof.file, letters: proof.letters }
    const { coverage, checks, letters } = taken.contents
    const hash = taken.sampleSha256.toString('hex')
    const data = {
      sample: hash,
      folder,
      ...written,
      letterCount: letters.length,
      coverage,
      checks,
      difference,
    }
    const isRight = wrongChecks(checks).length === 0
    return done(
      data,
      `${letters.length} of ${counted(coverage.composed, 'letter')} in ${written.file}, and one by one in ${written.letters}: look at them.`,
      'What was checked:',
      ...checkLines(checks),
      ...differenceLines(difference),
      `Sample ${hash}`,
      isRight
        ? 'Next: npx kiesloket letters release --request, then a second person: npx kiesloket letters release --confirm HASH'
        : 'Mend what has ✗ first: no release can be asked for this sample.',
    )
  })
}

export function sampleWithProgress(app: App, election: Election, by: string) {
  return withProgress('Checking the letters', 0, (onProgress) =>
    takeSample({ ...app, onProgress }, { election, by, signal: stopSignal() }),
  )
}

export function proofWithProgress(app: App, election: Election, sample: TakenSample, folder: string) {
  return withProgress('Writing the sample', 0, (onProgress) =>
    writeProof({ ...app, onProgress }, { election, sample, folder, signal: stopSignal() }),
  )
}

const mostShown = 12
const mostText = 60

function differenceLines(difference: SampleDifference | undefined): string[] {
  if (!difference) return ['There is no earlier sample of this election to compare with.']
  const { texts, counts, unchanged, added, wasReleased } = difference
  const shown = texts.slice(0, mostShown).map(({ part, before, after, sections }) => {
    const where =
      sections.length > mostShown ? `${sections.length} sections` : `section ${sections.join(', ')}`
    return `  ${where}: ${part} “${short(before)}” → “${short(after)}”`
  })
  return [
    `Compared with the sample ${wasReleased ? 'that was released last' : 'before'}:`,
    `  ${counted(unchanged, 'section')}: nothing changed in the texts`,
    ...shown,
    ...(texts.length > shown.length ? [`  and ${texts.length - shown.length} more texts`] : []),
    ...(added.length > 0
      ? [`  ${counted(added.length, 'section')} not in it: ${added.slice(0, mostShown).join(', ')}`]
      : []),
    ...(counts.length > 0
      ? [`  other numbers of letters in ${counted(counts.length, 'kind')} (section, category, language)`]
      : []),
  ]
}

function short(text: string): string {
  return text.length > mostText ? `${text.slice(0, mostText)}…` : text
}
