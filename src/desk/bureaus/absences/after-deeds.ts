import { acceptAfter as acceptReason, openServiceStatement } from '../../../bureaus/index.ts'
import { type AssignmentId, isId } from '../../../platform/ids.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { seeOther } from '../../show-page.tsx'
import { timelinePage } from '../assignment-page.tsx'
import { isOfAuthority, wordsFor } from '../excuses/decide.ts'
import { texts } from './texts.nl.ts'

/** The magistrate takes a reason that came afterwards. */
export async function acceptAfter(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, form } = desk
  const assignmentId = assignmentOf(desk)
  if (!assignmentId) return notFoundPage(desk)
  const done = await acceptReason(
    { ...deps, portalUrl: deps.config.PORTAL_URL },
    {
      ...{ election, assignmentId, by: staff.staffId, authority: 'magistrate', reason: form.text('waarom') },
      decidedBy: form.text('gezag').slice(0, 200),
      version: Number(form.text('stand')) || undefined,
    },
  )
  if (done.ok)
    return seeOther(
      desk,
      paths.bureauAssignment({ election: election.code, assignment: assignmentId }),
      done.letterId ? 'excused-after' : 'excused-after-by-hand',
    )
  if (done.because === 'no-such-assignment') return notFoundPage(desk)
  const { because } = done
  return timelinePage(desk, { [isOfAuthority(desk, because) ? 'gezag' : 'waarom']: wordsFor(because) })
}

/** The statement of one member, for who asks it at the counter. */
export async function downloadStatement(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, context } = desk
  const assignmentId = assignmentOf(desk)
  if (!assignmentId) return notFoundPage(desk)
  const opened = await openServiceStatement(deps, { election, assignmentId, by: staff.staffId })
  if (!opened.ok && opened.because === 'unprintable')
    return timelinePage(desk, { waarom: texts.after.unprintable })
  if (!opened.ok) return notFoundPage(desk)
  return context.body(new Uint8Array(opened.pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': 'attachment; filename="bewijs-van-dienst.pdf"',
    'Cache-Control': 'no-store',
  })
}

function assignmentOf({ context }: ElectionDesk): AssignmentId | undefined {
  const asked = context.req.param('assignment') ?? ''
  return isId(asked) ? (asked as string as AssignmentId) : undefined
}
