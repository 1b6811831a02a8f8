import type { Command } from 'commander'
import { latestAuditEvents, sealAudit, verifyAudit } from '../platform/audit.ts'
import { staffOf } from '../platform/db/scope.ts'
import { refused } from '../platform/result.ts'
import { wholeNumber } from './arguments.ts'
import { done, noun, verb } from './command.ts'
import { counted } from './counted.ts'
import { chosenMunicipality, municipalityOption } from './find.ts'

const mostListed = 10_000

export function auditCommands(program: Command, summary: string): void {
  const audit = noun(program, 'audit', summary)
  listVerb(audit)
  verifyVerb(audit)
}

function listVerb(audit: Command): void {
  const description = {
    name: 'list',
    summary: 'Show what was done last, newest first: when, by whom, what',
    examples: ['audit list', 'audit list --last 200 --json'],
    options: [municipalityOption, ['--last N', 'how many events', '20']] as const,
  }
  verb(audit, description, async (app, _, options) => {
    const found = await chosenMunicipality(app, options)
    if (!found.ok) return found
    const { municipalityId } = found.municipality
    const last = wholeNumber(options.last, '--last', mostListed)
    const items = await app.database.inScope(staffOf(municipalityId), (db) =>
      latestAuditEvents(db, municipalityId, last),
    )
    const lines = items.map(({ happenedAt, actor, action, subject, details }) =>
      [happenedAt.toISOString(), action, actor, subject, JSON.stringify(details)].filter(Boolean).join('  '),
    )
    return done({ items }, ...lines)
  })
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
