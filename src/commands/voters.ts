import type { Command } from 'commander'
import { staffOf } from '../platform/db/scope.ts'
import { refused } from '../platform/result.ts'
import { acceptList, closeList, findImportReport, listsOf } from '../voters/index.ts'
import { changesSinceClose } from './changes-since-close.ts'
import { done, noun, verb } from './command.ts'
import { counted } from './counted.ts'
import { chosenElection, electionOption, municipalityOption, operator } from './find.ts'
import { findingsFileOf } from './findings-file.ts'
import { amendVerb } from './voters-amend.ts'
import { findVerb, openVerb } from './voters-find.ts'
import { importVerb, mendVerb } from './voters-import.ts'
import { addVerb, correctVerb, strikeVerb } from './voters-one-by-one.ts'
import { reportTexts, summaryOf } from './voters-report.ts'

const which = [municipalityOption, electionOption] as const

export function votersCommands(program: Command, summary: string): void {
  const voters = noun(program, 'voters', summary)
  importVerb(voters)
  mendVerb(voters)
  reportVerb(voters)
  acceptVerb(voters)
  closeVerb(voters)
  findVerb(voters)
  openVerb(voters)
  amendVerb(voters)
  strikeVerb(voters)
  addVerb(voters)
  correctVerb(voters)
}

function reportVerb(voters: Command): void {
  const description = {
    name: 'report',
    summary: 'Show the import report of the latest list: counts and what was noticed',
    examples: ['voters report', 'voters report --json'],
    options: which,
  }
  verb(voters, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const { municipalityId, electionId } = found.election
    const report = await app.database.inScope(staffOf(municipalityId), async (db) => {
      const [list] = await listsOf(db, municipalityId, electionId)
      return list && findImportReport(db, municipalityId, electionId, list.listId)
    })
    if (!report) return refused('no-list')
    const state = `${report.list.sourceName}: ${report.list.state}`
    const file = await findingsFileOf(app, found.election, report.list.listId)
    return done(
      { state: report.list.state, ...summaryOf(report.report, file) },
      state,
      ...reportTexts(report.report, file),
      ...(await changesSinceClose(app, found.election)),
    )
  })
}

function acceptVerb(voters: Command): void {
  const description = {
    name: 'accept',
    summary: 'Take the imported list into use, after reading its report',
    examples: ['voters accept'],
    options: which,
  }
  verb(voters, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const accepted = await acceptList(app, { election: found.election, by: operator })
    return accepted.ok
      ? done(accepted, `${counted(accepted.voters, 'voter')} accepted. Next: npx kiesloket voters close`)
      : accepted
  })
}

function closeVerb(voters: Command): void {
  const description = {
    name: 'close',
    summary: 'Close the accepted list and freeze it by its hash; from here on it changes by amendment only',
    examples: ['voters close'],
    options: which,
  }
  verb(voters, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const closed = await closeList(app, { election: found.election, by: operator })
    if (!closed.ok) return closed
    const sha256 = closed.sha256.toString('hex')
    const next = 'Next: npx kiesloket letters compose'
    return done(
      { voters: closed.voters, sha256 },
      `${counted(closed.voters, 'voter')}, frozen as ${sha256}.`,
      next,
    )
  })
}
