import type { Command } from 'commander'
import { sealAudit, verifyAudit } from '../platform/audit.ts'
import { staffOf } from '../platform/db/scope.ts'
import { refused } from '../platform/result.ts'
import { done, noun, verb } from './command.ts'
import { chosenMunicipality, municipalityOption } from './find.ts'

export function auditCommands(program: Command): void {
  const audit = noun(program, 'audit', 'The audit log, sealed in a chain')

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
    if (broken) return refused('not-genuine', `Seal ${broken} of ${seals} does not fit its events any more.`)
    return done({ seals, sealed }, `${seals} seals fit their events; ${sealed} events were sealed just now.`)
  })
}
