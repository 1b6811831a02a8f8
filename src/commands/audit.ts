import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import {
  type AuditEntry,
  type AuditFilter,
  exportAuditEvents,
  listAuditEvents,
  showPersonEvents,
  watchLookUps,
} from '../oversight/index.ts'
import { sealAudit, verifyAudit } from '../platform/audit.ts'
import { isDay, startOfDay } from '../platform/dates.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { VoterId } from '../platform/ids.ts'
import { refused } from '../platform/result.ts'
import { idFrom, WrongUse, wholeNumber } from './arguments.ts'
import { done, noun, type Options, verb } from './command.ts'
import { counted } from './counted.ts'
import { chosenElection, chosenMunicipality, electionOption, municipalityOption, operator } from './find.ts'

const mostListed = 10_000

const filterOptions = [
  municipalityOption,
  ['--by ACTOR', 'done by this staff id, command or job'],
  ['--action NAME', 'an action such as voters.opened, or all of a kind: voters'],
  ['--from DAY', 'from this day on'],
  ['--until DAY', 'before this day'],
  ['--subject ID', 'done to this voter, letter or election'],
] as const

export function auditCommands(program: Command, summary: string): void {
  const audit = noun(program, 'audit', summary)
  listVerb(audit)
  exportVerb(audit)
  personVerb(audit)
  unusualVerb(audit)
  verifyVerb(audit)
}

function listVerb(audit: Command): void {
  const description = {
    name: 'list',
    summary: 'Show what was done, newest first: when, by whom, what; with filters',
    examples: [
      'audit list',
      'audit list --last 200 --json',
      'audit list --action voters --from 2029-05-01 --until 2029-06-01',
    ],
    options: [...filterOptions, ['--last N', 'how many events', '20']] as const,
  }
  verb(audit, description, async (app, _, options) => {
    const found = await chosenMunicipality(app, options)
    if (!found.ok) return found
    const { municipalityId } = found.municipality
    const limit = wholeNumber(options.last, '--last', mostListed)
    const facts = { municipalityId, filter: filterFrom(options), limit }
    const { entries } = await listAuditEvents(app, facts)
    return done({ items: entries }, ...entries.map(lineOf))
  })
}

function exportVerb(audit: Command): void {
  const description = {
    name: 'export',
    summary: 'Write the events as CSV for a spreadsheet, each with a sentence in Dutch',
    examples: ['audit export --out audit.csv', 'audit export --action letters --out audit.csv'],
    options: filterOptions,
    required: [['--out FILE', 'where it is written']] as const,
  }
  verb(audit, description, async (app, _, options) => {
    const found = await chosenMunicipality(app, options)
    if (!found.ok) return found
    const { municipalityId } = found.municipality
    const file = String(options.out)
    const events = exportAuditEvents(app, { municipalityId, filter: filterFrom(options), by: operator })
    await pipeline(events, createWriteStream(file))
    return done({ file }, `${file} is written.`)
  })
}

function personVerb(audit: Command): void {
  const description = {
    name: 'person VOTER_ID',
    summary: 'Show everything that was done about one voter: who, when, what, why',
    examples: ['audit person 5b0c4f0e-… --reason "the person asks for it"'],
    options: [municipalityOption, electionOption],
    required: [['--reason TEXT', 'why it is shown; kept in the audit log']] as const,
  }
  verb(audit, description, async (app, [id], options) => {
    const voterId = idFrom<VoterId>(id, 'VOTER_ID')
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const facts = { election: found.election, voterId, by: operator, reason: String(options.reason) }
    const shown = await showPersonEvents(app, facts)
    return shown.ok ? done({ items: shown.entries }, ...shown.entries.map(lineOf)) : shown
  })
}

function unusualVerb(audit: Command): void {
  const description = {
    name: 'unusual',
    summary: 'Look for look-ups that are out of the ordinary, and show those that were found',
    examples: ['audit unusual', 'audit unusual --last 100'],
    options: [municipalityOption, ['--last N', 'how many are shown', '20']] as const,
  }
  verb(audit, description, async (app, _, options) => {
    const found = await chosenMunicipality(app, options)
    if (!found.ok) return found
    const { municipalityId } = found.municipality
    const added = await watchLookUps(app, { municipalityId })
    const limit = wholeNumber(options.last, '--last', mostListed)
    const facts = { municipalityId, filter: { action: 'audit.unusual-look-up' }, limit }
    const { entries } = await listAuditEvents(app, facts)
    return done(
      { items: entries, added },
      `${counted(added, 'unusual look-up')} found just now.`,
      ...entries.map(lineOf),
    )
  })
}

function lineOf({ happenedAt, action, actor, person, subject, details }: AuditEntry): string {
  const who = person ? `${person.name} (${person.rights.join(', ')})` : actor
  return [happenedAt.toISOString(), action, who, subject, JSON.stringify(details)].filter(Boolean).join('  ')
}

function filterFrom(options: Options): AuditFilter {
  const text = (name: string) => (typeof options[name] === 'string' ? options[name] : undefined)
  const day = (name: string) => {
    const value = text(name)
    if (value === undefined) return undefined
    if (!isDay(value)) throw new WrongUse(`--${name} is a day, such as 2029-05-01`)
    return startOfDay(value)
  }
  const subject = text('subject')
  return {
    ...{ actor: text('by'), action: text('action'), from: day('from'), until: day('until') },
    subjects: subject === undefined ? undefined : [subject],
  }
}

function verifyVerb(audit: Command): void {
  const check = {
    name: 'verify',
    summary: 'Seal what is new and recompute every seal: has an event been changed or removed?',
    examples: ['audit verify -m zonnedorp'],
    options: [municipalityOption],
  }
  verb(audit, check, async (app, _, options) => {
    const found = await chosenMunicipality(app, options)
    if (!found.ok) return found
    const { municipalityId } = found.municipality
    const scope = staffOf(municipalityId)
    const sealed = await app.database.inScope(scope, (db) => sealAudit(db, municipalityId))
    const { seals, broken } = await app.database.inScope(scope, (db) => verifyAudit(db, municipalityId))
    if (broken) return refused('audit-broken', `Seal ${broken} of ${seals} does not fit its events any more.`)
    return done(
      { seals, sealed },
      `${counted(seals, 'seal')} checked, the events are those that were sealed; ${counted(sealed, 'event')} sealed just now.`,
    )
  })
}
