import { open } from 'node:fs/promises'
import type { Command } from 'commander'
import type { App } from '../app.ts'
import {
  callingLetters,
  convoke,
  correctCalls,
  keptBureaus,
  letterCounts,
  memberLetterKinds,
  type NotCalled,
  outdatedCalls,
  printMemberLetters,
  type SentLetterState,
  type WhichAssignments,
} from '../bureaus/index.ts'
import type { Election } from '../elections/index.ts'
import { staffOf } from '../platform/db/scope.ts'
import { type Result, refused } from '../platform/result.ts'
import { done, verb } from './command.ts'
import { counted } from './counted.ts'
import { chosenElection, electionOption, municipalityOption, operator } from './find.ts'
import { withProgress } from './progress.ts'
import { stopSignal } from './until-stopped.ts'

export function convokeVerb(bureaus: Command): void {
  const description = {
    name: 'convoke',
    summary:
      'Send the call to everybody who is designated and was never called; again, and it goes on where it was',
    examples: [
      'bureaus convoke --authority "de vrederechter van het kanton Zonnedorp"',
      'bureaus convoke --authority "de vrederechter van het kanton Zonnedorp" --bureau 12',
    ],
    options: [
      municipalityOption,
      electionOption,
      ['--bureau NUMBER', 'only who sits in this bureau'],
    ] as const,
    required: [['--authority TEXT', 'who designated, in Dutch, as the letter names it']] as const,
  }
  verb(bureaus, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const { election } = found
    const which = await whichBureau(app, election, options.bureau)
    if (!which.ok) return which
    const convoked = await withProgress('Sending calls', 0, (onProgress) => {
      const call = { election, which: which.which, authority: String(options.authority), by: operator }
      const portalUrl = app.config.PORTAL_URL
      return convoke({ ...app, portalUrl }, { ...call, signal: stopSignal(), onProgress })
    })
    if (!convoked.ok) return convoked
    if (convoked.isStopped) return refused('stopped', `${counted(convoked.called, 'call')} sent.`)
    return done(convoked, `${counted(convoked.called, 'call')} sent.`, ...notCalledLines(convoked.notCalled))
  })
}

export function correctCallsVerb(bureaus: Command): void {
  const description = {
    name: 'correct-calls',
    summary:
      'Send a corrected call to who has a letter with another room, place or hour than now; again, and nobody gets it twice',
    examples: ['bureaus correct-calls --preview', 'bureaus correct-calls'],
    options: [
      municipalityOption,
      electionOption,
      ['--preview', 'only count them, and what changed; nothing is sent'],
    ] as const,
  }
  verb(bureaus, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const { election } = found
    if (options.preview === true) {
      const { outdated } = await app.database.inScope(staffOf(election.municipalityId), (db) =>
        outdatedCalls(db, election, app.clock.now()),
      )
      const changed = Map.groupBy(outdated, ({ one, changes }) =>
        [one.number, ...changes.map(({ what, from, to }) => `${what}: ${from} -> ${to}`)].join('; '),
      )
      const lines = [...changed].map(
        ([what, all]) => `${counted(all.length, 'person', 'people')}, bureau ${what}.`,
      )
      const answer = { outdated: outdated.length, changed: lines }
      return done(answer, `${counted(outdated.length, 'call')} to correct.`, ...lines)
    }
    const corrected = await withProgress('Sending corrected calls', 0, (onProgress) =>
      correctCalls(
        { ...app, portalUrl: app.config.PORTAL_URL },
        { election, by: operator, signal: stopSignal(), onProgress },
      ),
    )
    const sent = `${counted(corrected.called, 'corrected call')} sent.`
    if (corrected.isStopped) return refused('stopped', sent)
    return done(corrected, sent, ...notCalledLines(corrected.notCalled))
  })
}

async function whichBureau(
  app: App,
  election: Election,
  number: string | boolean | undefined,
): Promise<Result<{ which: WhichAssignments | undefined }, 'no-such-bureau'>> {
  if (typeof number !== 'string') return { ok: true, which: undefined }
  const kept = await app.database.inScope(staffOf(election.municipalityId), (db) => keptBureaus(db, election))
  const bureau = kept.find((one) => one.number === number)
  return bureau ? { ok: true, which: { bureaus: [bureau.bureauId] } } : refused('no-such-bureau', number)
}

const missing: Readonly<Record<NotCalled['because'], string>> = {
  'no-address': 'no address is known of the person',
  'no-place': 'nobody said yet in which building the bureau sits',
  'no-hour': 'the rules have no hour at which this bureau meets',
  'no-words': 'the letters have no words for this seat',
  'no-decision': 'the day of the decision is not known',
  unprintable: 'a character of the name or address is in no font',
}

function notCalledLines(notCalled: readonly NotCalled[]): string[] {
  const groups = Map.groupBy(notCalled, ({ because }) => because)
  return [...groups].map(
    ([because, all]) => `${counted(all.length, 'person', 'people')} not called: ${missing[because]}.`,
  )
}

export function lettersVerb(bureaus: Command): void {
  const description = {
    name: 'letters',
    summary: 'Count the letters to members by what became of them; print those that reached no mailbox',
    examples: [
      'bureaus letters',
      'bureaus letters --print oproepen.pdf',
      'bureaus letters --print oproepen.pdf --again',
    ],
    options: [
      municipalityOption,
      electionOption,
      ['--print FILE', 'write those that reached no mailbox as one PDF for the printer'],
      ['--again', 'those that were printed before as well'],
    ] as const,
  }
  verb(bureaus, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    if (typeof options.print === 'string')
      return printTo(app, found.election, options.print, options.again === true)
    const { calls, all } = await app.database.inScope(staffOf(found.election.municipalityId), async (db) => ({
      calls: await letterCounts(db, found.election, callingLetters),
      all: await letterCounts(db, found.election, memberLetterKinds),
    }))
    return done({ calls, all }, `Calls: ${countsText(calls)}.`, `All letters: ${countsText(all)}.`)
  })
}

async function printTo(app: App, election: Election, path: string, again: boolean) {
  const file = await open(path, 'w').catch((error: NodeJS.ErrnoException) => error.code)
  if (typeof file !== 'object') return refused('not-writable', `${path}: ${file}`)
  try {
    const write = async (bytes: Uint8Array) => void (await file.writeFile(bytes))
    const printed = await printMemberLetters(app, { election, again, by: operator, write })
    if (!printed.ok) return printed
    return done(
      { ...printed, file: path },
      `${counted(printed.letters, 'letter')}, ${counted(printed.sheets, 'sheet')}, in ${path}.`,
    )
  } finally {
    await file.close()
  }
}

function countsText(counts: Readonly<Record<SentLetterState, number>>): string {
  return Object.entries(counts)
    .map(([state, count]) => `${count} ${state}`)
    .join(', ')
}
