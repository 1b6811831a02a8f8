import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { App } from '../app.ts'
import type { Election } from '../elections/index.ts'
import {
  type FollowUp,
  followUpReturned,
  followUps,
  type NextStep,
  nextStep,
  type Return,
  type ReturnReason,
  readReturns,
  registerReturned,
  returnedLetters,
  returnReasons,
} from '../letters/index.ts'
import { isDay } from '../platform/dates.ts'
import { staffOf } from '../platform/db/scope.ts'
import { refused } from '../platform/result.ts'
import { WrongUse, wholeNumber } from './arguments.ts'
import { done, type Options, verb } from './command.ts'
import { counted } from './counted.ts'
import { chosenElection, electionOption, municipalityOption, operator } from './find.ts'

export function returnedVerb(letters: Command): void {
  const description = {
    name: 'returned [NUMBER]',
    summary: 'Register letters on paper that the post brought back, follow them up, list them',
    examples: [
      'letters returned 123 --reason moved',
      'letters returned --file scans.csv --reason unknown --on 2029-06-01',
      'letters returned 123 --follow-up address-corrected',
      'letters returned --list',
    ],
    options: [
      municipalityOption,
      electionOption,
      ['--reason REASON', returnReasons.join(', ')],
      [
        '--file FILE',
        'a line for each letter: the number on the list or the text of its QR code; then ; and a reason',
      ],
      ['--on DATE', 'day on which they came back; today when left out'],
      ['--follow-up WHAT', `what was done about it: ${followUps.join(', ')}`],
      ['--list', 'what came back, with the next step for each'],
    ] as const,
  }
  verb(letters, description, async (app, [number], options) => {
    const listNumber = number === undefined ? undefined : wholeNumber(number, 'NUMBER')
    const reason = oneOf<ReturnReason>(options.reason, returnReasons, '--reason')
    const followUp = oneOf<FollowUp>(options.followUp, followUps, '--follow-up')
    if (typeof options.on === 'string' && !isDay(options.on))
      throw new WrongUse('--on is a day, such as 2029-06-01')
    const asked = [options.list, options.file, number].filter((one) => one !== undefined && one !== false)
    if (asked.length !== 1) throw new WrongUse('give one of NUMBER, --file and --list')
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const { election } = found
    if (options.list) return listReturned(app, election)
    if (listNumber !== undefined && followUp) {
      const noted = await followUpReturned(app, { election, listNumber, followUp, by: operator })
      return noted.ok ? done({ listNumber, followUp }, `Number ${listNumber}: ${followUp}.`) : noted
    }
    if (listNumber === undefined) return fromFile(app, election, reason, options)
    if (!reason) throw new WrongUse(`--reason is one of ${returnReasons.join(', ')}`)
    return register(app, election, [{ letter: { listNumber }, reason }], [], options)
  })
}

async function fromFile(app: App, election: Election, usual: ReturnReason | undefined, options: Options) {
  const text = await readFile(String(options.file), 'utf8').catch(() => undefined)
  if (text === undefined) return refused('no-such-file', String(options.file))
  const { returns, unread } = readReturns(text, { usual, keySet: app.keySet })
  return register(app, election, returns, unread, options)
}

async function register(
  app: App,
  election: Election,
  returns: readonly Return[],
  unread: readonly { line: number; because: string }[],
  { on }: Options,
) {
  const day = typeof on === 'string' ? { on } : {}
  const answer = await registerReturned(app, { election, returns, by: operator, ...day })
  if (!answer.ok) return answer
  const { registered, not } = answer
  const problems = [...unread, ...not].sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  const lines = problems.map(problemLine)
  const said = `${counted(registered, 'letter')} registered as returned.`
  if (registered === 0 && problems.length > 0)
    return { ...refused('nothing-registered', lines.join('\n')), not: problems }
  return done({ registered, not: problems }, said, ...lines)
}

const problemTexts: Readonly<Record<string, string>> = {
  'not-a-letter': 'neither a number on the list nor a QR code of this installation',
  'no-such-reason': `not a reason; those are ${returnReasons.join(', ')}`,
  'reason-missing': 'no reason, and none was given with --reason',
  'no-such-letter': 'no voter with that number has a letter, or the letter is of another election',
  'never-printed': 'this letter was never in a print file, so the post cannot have had it',
  'registered-before': 'registered before',
  'twice-in-file': 'stands twice in this file; registered once',
}

function problemLine(problem: { line?: number; because: string; listNumber?: number; on?: string }): string {
  const { line, because, listNumber, on } = problem
  const place = [line && `line ${line}`, listNumber && `number ${listNumber}`].filter(Boolean).join(', ')
  return `  ${place}: ${problemTexts[because] ?? because}${on ? `, on ${on}` : ''}`
}

const nextTexts: Readonly<Record<NextStep, string>> = {
  done: 'done',
  replaced: 'another letter was released since: print it',
  'taken-back':
    'the letter was taken back: nothing to do for who was struck; for who is on the list compose, release, print',
  'ask-register': 'ask the population register; `voters strike` once it confirms',
  'ask-address': 'ask the population register for the address; `voters correct`, compose, release, print',
  'correct-address': 'complete the address: `voters correct`, compose, release, print',
  'keep-at-desk': 'keep it at the desk for duplicates',
}

async function listReturned(app: App, election: Election) {
  const all = await app.database.inScope(staffOf(election.municipalityId), (db) =>
    returnedLetters(db, election),
  )
  const items = all.map((letter) => ({ ...letter, next: nextStep(letter) }))
  const open = items.filter(({ next }) => next !== 'done').length
  const lines = items.map(
    ({ listNumber, section, returnedOn, reason, digital, followUp, next }) =>
      `  ${String(listNumber).padStart(7)}  section ${section}  ${returnedOn}  ${reason}${digital ? ` (e-Box: ${digital})` : ''}  → ${followUp ?? nextTexts[next]}`,
  )
  return done(
    { items, open },
    `${counted(items.length, 'letter')} came back, ${open} to follow up.`,
    ...lines,
  )
}

function oneOf<Word extends string>(
  given: Options[string],
  words: readonly Word[],
  name: string,
): Word | undefined {
  if (given === undefined) return undefined
  const found = words.find((word) => word === given)
  if (!found) throw new WrongUse(`${name} is one of ${words.join(', ')}`)
  return found
}
