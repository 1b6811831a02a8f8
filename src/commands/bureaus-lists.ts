import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Command } from 'commander'
import type { App } from '../app.ts'
import {
  adoptList,
  droppedOutOfListB,
  importCandidates,
  importListA,
  lastDayToSendLists,
  listedPeople,
  loadBureauRules,
  type MemberList,
  memberLists,
  reopenList,
  sendList,
} from '../bureaus/index.ts'
import type { Election } from '../elections/index.ts'
import { dayInBelgium } from '../platform/dates.ts'
import { staffOf } from '../platform/db/scope.ts'
import { refused } from '../platform/result.ts'
import { WrongUse } from './arguments.ts'
import { kindOf } from './bureaus-list-export.ts'
import { done, type Options, verb } from './command.ts'
import { counted } from './counted.ts'
import { chosenElection, electionOption, municipalityOption, operator } from './find.ts'
import { isUnreadable, unreadable } from './unreadable-file.ts'

const which = [municipalityOption, electionOption] as const
const sheetOption = ['--sheet NAME', 'of a workbook; absent: the one sheet that has the columns'] as const

export function listAVerb(bureaus: Command): void {
  const description = {
    name: 'list-a FILE',
    summary:
      'Read a file of people of list A, CSV or workbook (xlsx); it says all that its sources have to say',
    examples: ['bureaus list-a teachers.csv', 'bureaus list-a teachers.xlsx --sheet Personeel'],
    options: [...which, sheetOption],
  }
  verb(bureaus, description, async (app, [file], options) => {
    const opened = await openFor(app, file!, options)
    if (!opened.ok) return opened
    const imported = await importListA(app, { ...opened, sheet: sheetOf(options), by: operator })
    if (!imported.ok) return isUnreadable(imported) ? unreadable(imported) : imported
    const { ok: _, ...change } = imported
    const { rows, people, namedMoreThanOnce, added, changed, unchanged, gone } = change
    return done(
      change,
      `${counted(rows, 'row')}, ${people} people, of whom ${namedMoreThanOnce} named more than once.`,
      `${added} new, ${changed} changed, ${gone} gone, ${unchanged} as they were.`,
    )
  })
}

export function candidatesVerb(bureaus: Command): void {
  const description = {
    name: 'candidates FILE',
    summary: 'Read who stands for election, one column national_number; in the place of who was known before',
    examples: ['bureaus candidates candidates.csv', 'bureaus candidates candidates.xlsx'],
    options: [...which, sheetOption],
  }
  verb(bureaus, description, async (app, [file], options) => {
    const opened = await openFor(app, file!, options)
    if (!opened.ok) return opened
    const imported = await importCandidates(app, { ...opened, sheet: sheetOf(options), by: operator })
    if (!imported.ok) return isUnreadable(imported) ? unreadable(imported) : imported
    const { candidates } = imported
    return done({ candidates }, `${counted(candidates, 'candidate')}; none of them is called.`)
  })
}

export function listsVerb(bureaus: Command): void {
  const description = {
    name: 'lists',
    summary: 'How lists A and B stand, and how many of list A cannot be called, and why',
    examples: ['bureaus lists'],
    options: which,
  }
  verb(bureaus, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const { election } = found
    return app.database.inScope(staffOf(election.municipalityId), async (db) => {
      const people = await listedPeople(db, election, loadBureauRules(election.ruleset))
      const reasons = people.flatMap(({ whyNot }) => whyNot)
      const whyNot = Object.fromEntries(
        [...Map.groupBy(reasons, (code) => code)].map(([code, all]) => [code, all.length]),
      )
      const dropped = await droppedOutOfListB(db, election)
      const why = Map.groupBy(dropped, (one) => one.why)
      const newest = [
        (await memberLists(db, election, 'A'))[0],
        (await memberLists(db, election, 'B'))[0],
      ].filter((list) => list !== undefined)
      return done(
        {
          ...{ people: people.length, whyNot, lists: newest },
          dropped: Object.fromEntries([...why].map(([code, those]) => [code, those.length])),
          sendBy: lastDayToSendLists(loadBureauRules(election.ruleset), election),
        },
        `List A: ${people.length} people.`,
        ...Object.entries(whyNot).map(([code, count]) => `  ${count} cannot be called: ${code}`),
        ...[...why].map(([code, those]) => `List B: ${those.length} of who was drawn dropped out: ${code}`),
        ...newest.map(listLine),
        `Both are with who designates by ${lastDayToSendLists(loadBureauRules(election.ruleset), election)}.`,
      )
    })
  })
}

