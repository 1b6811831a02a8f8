import {
  AbsenceReportChanged,
  makeWithdrawal,
  noteWithdrawal,
  openWithdrawal,
  type SendingMeans,
} from '../../../bureaus/index.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { seeOther } from '../../show-page.tsx'
import { dayOf, typedDate } from '../../typed-day.ts'
import { texts } from './texts.nl.ts'
import { addressOf, type FoundStep, showWithdrawal, stepInAddress } from './withdrawal-page.tsx'

const words = texts.withdrawal

const whichOf = ({ election, staff }: ElectionDesk, { shown, step }: FoundStep) => ({
  ...{ election, bureauId: shown.bureau.bureauId, by: staff.staffId },
  ...{ assignmentId: step.member.assignmentId, addressee: step.addressee },
})

/** Makes the letter, or makes it again as long as it did not leave. */
export async function makeLetter(desk: ElectionDesk): Promise<Response> {
  const found = await stepInAddress(desk)
  if (!found) return notFoundPage(desk)
  const made = await makeWithdrawal(desk.deps, whichOf(desk, found))
  if (!made.ok) return showWithdrawal(desk, { brief: words.refused[made.because] })
  return seeOther(desk, paths.withdrawal(addressOf(desk, found)), 'withdrawal-made')
}

/** It left: when, and how. */
export async function recordWithdrawal(desk: ElectionDesk): Promise<Response> {
  const found = await stepInAddress(desk)
  if (!found) return notFoundPage(desk)
  const { form } = desk
  const sentOn = dayOf(typedDate((name) => form.text(name), 'op'))
  const { noSuchDay, missingDay, fields } = texts.sending
  if (!sentOn) return showWithdrawal(desk, { op: sentOn === null ? noSuchDay : missingDay })
  // Made again by another since: then what left is not what would be noted.
  if (found.step.letter?.pdfSha256.toString('hex') !== form.text('brief'))
    return showWithdrawal(desk, { op: words.changedSince })
  const done = await noteWithdrawal(desk.deps, {
    ...{ ...whichOf(desk, found), sentOn },
    // What is none is refused by the use case.
    means: form.text('hoe') as SendingMeans,
  })
  if (!done.ok)
    return showWithdrawal(desk, { [fields[done.because] ?? 'op']: words.sendingRefused[done.because] })
  return seeOther(desk, paths.withdrawal(addressOf(desk, found)), 'withdrawal-sent')
}

export async function downloadWithdrawal(desk: ElectionDesk): Promise<Response> {
  const found = await stepInAddress(desk)
  if (!found) return notFoundPage(desk)
  const { deps, context } = desk
  try {
    const opened = await openWithdrawal(deps, whichOf(desk, found))
    if (!opened.ok) return notFoundPage(desk)
    return context.body(new Uint8Array(opened.pdf), 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="intrekking-${found.shown.bureau.number}.pdf"`,
      'Cache-Control': 'no-store',
    })
  } catch (error) {
    if (error instanceof AbsenceReportChanged) return showWithdrawal(desk, { brief: texts.bureau.changed })
    throw error
  }
}
