import type { TrainingOfMember } from '../../bureaus/index.ts'
import { hourText } from '../../elections/index.ts'
import { dayInBelgium, longDate, momentText } from '../../platform/dates.ts'
import { Button, ButtonLink, ErrorSummary, Form } from '../../platform/http/components/index.ts'
import { isReleased } from '../convocations/my-convocation.ts'
import type { MyCallCase } from '../convocations/with-my-call.ts'
import { showPage } from '../frame.tsx'
import { langOf } from '../language.ts'
import { paths } from '../paths.ts'
import type { Portal } from '../portal.ts'
import { texts as frameTexts } from '../texts.ts'
import { type Texts, texts } from './texts.ts'

/** The trainings for the function of this member, and those they are enrolled in: how it stands, and what can be done. */
export function showTrainings(portal: Portal, call: MyCallCase, error?: string) {
  const { language } = portal
  const words = texts[language]
  return showPage(
    portal,
    { title: words.title, caption: call.election.name, municipality: call.municipality, error },
    <>
      <ErrorSummary title={frameTexts[language].notRightYet} errors={error ? { opleidingen: error } : {}} />
      <div id="opleidingen">
        {call.trainings.length === 0 ? <p>{words.none}</p> : <p>{words.lead}</p>}
        {call.trainings.map((training) => (
          <OneTraining {...{ portal, call, training }} />
        ))}
      </div>
    </>,
  )
}

interface Props {
  readonly portal: Portal
  readonly call: MyCallCase
  readonly training: TrainingOfMember
}

const clock = new Intl.DateTimeFormat('nl-BE', { timeStyle: 'short', timeZone: 'Europe/Brussels' })

function OneTraining({ portal, call, training }: Props) {
  const { language } = portal
  const words = texts[language]
  const dutch = langOf('nl', language)
  const { title, startsAt, endsAt, place, mine, movedAt, cancelledAt } = training
  const hour = (moment: Date) => hourText(clock.format(moment), language)
  const isMoved = !cancelledAt && mine && !mine.attendance && movedAt && mine.enrolledAt < movedAt
  return (
    <section class="portal-card">
      <h2 lang={dutch}>{title}</h2>
      <dl class="portal-facts">
        <div>
          <dt>{words.when}</dt>
          <dd>
            <strong>{longDate(dayInBelgium(startsAt), language)}</strong>
            <span>{words.hours(hour(startsAt), hour(endsAt))}</span>
          </dd>
        </div>
        <div>
          <dt>{words.where}</dt>
          <dd>{place ? <strong lang={dutch}>{place}</strong> : <strong>{words.online}</strong>}</dd>
        </div>
      </dl>
      {isMoved && (
        <p>
          <strong>{words.moved(momentText(movedAt, language))}</strong>
        </p>
      )}
      <p>{stateOf(portal, training, words)}</p>
      <Deeds {...{ portal, call, training }} />
    </section>
  )
}

/** How it stands for this member, in a sentence or two. */
function stateOf({ deps, language }: Portal, training: TrainingOfMember, words: Texts): string {
  const { mine, cancelledAt, startsAt, enrolUntil, capacity, enrolled } = training
  const now = deps.clock.now()
  if (mine?.attendance) return mine.attendance === 'PRESENT' ? words.was : words.wasNot
  if (cancelledAt) return words.cancelled
  if (startsAt <= now && !mine) return words.over
  if (mine?.hasPlace)
    return [
      words.hasPlace,
      ...(mine.movedUpAt ? [words.movedUp(momentText(mine.movedUpAt, language))] : []),
    ].join(' ')
  if (mine) return words.waits(mine.waitsAs ?? 0)
  if (enrolUntil <= now) return words.closed
  const free = capacity - enrolled
  const room = free <= 0 ? words.full : free === 1 ? words.left.one : words.left.more(free)
  const last = dayInBelgium(new Date(enrolUntil.getTime() - 1))
  return `${room} ${words.until(longDate(last, language))}`
}

function Deeds({ portal, call, training }: Props) {
  const words = texts[portal.language]
  const { mine, cancelledAt, startsAt, enrolUntil, capacity, enrolled, link, trainingId, title } = training
  const now = portal.deps.clock.now()
  const address = { call: call.mine.assignmentId, training: trainingId }
  // For who does not see below which training a button stands.
  const of = (
    <span class="govuk-visually-hidden">
      {' '}
      (<span lang={langOf('nl', portal.language)}>{title}</span>)
    </span>
  )
  if (mine?.attendance === 'PRESENT')
    return (
      <>
        <p>{words.certificateWhat}</p>
        <ButtonLink kind="secondary" href={paths.trainingCertificate(address)}>
          {words.certificate}
          {of}
        </ButtonLink>
      </>
    )
  if (cancelledAt || mine?.attendance) return null
  if (mine)
    return (
      <>
        {mine.hasPlace && link && training.endsAt > now && (
          <p>
            <a href={link}>
              {words.link}
              {of}
            </a>
          </p>
        )}
        {mine.hasPlace && startsAt > now && (
          <p>
            <a href={paths.trainingAppointment(address)}>
              {words.calendar}
              {of}
            </a>
          </p>
        )}
        {startsAt > now && (
          <Form csrf={portal.csrf} action={paths.leaveTraining(address)}>
            <Button kind="secondary">
              {words.leave}
              {of}
            </Button>
          </Form>
        )}
      </>
    )
  if (enrolUntil <= now || isReleased(call.mine)) return null
  return (
    <Form csrf={portal.csrf} action={paths.enrolTraining(address)}>
      <Button>
        {enrolled < capacity ? words.enrol : words.wait}
        {of}
      </Button>
    </Form>
  )
}