function listLine({ kind, version, state, decision, sentTo, sentOn }: MemberList): string {
  const decided = decision ? `, ${decision}` : ''
  return `List ${kind}, version ${version}: ${state}${decided}${sentTo ? `, to ${sentTo} on ${sentOn}` : ''}`
}

export function decideVerbs(bureaus: Command): void {
  const onDay = ['--on DAY', 'yyyy-mm-dd; absent: today'] as const
  const adopt = {
    name: 'adopt-list KIND',
    summary: 'Record that the college adopted list A or B as it is now; from then on it is fixed',
    examples: ['bureaus adopt-list A --decision "CBS 2030/114" --on 2030-08-19'],
    options: [...which, onDay],
    required: [['--decision REFERENCE', 'reference of the decision']] as const,
  }
  verb(bureaus, adopt, async (app, [kind], options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const decision = { decision: String(options.decision), decidedOn: dayOf(app, options), by: operator }
    const adopted = await adoptList(app, { election: found.election, kind: kindOf(kind!), ...decision })
    if (!adopted.ok) return adopted
    const { people, sha256, dropped } = adopted
    return done(
      { people, sha256, dropped },
      `Adopted with ${people} people, ${sha256}.`,
      ...(dropped > 0
        ? [
            `${dropped} who were drawn dropped out since, and were passed over: \`npx kiesloket bureaus lists\` said why.`,
          ]
        : []),
      `Next: npx kiesloket bureaus list-export ${kind} list-${kind!.toLowerCase()}.csv`,
    )
  })
  const send = {
    name: 'send-list KIND',
    summary: 'Record to whom an adopted list went, and when',
    examples: [
      'bureaus send-list A --authority 1999000744',
      'bureaus send-list A --to "Vrederechter" --on 2030-08-20',
    ],
    options: [
      ...which,
      onDay,
      ['--to WHOM', 'the magistrate or bureau that got it another way'],
      ['--authority NUMBER', 'enterprise number of a court or main bureau that was granted, to read it here'],
    ] as const,
  }
  verb(bureaus, send, async (app, [kind], options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const sending = {
      sentTo: typeof options.to === 'string' ? options.to : '',
      sentToNumber: typeof options.authority === 'string' ? options.authority : undefined,
      sentOn: dayOf(app, options),
    }
    const asked = { election: found.election, kind: kindOf(kind!), ...sending, by: operator }
    const sent = await sendList(app, asked)
    return sent.ok ? done(sending, 'Recorded.') : sent
  })
  const reopen = {
    name: 'reopen-list KIND',
    summary: 'Open an adopted list again as a new version, which the college adopts anew',
    examples: ['bureaus reopen-list A --reason "a school came late"'],
    options: which,
    required: [['--reason REASON', 'why it changes after all']] as const,
  }
  verb(bureaus, reopen, async (app, [kind], options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const why = { reason: String(options.reason), by: operator }
    const reopened = await reopenList(app, { election: found.election, kind: kindOf(kind!), ...why })
    return reopened.ok ? done({}, `List ${kind} is open again.`) : reopened
  })
}

async function openFor(app: App, file: string, options: Options) {
  const found = await chosenElection(app, options)
  if (!found.ok) return found
  const known = await stat(file).catch(() => undefined)
  if (!known?.isFile()) return refused('no-such-file', file)
  return { ok: true as const, election: found.election as Election, stream: createReadStream(file) }
}

function sheetOf({ sheet }: Options): string | undefined {
  return typeof sheet === 'string' ? sheet : undefined
}

function dayOf(app: App, { on }: Options): string {
  const day = typeof on === 'string' ? on : dayInBelgium(app.clock.now())
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)))
    throw new WrongUse(`${day} is no day: write it as 2030-08-19`)
  return day
}
