import { sql } from 'kysely'
import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import type { Db } from '../../platform/db/database.ts'
import { type NumberInText, refuseNumbers } from '../../platform/free-text.ts'
import type { BureauId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import {
  type AssignmentDeps,
  inElection,
  type Refusal,
  type StepContext,
  takenMeanwhile,
} from '../assignments/step-assignment.ts'
import { appointVoter } from './appoint-voter.ts'
import { noteAway, noteDismissed, notePresent } from './attend.ts'
import { callUpHere } from './call-up-here.ts'
import type { DayDeed, DeedAuthor, DeedRefusal, NotedDeed } from './day-deed.ts'
import { findDeed, insertDeed, insertIncident, markRefused } from './day-store.ts'
import { noteCorrection } from './note-correction.ts'
import { noteLeaving } from './note-leaving.ts'
import { reachCheckpoint } from './reach-checkpoint.ts'
import { swear } from './swear.ts'

export interface DeedToNote extends DeedAuthor {
  readonly election: Election
  readonly bureauId: BureauId
  readonly deed: DayDeed
}

/** What a deed has to work with. `at`: when it was done. */
export interface DeedWork<Deed extends DayDeed = DayDeed> extends DeedAuthor {
  readonly db: Db
  readonly context: StepContext
  readonly bureauId: BureauId
  readonly deed: Deed
  readonly at: Date
}

export type Done = Result<object, DeedRefusal>

/** A clock that runs this much ahead is no reason to send somebody away. */
const clockToleranceMs = 5 * 60_000

/**
 * Writes down what was done in a bureau on its day, once: the same deed again gets the same answer. What is refused is kept with why,
 * for who did it may have no network then and has to find it later; nothing of it is half done.
 */
export function noteDeed(
  deps: AssignmentDeps,
  { election, bureauId, deed, ...author }: DeedToNote,
): Promise<Result<{ noted: NotedDeed }, NumberInText | Refusal | 'not-of-this-bureau'>> {
  const inText = refuseNumbers(
    'note' in deed ? deed.note : undefined,
    'reason' in deed ? deed.reason : undefined,
  )
  if (inText) return Promise.resolve(inText)
  return inElection<{ noted: NotedDeed }, Refusal | 'not-of-this-bureau'>(
    deps,
    { election },
    async (db, context) => {
      const { now } = context
      const typedAt = new Date(deed.at)
      const isAhead = typedAt > now && typedAt.getTime() - now.getTime() <= clockToleranceMs
      const at = isAhead ? now : typedAt
      const kept = { deed, bureauId, happenedAt: at, notedAt: now, ...author }
      const { accessId, phonedBy } = author
      if (await insertDeed(db, election, kept)) {
        const done = await whole(db, () =>
          doDeed({ db, context: { ...context, now: at }, bureauId, deed, at, ...author }, now),
        )
        if (!done.ok) await markRefused(db, election, deed.id, done.because)
        const { municipalityId } = election
        const outcome = done.ok ? 'done' : done.because
        await recordAudit(db, {
          ...{ municipalityId, actor: author.by, action: 'bureaus.day-noted', subject: bureauId },
          details: {
            kind: deed.kind,
            outcome,
            ...(accessId && { access: accessId }),
            ...(phonedBy && { phonedBy }),
          },
        })
      }
      const noted = await findDeed(db, election, { bureauId, deedId: deed.id })
      return noted ? { ok: true, noted } : refused('not-of-this-bureau')
    },
  )
}

/** All of it or nothing, within a transaction that goes on. */
async function whole(db: Db, work: () => Promise<Done>): Promise<Done> {
  await sql`savepoint deed`.execute(db)
  const done = await work().catch((error: unknown) => {
    const taken = takenMeanwhile(error)
    if (!taken) throw error
    return taken
  })
  await (done.ok ? sql`release savepoint deed` : sql`rollback to savepoint deed`).execute(db)
  return done
}

async function doDeed(work: DeedWork, now: Date): Promise<Done> {
  const { deed, at, context, db, bureauId, by } = work
  const { pollingDay } = context.election
  if (at > now) return refused('in-the-future')
  // A count goes on after midnight; who was there, and when, is of the day itself.
  if (dayInBelgium(at) < pollingDay) return refused('not-on-polling-day')
  switch (deed.kind) {
    case 'check-in':
      return notePresent({ ...work, deed })
    case 'note-absent':
      return noteAway({ ...work, deed })
    case 'correct':
      // The hour is that of the arrival; the correction is of the moment it is made.
      return noteCorrection({ ...work, deed, context: { ...context, now } })
    case 'dismiss':
      return noteDismissed({ ...work, deed })
    case 'leave':
      return noteLeaving({ ...work, deed })
    case 'swear':
      return swear({ ...work, deed })
    case 'call-up':
      return callUpHere({ ...work, deed })
    case 'appoint':
      return appointVoter({ ...work, deed })
    case 'checkpoint':
      return reachCheckpoint({ ...work, deed })
    case 'incident': {
      const { id: deedId, incident: kind, note } = deed
      await insertIncident(db, context.election, { deedId, bureauId, kind, note, happenedAt: at, by })
      return { ok: true }
    }
  }
}
