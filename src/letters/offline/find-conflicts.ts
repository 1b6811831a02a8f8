import type { DuplicateReason } from '../../elections/index.ts'
import type { VoterState } from '../../voters/index.ts'
import { type IssueConflict, type IssuedEntry, issueConflicts } from './offline-issue.ts'

/** What the server knows when a device hands in what it gave. */
export interface StandingNow {
  /** Absent: nobody has this number on the list. */
  readonly voter?: { readonly state: VoterState; readonly section: number } | undefined
  /** Where that section votes now. */
  readonly room?: string | undefined
  readonly hasCurrentLetter: boolean
  /** Others of the same voter that the pack did not know of, waiting ones among them. */
  readonly others: number
  readonly madeAt: Date
  readonly revokedAt: Date | null
  readonly lastMoment: Date
  readonly offered: readonly DuplicateReason[]
  readonly now: Date
}

/** A clock that runs this much ahead is no conflict. */
const clockToleranceMs = 5 * 60_000

/**
 * Why a duplicate that was given without network does not simply count: what changed since the pack was made, and what the
 * device should not have done. None: it counts. What one may believe of the device's clock is that it said so.
 */
export function findConflicts(entry: IssuedEntry, is: StandingNow): IssueConflict[] {
  const at = Date.parse(entry.at)
  const isWrongClock = at > is.now.getTime() + clockToleranceMs || at < is.madeAt.getTime() - clockToleranceMs
  const found: Record<IssueConflict, boolean> = {
    'no-such-voter': !is.voter,
    revoked: is.revokedAt !== null,
    clock: isWrongClock,
    'too-late': at >= is.lastMoment.getTime(),
    'reason-not-offered': !is.offered.includes(entry.reason),
    struck: is.voter?.state === 'struck',
    'not-current': is.voter !== undefined && is.voter.state !== 'struck' && !is.hasCurrentLetter,
    moved: is.voter !== undefined && (is.voter.section !== entry.section || is.room !== entry.room),
    another: is.others > 0,
  }
  return issueConflicts.filter((conflict) => found[conflict])
}
