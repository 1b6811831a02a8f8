import {
  campaignStatus,
  findCampaign,
  type NewSchedule,
  type ScheduleEffect,
  scheduleCampaign,
  scheduleEffect,
} from '../../delivery/index.ts'
import { dayInBelgium, longDate } from '../../platform/dates.ts'
import {
  countText,
  type FieldErrors,
  Inset,
  SummaryList,
  Warning,
} from '../../platform/http/components/index.ts'
import { inOwnScope, may } from '../desk.ts'
import { campaignFacts } from '../home/campaign-overview.ts'
import { momentText } from '../home/day-texts.ts'
import { type Deadline, deadlineOf, deadlines } from '../home/deadlines.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'
import { showDeliveryPage } from './delivery-page.tsx'
import { type Doing, doingOf } from './live-facts.ts'
import { ScheduleForm } from './schedule-form.tsx'
import { texts } from './schedule-texts.nl.ts'
import { typedSchedule } from './typed-schedule.ts'
import type { CampaignDesk } from './with-campaign.ts'

interface Effect {
  readonly effect: ScheduleEffect | undefined
  readonly doing: Doing
  readonly isWave: boolean
  readonly perSecond: number
  readonly deadline: Deadline | undefined
}

interface Shown {
  readonly errors?: FieldErrors
  /** What was typed and is only looked at; `undefined` in it is day and night. */
  readonly look?: { readonly schedule: NewSchedule | undefined }
}

/** When letters may leave, what that does in plain words, and the form that changes it: before and while they leave. */
export async function showSchedule(desk: CampaignDesk, { errors = {}, look }: Shown = {}) {
  const campaign = (await inOwnScope(desk, (db) => findCampaign(db, desk.campaign)))!
  const now = await effectOf(desk, campaign.schedule ?? undefined)
  const then = look && (await effectOf(desk, look.schedule))
  return showDeliveryPage(
    desk,
    { title: texts.title, ...desk, errors },
    <>
      <p class="desk-lead">{texts.lead}</p>
      {then && look && (
        <section>
          <h2>{texts.would}</h2>
          <ScheduleFacts schedule={look.schedule} />
          <EffectText {...then} />
          <Inset>{texts.notSaved}</Inset>
        </section>
      )}
      <h2>{texts.now}</h2>
      <ScheduleFacts schedule={campaign.schedule ?? undefined} />
      <h3>{texts.does}</h3>
      <EffectText {...now} />
      <h2>{texts.change}</h2>
      {may(desk, 'delivery.run') ? (
        <ScheduleForm desk={desk} schedule={campaign.schedule} errors={errors} />
      ) : (
        <p>{texts.noRight}</p>
      )}
    </>,
  )
}

/** At the rate that is measured now, or else at the highest that is allowed. */
async function effectOf(desk: CampaignDesk, schedule: NewSchedule | undefined): Promise<Effect> {
  const { deps, campaign, election, municipality } = desk
  const now = deps.clock.now()
  return inOwnScope(desk, async (db) => {
    const status = (await campaignStatus(db, campaign, now))!
    const allowed = municipality.ebox.limits?.ratePerSecond ?? deps.config.EBOX_RATE_PER_SECOND
    const perSecond = status.perSecond > 0 ? status.perSecond : allowed
    const facts = await campaignFacts(db, election, now)
    return {
      ...{ perSecond, doing: doingOf(status), isWave: (status.wave?.toGo ?? 0) > 0 },
      effect: await scheduleEffect(db, campaign, { schedule, perSecond, now }),
      deadline: deadlineOf('deliver', deadlines(election, facts, now, dayInBelgium(now))),
    }
  })
}

function ScheduleFacts({ schedule }: { schedule: NewSchedule | undefined }) {
  if (!schedule) return <p>{texts.always}</p>
  const { startsOn, hours, perDay } = schedule
  const { is } = texts
  return (
    <SummaryList
      facts={[
        { name: is.from, value: longDate(startsOn, 'nl') },
        { name: is.hours, value: hours ? is.between(hours.from, hours.until) : is.allDay },
        { name: is.perDay, value: perDay === undefined ? is.noLimit : is.atMost(perDay) },
      ]}
    />
  )
}

function EffectText({ effect, doing, isWave, perSecond, deadline }: Effect) {
  const words = texts.effect
  if (!effect) return <p>{words.nothing}</p>
  const { toGo, from, now, forecast } = effect
  const lastDay = deadline && (deadline.lastDay ?? deadline.date)
  const isWaiting = doing === 'stopped' || doing === 'held-back'
  const atOnce = isWaiting ? words.afterwards : words.atOnce
  const isLate = forecast && lastDay !== undefined && dayInBelgium(forecast.end) > lastDay
  return (
    <>
      {doing === 'stopped' && <p>{words.stopped}</p>}
      {doing === 'held-back' && <p>{words.held}</p>}
      {isWave && <p>{words.wave}</p>}
      <p>
        {words.toGo(toGo)} {from > now ? words.from(momentText(from)) : atOnce}{' '}
        {forecast ? words.end(momentText(forecast.end), forecast.days, paceText(perSecond)) : words.never}
      </p>
      {isLate && deadline && <Warning>{words.late(longDate(lastDay, 'nl'), deadline.article)}</Warning>}
    </>
  )
}

function paceText(perSecond: number): string {
  return perSecond >= 10 ? countText(Math.round(perSecond)) : perSecond.toFixed(1).replace('.', ',')
}

/** Looks at what a schedule would do, or keeps it. */
export async function setSchedule(desk: CampaignDesk) {
  const { deps, campaign, election, form, staff } = desk
  const typed = typedSchedule(form, deps.clock.now())
  if (!typed.ok) return showSchedule(desk, { errors: typed.errors })
  const { schedule } = typed
  if (form.text('daad') === 'kijk') return showSchedule(desk, { look: { schedule } })
  const { municipalityId, campaignId } = campaign
  const by = { municipalityId, campaignId, by: staff.staffId }
  const set = await scheduleCampaign(deps, { ...by, schedule })
  if (!set.ok) return showSchedule(desk, { errors: { soort: texts.wrong.nothing } })
  const address = paths.schedule({ election: election.code, campaign: campaignId })
  return seeOther(desk, address, schedule ? 'schedule-set' : 'schedule-gone')
}
