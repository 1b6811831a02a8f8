import { openServiceStatement } from '../../bureaus/index.ts'
import { notMinePage } from '../not-mine-page.tsx'
import type { Portal } from '../portal.ts'
import type { MyCallCase } from './with-my-call.ts'

/** The statement of who served, for an employer or a school; nothing for who was not there. */
export async function downloadStatement(portal: Portal, call: MyCallCase): Promise<Response> {
  const { deps, context } = portal
  const { election, mine } = call
  const opened = await openServiceStatement(deps, {
    election,
    assignmentId: mine.assignmentId,
    by: 'citizen',
  })
  if (!opened.ok) return notMinePage(portal)
  return context.body(new Uint8Array(opened.pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': 'attachment; filename="bewijs-van-dienst.pdf"',
    'Cache-Control': 'no-store',
  })
}
