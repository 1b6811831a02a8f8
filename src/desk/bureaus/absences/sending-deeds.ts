import { noteRemark, noteSending, type RouteStep, type SendingMeans } from '../../../bureaus/index.ts'
import { type AssignmentId, isId } from '../../../platform/ids.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { seeOther } from '../../show-page.tsx'
import { dayOf, typedDate } from '../../typed-day.ts'
import { showBureauAbsences, shownOf } from './bureau-absences-page.tsx'
import { texts } from './texts.nl.ts'

/** The file went to one on the route. */
export async function recordSending(desk: ElectionDesk): Promise<Response> {
  const shown = await shownOf(desk)
  if (!shown) return notFoundPage(desk)
  const { deps, election, staff, form } = desk
  const { bureauId, number } = shown.bureau
  const words = texts.sending
  const sentOn = dayOf(typedDate((name) => form.text(name), 'op'))
  if (!sentOn) return showBureauAbsences(desk, { op: sentOn === null ? words.noSuchDay : words.missingDay })
  const done = await noteSending(deps, {
    ...{ election, bureauId, sentOn, by: staff.staffId },
    // What is neither is refused by the use case.
    addressee: form.text('aan') as RouteStep['addressee'],
    means: form.text('hoe') as SendingMeans,
    version: Number(form.text('dossier')),
  })
  if (!done.ok)
    return showBureauAbsences(desk, { [words.fields[done.because] ?? 'aan']: words.refused[done.because] })
  return seeOther(desk, paths.absencesOfBureau({ election: election.code, number }), 'absences-sent')
}

/** What a member or a witness said of who stayed away. */
export async function recordRemark(desk: ElectionDesk): Promise<Response> {
  const shown = await shownOf(desk)
  if (!shown) return notFoundPage(desk)
  const { deps, election, staff, form } = desk
  const { bureauId, number } = shown.bureau
  const words = texts.remark
  const [asked, saidBy] = [form.text('over'), form.text('van')]
  if (!isId(asked)) return showBureauAbsences(desk, { over: words.refused['no-such-assignment'] })
  if (saidBy !== 'member' && saidBy !== 'witness') return showBureauAbsences(desk, { van: words.chooseBy })
  const assignmentId = asked as string as AssignmentId
  const said = { saidBy, text: form.text('opmerking') } as const
  const done = await noteRemark(deps, { election, bureauId, assignmentId, ...said, by: staff.staffId })
  if (!done.ok)
    return showBureauAbsences(desk, {
      [words.fields[done.because] ?? 'opmerking']: words.refused[done.because],
    })
  return seeOther(desk, paths.absencesOfBureau({ election: election.code, number }), 'absence-remarked')
}
