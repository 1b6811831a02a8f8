import { decideMove, refuseMove } from '../../../bureaus/index.ts'
import { type AssignmentId, isId } from '../../../platform/ids.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { seeOther } from '../../show-page.tsx'
import { timelinePage } from '../assignment-page.tsx'
import { texts as decisionTexts } from '../excuses/texts.nl.ts'
import { because } from '../texts.nl.ts'
import { moveRefused } from './move-page.tsx'

/** The magistrate moves the person, or does not. */
export async function decideOnMove(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, form, context } = desk
  const assignment = context.req.param('assignment') ?? ''
  if (!isId(assignment)) return notFoundPage(desk)
  const step = {
    ...{ election, assignmentId: assignment as string as AssignmentId, by: staff.staffId },
    version: Number(form.text('stand')) || undefined,
  }
  const here = (id: string) => paths.bureauAssignment({ election: election.code, assignment: id })
  if (form.text('beslissing') !== 'ja') {
    const reason = form.text('nietVerplaatst').slice(0, 200)
    const left = await refuseMove(deps, { ...step, reason })
    if (left.ok) return seeOther(desk, here(assignment), 'move-refused')
    return timelinePage(desk, { nietVerplaatst: because[left.because] })
  }
  const moved = await decideMove({ ...deps, portalUrl: deps.config.PORTAL_URL }, step)
  if (moved.ok)
    return seeOther(
      desk,
      here(moved.assignment.assignmentId),
      moved.letterId ? 'member-moved-told' : 'member-moved',
    )
  const { because: code, detail } = moved
  const said =
    code in decisionTexts.deciding.cannotWrite
      ? decisionTexts.changedMeanwhile
      : moveRefused(code as Parameters<typeof moveRefused>[0], detail)
  return timelinePage(desk, { verplaatsing: said })
}
