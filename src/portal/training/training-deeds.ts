import { enrol, leaveTraining, openTrainingCertificate, type TrainingOfMember } from '../../bureaus/index.ts'
import { isReleased } from '../convocations/my-convocation.ts'
import type { MyCallCase } from '../convocations/with-my-call.ts'
import { calendarFile, sendCalendar } from '../elections/calendar-file.ts'
import { notMinePage } from '../not-mine-page.tsx'
import { paths } from '../paths.ts'
import type { Portal } from '../portal.ts'
import { texts } from './texts.ts'
import { showTrainings } from './trainings-page.tsx'

export function enrolMyself(portal: Portal, call: MyCallCase): Promise<Response> {
  return act(portal, call, async (deed) => {
    if (isReleased(call.mine)) return 'not-for-this-function'
    const done = await enrol(portal.deps, deed)
    return done.ok ? undefined : done.because
  })
}

export function leaveMyself(portal: Portal, call: MyCallCase): Promise<Response> {
  return act(portal, call, async (deed) => {
    const done = await leaveTraining(portal.deps, deed)
    return done.ok ? undefined : done.because
  })
}

type Code = keyof (typeof texts)['nl']['refused']

/** Does it for this member alone, and goes back to the trainings; what is refused stands above them. */
async function act(
  portal: Portal,
  call: MyCallCase,
  deed: (what: Parameters<typeof enrol>[1]) => Promise<Code | undefined>,
): Promise<Response> {
  const training = trainingOfAddress(portal, call)
  if (!training) return notMinePage(portal)
  const { election, mine } = call
  const who = { election, trainingId: training.trainingId, memberId: mine.memberId }
  const refused = await deed({ ...who, by: 'citizen', channel: 'PORTAL' })
  if (refused) return showTrainings(portal, call, texts[portal.language].refused[refused])
  return portal.context.redirect(paths.trainings({ call: mine.assignmentId }), 303)
}

/** Those that are shown to this member, and no other. */
function trainingOfAddress({ context }: Portal, { trainings }: MyCallCase): TrainingOfMember | undefined {
  return trainings.find(({ trainingId }) => trainingId === context.req.param('training'))
}

/** When and where it is, for the calendar of who has a place. Nothing in it says who comes. */
export function downloadAppointment(portal: Portal, call: MyCallCase): Response | Promise<Response> {
  const training = trainingOfAddress(portal, call)
  if (!training?.mine?.hasPlace || training.cancelledAt) return notMinePage(portal)
  const { language, deps } = portal
  const { title, startsAt, endsAt, place, link, trainingId } = training
  const file = calendarFile({
    ...{ id: `opleiding.${trainingId}@kiesloket`, language, stamp: deps.clock.now() },
    ...{ start: startsAt, end: endsAt, summary: `${texts[language].title}: ${title}` },
    location: { title: place ?? texts[language].online },
    description: link ?? '',
    url: deps.config.PORTAL_URL + paths.trainings({ call: call.mine.assignmentId }),
  })
  return sendCalendar(portal, file, 'opleiding.ics')
}

/** The certificate of who was there; nothing for who was not. */
export async function downloadTrainingCertificate(portal: Portal, call: MyCallCase): Promise<Response> {
  const training = trainingOfAddress(portal, call)
  if (!training) return notMinePage(portal)
  const { election, mine } = call
  const asked = { election, trainingId: training.trainingId, memberId: mine.memberId, by: 'citizen' }
  const opened = await openTrainingCertificate(portal.deps, asked)
  if (!opened.ok) return notMinePage(portal)
  return portal.context.body(new Uint8Array(opened.pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': 'attachment; filename="bewijs-van-opleiding.pdf"',
    'Cache-Control': 'no-store',
  })
}
