import { sql } from 'kysely'
import { dayInBelgium } from '../platform/dates.ts'
import type { Db } from '../platform/db/database.ts'
import type { Campaign, CampaignRef } from './campaign.ts'
import { findCampaign } from './campaign-store.ts'
import { unfinished } from './delivery.ts'
import { placeOf } from './may-leave.ts'
import { leavesFrom, type NewSchedule, type Schedule } from './schedule.ts'
import { type Forecast, forecast } from './schedule-forecast.ts'

interface Left {
  /** Of what may leave: of the wave, where there is one. */
  readonly toGo: number
  readonly firstBatch: number | null
}

async function left(db: Db, { municipalityId, campaignId }: CampaignRef, wave: Campaign['wave']) {
  const { rows } = await sql<Left>`
    select coalesce(sum(t.documents), 0)::integer as "toGo", min(t.batch) as "firstBatch" from delivery.tally t
    where t.municipality_id = ${municipalityId} and t.campaign_id = ${campaignId} and t.documents > 0
      and t.state = any(${[...unfinished]}::text[])
      and (${wave === null} or t.batch between ${wave?.from ?? 1} and ${wave?.through ?? 0})`.execute(db)
  return rows[0]!
}

/** The schedule with its days counted from today, and from the first document that is still to go. */
export async function countedFromNow(
  db: Db,
  campaign: CampaignRef,
  schedule: NewSchedule,
  now: Date,
): Promise<Schedule> {
  const { startsOn, hours, perDay } = schedule
  if (perDay === undefined) return { startsOn, ...(hours && { hours }) }
  const { wave } = (await findCampaign(db, campaign))!
  const { firstBatch } = await left(db, campaign, wave)
  const countsFrom = firstBatch === null ? 0 : placeOf(firstBatch, wave)
  return {
    startsOn: [startsOn, dayInBelgium(now)].toSorted().at(-1)!,
    ...{ ...(hours && { hours }), perDay, ...(countsFrom > 0 && { countsFrom }) },
  }
}

/** What a schedule does to what is still to go, while nobody stops or holds anything back. */
export interface ScheduleEffect {
  readonly toGo: number
  readonly now: Date
  /** When the next document may leave: `now` when it may at once. */
  readonly from: Date
  /** Absent: more than a year ahead. */
  readonly forecast?: Forecast
}

/** Of the wave while any of it is to go; one that is empty or over holds the others back, and it is about those. */
async function leftOf(db: Db, campaign: CampaignRef): Promise<Left & Pick<Campaign, 'wave'>> {
  const { wave } = (await findCampaign(db, campaign))!
  const ofWave = await left(db, campaign, wave)
  if (wave === null || ofWave.firstBatch !== null) return { ...ofWave, wave }
  return { ...(await left(db, campaign, null)), wave: null }
}

/** The effect of a schedule on a campaign, kept or only asked about; nothing when no document is still to go. */
export async function scheduleEffect(
  db: Db,
  campaign: CampaignRef,
  asked: {
    readonly schedule: Schedule | undefined
    readonly perSecond: number
    readonly now: Date
  },
): Promise<ScheduleEffect | undefined> {
  const { schedule, perSecond, now } = asked
  const { toGo, firstBatch, wave } = await leftOf(db, campaign)
  if (firstBatch === null) return undefined
  const firstPlace = placeOf(firstBatch, wave)
  const expected = forecast(schedule, { documents: toGo, firstPlace, perSecond, now })
  return {
    ...{ toGo, now },
    from: schedule ? leavesFrom(schedule, firstPlace, now) : now,
    ...(expected && { forecast: expected }),
  }
}
