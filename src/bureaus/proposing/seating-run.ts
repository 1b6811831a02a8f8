import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { newId, type SeatingRunId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import type { SoftWishes } from '../assigning/seating.ts'
import { kindForRules } from '../kind-for-rules.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import { candidatesOfLists } from './candidates-of-lists.ts'
import { changeSeatingRun, insertSeatingRun, lastSeatingRun, seatingRuns } from './seating-run-store.ts'

interface Deps {
  readonly database: Database
  readonly clock: Clock
}

export type SeatingRefusal = 'no-free-seat' | 'nobody-on-the-lists' | 'already-asked'

export interface SeatingAsked {
  readonly election: Election
  readonly wishes: SoftWishes
  /** Whoever has a place in the last division keeps it where that can be. */
  readonly keepRest: boolean
  readonly by: string
}

/** Somebody asks who could sit where. A worker computes it; nobody is proposed by that. */
export async function askSeating(
  { database, clock, vault }: Deps & { readonly vault: Pick<Vault, 'open'> },
  { election, wishes, keepRest, by }: SeatingAsked,
): Promise<Result<{ runId: SeatingRunId }, SeatingRefusal>> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const bureaus = (await keptBureaus(db, election)).filter(kindForRules)
    if (!bureaus.some(({ seats }) => seats.some(({ isTaken, optional }) => !isTaken && !optional)))
      return refused('no-free-seat')
    const { listA, listB, volunteers } = await candidatesOfLists(db, election, vault)
    if (listA.length + listB.length + volunteers.length === 0) return refused('nobody-on-the-lists')
    const before = (await seatingRuns(db, election)).find(({ state }) => state === 'done')
    const run = {
      ...{ runId: newId<SeatingRunId>(), wishes, staysWith: keepRest ? (before?.runId ?? null) : null },
      ...{ rules: loadBureauRules(election.ruleset).seating.length, askedBy: by, askedAt: clock.now() },
    }
    if (!(await insertSeatingRun(db, election, run))) return refused('already-asked')
    const event = { municipalityId, actor: by, action: 'bureaus.seating-asked', subject: electionId }
    await recordAudit(db, { ...event, details: { runId: run.runId, wishes: Object.keys(wishes).join(' ') } })
    return { ok: true, runId: run.runId }
  })
}

/** Asks the worker to stop: what was computed before stays. */
export async function stopSeating(
  { database, clock }: Deps,
  { election, by }: { readonly election: Election; readonly by: string },
): Promise<Result<object, 'nothing-to-stop'>> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const run = await lastSeatingRun(db, election)
    const at = { runId: run?.runId ?? (electionId as string as SeatingRunId), at: 'open' } as const
    if (!(await changeSeatingRun(db, election, at, { stopAskedAt: clock.now() })))
      return refused('nothing-to-stop')
    await recordAudit(db, {
      ...{ municipalityId, actor: by, action: 'bureaus.seating-stopped', subject: electionId },
    })
    return { ok: true }
  })
}

/** Asks that everybody in this division is proposed, as it was looked at: of another one that is newer nothing is done. */
export async function askProposals(
  { database, clock }: Deps,
  { election, runId, by }: { readonly election: Election; readonly runId: string; readonly by: string },
): Promise<Result<object, 'other-division' | 'already-asked'>> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const run = await lastSeatingRun(db, election)
    if (run?.runId !== runId || run.state !== 'done') return refused('other-division')
    const asked = await changeSeatingRun(
      db,
      election,
      { runId: run.runId, at: 'computed' },
      {
        ...{ proposalAskedBy: by, proposalAskedAt: clock.now() },
        ...{ proposalRefused: null, proposalEndedAt: null, proposed: null },
      },
    )
    if (!asked) return refused('already-asked')
    const event = { municipalityId, actor: by, action: 'bureaus.seating-proposal-asked', subject: electionId }
    await recordAudit(db, { ...event, details: { runId } })
    return { ok: true }
  })
}
