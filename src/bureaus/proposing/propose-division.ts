import type { Election } from '../../elections/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import { inElection } from '../assignments/step-assignment.ts'
import { lockMemberList } from '../listing/member-list-store.ts'
import { lockBureaus } from '../planning/bureau-store.ts'
import { refreshStatistics } from '../statistics-store.ts'
import { lockAccepted } from '../volunteers/volunteer-store.ts'
import { deleteAllChoices } from './seating-choice-store.ts'
import { changeSeatingRun, type ProposalRefused, type SeatingRun } from './seating-run-store.ts'
import { divisionOf } from './seating-seat-store.ts'
import { type SeatingSource, seatingSources } from './seating-task.ts'
import { taskOf } from './task-of-run.ts'
import { writeProposals } from './write-proposals.ts'

export interface SeatingDeps {
  readonly database: Database
  readonly clock: Clock
  readonly vault: Pick<Vault, 'open'>
}

/** Proposes everybody of a division in one transaction, or nobody when what it was computed from is not the same any more. */
export async function proposeDivision(deps: SeatingDeps, election: Election, run: SeatingRun): Promise<void> {
  const at = { runId: run.runId, at: 'proposing' } as const
  let changed: readonly SeatingSource[] = []
  const written = await inElection(deps, { election }, async (db, context) => {
    await lockMemberList(db, election, 'A')
    await lockMemberList(db, election, 'B')
    await lockAccepted(db, election)
    await lockBureaus(db, election)
    const { sources, people } = await taskOf(db, election, deps.vault, run)
    changed = seatingSources.filter((source) => sources[source] !== run.sources?.[source])
    if (changed.length > 0) return refused('changed-meanwhile')
    const seats = await divisionOf(db, election, run.runId)
    const all = seats.flatMap(({ seatId, person, because }) =>
      person === null ? [] : [{ seatId, who: people.get(person)!, because }],
    )
    const by = run.proposalAskedBy!
    const done = await writeProposals(db, context, all, { by, empty: seats.length - all.length })
    if (!done.ok) return done
    await deleteAllChoices(db, election)
    await changeSeatingRun(db, election, at, { proposed: all.length, proposalEndedAt: context.now })
    return done
  })
  if (written.ok) return refreshStatistics(deps.database, election)
  const why: ProposalRefused = { because: written.because, ...(changed.length > 0 && { changed }) }
  await deps.database.inScope(staffOf(election.municipalityId), (db) =>
    changeSeatingRun(db, election, at, { proposalRefused: why, proposalEndedAt: deps.clock.now() }),
  )
}
