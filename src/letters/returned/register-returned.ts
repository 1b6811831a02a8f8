import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { LetterId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { FollowUp, ReturnReason } from './returned-letter.ts'
import { insertReturned, lettersThatReturn, type PrintedLetter, writeFollowUp } from './returned-store.ts'

interface Deps {
  readonly database: Database
  readonly clock: Clock
}

/** A letter that came back, as somebody read it off: its number on the list, or the letter that its QR code names. */
export interface Return {
  /** Line of the file, for whoever has to look it up again. */
  readonly line?: number
  readonly letter: { readonly listNumber: number } | { readonly letterId: LetterId }
  readonly reason: ReturnReason
}

export interface NotRegistered {
  readonly line?: number
  readonly because: 'no-such-letter' | 'never-printed' | 'registered-before' | 'twice-in-file'
  readonly listNumber?: number
  /** Day on which it was registered before. */
  readonly on?: string
}

export interface Registered {
  readonly registered: number
  /** What was not, one by one: the rest was registered all the same. */
  readonly not: readonly NotRegistered[]
}

/**
 * Registers letters on paper that the post brought back. What cannot be is answered line by line and holds nothing up:
 * a file that is read again registers only what is new. A day that is still to come is refused.
 */
export async function registerReturned(
  { database, clock }: Deps,
  { election, returns, on, by }: { election: Election; returns: readonly Return[]; on?: string; by: string },
): Promise<Result<Registered, 'in-the-future'>> {
  const { municipalityId, electionId } = election
  const at = clock.now()
  const today = dayInBelgium(at)
  if (on && on > today) return refused('in-the-future', `today is ${today}`)
  return database.inScope(staffOf(municipalityId), async (db) => {
    const listNumbers = returns.flatMap(({ letter }) => ('listNumber' in letter ? letter.listNumber : []))
    const letterIds = returns.flatMap(({ letter }) => ('letterId' in letter ? letter.letterId : []))
    const found = await lettersThatReturn(db, election, { listNumbers, letterIds })
    const judged = judge(returns, found)
    const day = on ?? today
    const taken = judged.flatMap(({ taken }) => taken ?? []).map((one) => ({ ...one, on: day }))
    if (taken.length > 0) await insertReturned(db, election, taken, { at, by })
    const reasons = Object.groupBy(taken, ({ reason }) => reason)
    const counts = Object.fromEntries(Object.entries(reasons).map(([reason, all]) => [reason, all.length]))
    const event = { municipalityId, actor: by, action: 'letters.returned', subject: electionId }
    if (taken.length > 0) await recordAudit(db, { ...event, details: { on: day, ...counts } })
    return { ok: true, registered: taken.length, not: judged.flatMap(({ not }) => not ?? []) }
  })
}

interface Judged {
  readonly taken?: { readonly letterId: LetterId; readonly reason: ReturnReason }
  readonly not?: NotRegistered
}

function judge(returns: readonly Return[], found: readonly PrintedLetter[]): Judged[] {
  const byNumber = new Map(found.map((letter) => [letter.listNumber, letter]))
  const byId = new Map(found.map((letter) => [letter.letterId, letter]))
  const seen = new Set<LetterId>()
  return returns.map(({ line, letter, reason }) => {
    const known = 'listNumber' in letter ? byNumber.get(letter.listNumber) : byId.get(letter.letterId)
    const place = { ...(line !== undefined && { line }), ...('listNumber' in letter && letter) }
    if (!known) return { not: { ...place, because: 'no-such-letter' } }
    const which = { ...place, listNumber: known.listNumber }
    if (!known.isPrinted) return { not: { ...which, because: 'never-printed' } }
    if (known.returnedOn) return { not: { ...which, because: 'registered-before', on: known.returnedOn } }
    if (seen.has(known.letterId)) return { not: { ...which, because: 'twice-in-file' } }
    seen.add(known.letterId)
    return { taken: { letterId: known.letterId, reason } }
  })
}

/** Writes down what was done about a letter that came back. */
export async function followUpReturned(
  { database, clock }: Deps,
  {
    election,
    listNumber,
    followUp,
    by,
  }: { election: Election; listNumber: number; followUp: FollowUp; by: string },
): Promise<Result<object, 'not-returned'>> {
  const { municipalityId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const [letter] = await lettersThatReturn(db, election, { listNumbers: [listNumber], letterIds: [] })
    if (!letter?.returnedOn) return refused('not-returned', String(listNumber))
    const { letterId } = letter
    await writeFollowUp(db, election, { letterId, followUp, at: clock.now(), by })
    const event = { municipalityId, actor: by, action: 'letters.return-followed-up', subject: letterId }
    await recordAudit(db, { ...event, details: { followUp } })
    return { ok: true }
  })
}
