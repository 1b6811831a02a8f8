import { sql } from 'kysely'
import { recordAudit } from '../platform/audit.ts'
import type { Database, Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { type NumberInText, refuseNumbers } from '../platform/free-text.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import { type Result, refused } from '../platform/result.ts'
import { findUnusualLookUp, type UnusualLookUp, unusualPage } from './unusual-overview.ts'

interface LookUpPage {
  readonly lookUps: readonly UnusualLookUp[]
  /** `before` of the next page. */
  readonly next?: number
}

/** One page of look-ups that stood out, newest first: those about which nobody asked yet, or all of them. */
export async function listUnusualLookUps(
  { database }: { database: Database },
  facts: { municipalityId: MunicipalityId; isOpen: boolean; before?: number | undefined; limit?: number },
): Promise<LookUpPage> {
  const { municipalityId, isOpen, before, limit = 50 } = facts
  const found = await database.inScope(staffOf(municipalityId), (db) =>
    unusualPage(db, municipalityId, { isOpen, before, limit: limit + 1 }),
  )
  const lookUps = found.slice(0, limit)
  return { lookUps, ...(found.length > limit && { next: lookUps.at(-1)!.eventId }) }
}

export type ExaminationRefusal =
  | 'no-such-look-up'
  | 'conclusion-missing'
  | 'own-look-up'
  | 'examined-already'
  | NumberInText

/**
 * Writes down what somebody found who asked about a look-up that stood out; from then on it waits no more. The log
 * keeps both. Nobody does it for a look-up of their own.
 */
export async function examineLookUp(
  { database }: { database: Database },
  facts: { municipalityId: MunicipalityId; eventId: number; conclusion: string; by: string },
): Promise<Result<object, ExaminationRefusal>> {
  const { municipalityId, eventId, by } = facts
  const conclusion = facts.conclusion.trim()
  if (conclusion === '') return refused('conclusion-missing')
  const inText = refuseNumbers(conclusion)
  if (inText) return inText
  return database.inScope(staffOf(municipalityId), async (db) => {
    await lockLookUp(db, municipalityId, eventId)
    const lookUp = await findUnusualLookUp(db, municipalityId, eventId)
    if (!lookUp) return refused('no-such-look-up')
    if (lookUp.actor === by) return refused('own-look-up')
    if (lookUp.examined) return refused('examined-already')
    const event = { municipalityId, actor: by, action: 'audit.look-up-examined' }
    const details = { event: eventId, rule: lookUp.rule, conclusion }
    await recordAudit(db, { ...event, details, ...(lookUp.subject && { subject: lookUp.subject }) })
    return { ok: true }
  })
}

/** Two people who examine the same one come one after the other; the log itself can't be locked by its row. */
async function lockLookUp(db: Db, municipalityId: MunicipalityId, eventId: number): Promise<void> {
  const name = `look-up ${municipalityId} ${eventId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db)
}
