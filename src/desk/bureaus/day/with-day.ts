import { type DayOfBureau, showDay } from '../../../bureaus/index.ts'
import type { DeskRoute, ElectionDesk } from '../../desk.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { withElection } from '../../with-election.ts'

export interface DayDesk extends ElectionDesk {
  readonly day: DayOfBureau
}

/** For a page of one bureau on its day, whose number stands in its address. */
export function withDay(handle: (desk: DayDesk) => Response | Promise<Response>): DeskRoute['handle'] {
  return withElection(async (desk) => {
    const { deps, election, staff, context } = desk
    const bureau = { number: context.req.param('number') ?? '' }
    const shown = await showDay(deps, { election, bureau, by: staff.staffId })
    return shown.ok ? handle({ ...desk, day: shown.day }) : notFoundPage(desk)
  })
}
