import { type BureauInArea, isOwnBureau, loadBureauRules, mayLookAt, opensAll } from '../../bureaus/index.ts'
import type { ElectionDesk } from '../desk.ts'

type Looking = Pick<ElectionDesk, 'election' | 'granted'>

/** Whether who is here comes for a main bureau that opens a part of the bureaus only. */
export function seesAPart({ election, granted }: Looking): boolean {
  return granted !== undefined && !opensAll(loadBureauRules(election.ruleset), granted)
}

/** Whether who is here sees how this bureau stands, or opens it; who is of the municipality does so with every one. */
export function looksAt(
  { election, granted }: Looking,
  look: 'sees' | 'opens',
  bureau: BureauInArea,
): boolean {
  return !granted || mayLookAt(loadBureauRules(election.ruleset), granted, look, bureau)
}

/** Whether the timeline of somebody in this bureau is for who is here: of who sees a part only in their own main bureau. */
export function opensTimelineIn(desk: Looking, bureau: BureauInArea | undefined): boolean {
  if (!seesAPart(desk)) return true
  return bureau !== undefined && isOwnBureau(loadBureauRules(desk.election.ruleset), desk.granted!, bureau)
}
