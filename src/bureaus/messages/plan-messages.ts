import { type Election, getElection } from '../../elections/index.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import { currentWording } from './change-wording.ts'
import { dueMessages, electionsWithSchedule, type Ways } from './due-messages-overview.ts'
import { type MessageDeps, waysOf } from './message-deps.ts'
import { languagesFor, languagesHere } from './message-languages.ts'
import { insertMessages } from './message-store.ts'
import { messageWindow } from './schedule.ts'
import { type MessageSchedule, selectSchedules } from './schedule-store.ts'

const atOnce = 500

/** Writes down which messages have to leave by now, in these municipalities. Answers how many it wrote. */
export async function planMessages(
  deps: Pick<MessageDeps, 'database' | 'clock' | 'mailer' | 'sms'>,
  municipalities: readonly MunicipalityId[],
): Promise<number> {
  const { database, clock } = deps
  const ways = waysOf(deps)
  if (!ways.mail && !ways.sms) return 0
  const elections = await database.inScope({ staff: municipalities }, (db) =>
    electionsWithSchedule(db, municipalities),
  )
  let written = 0
  for (const { municipalityId, electionId } of elections)
    for (let more = true; more; ) {
      const planned = await database.inScope(staffOf(municipalityId), async (db) => {
        const election = await getElection(db, municipalityId, electionId)
        return election ? planElection(db, election, { ways, now: clock.now() }) : 0
      })
      written += planned
      more = planned >= atOnce
    }
  return written
}

async function planElection(
  db: Db,
  election: Election,
  { ways, now }: { ways: Ways; now: Date },
): Promise<number> {
  let written = 0
  for (const schedule of await selectSchedules(db, election)) {
    if (!isDue(election, schedule, now)) continue
    const { template, changedAt } = schedule
    if (template === 'notice') continue // written down when there is something new
    const languages = await languagesHere(db, election, template)
    const [language] = languages
    const { sms } = await currentWording(db, election, { template, language: language! })
    const possible = { mail: ways.mail, sms: ways.sms && sms !== '' }
    const which = { template, ways: possible, since: changedAt, limit: atOnce }
    const due = await dueMessages(db, election, which)
    const asked = await languagesFor(
      db,
      election,
      languages,
      due.map(({ memberId }) => memberId),
    )
    const each = due.map((one) => ({ ...one, language: asked.get(one.memberId) }))
    written += await insertMessages(db, election, each, { language: language!, at: now })
  }
  return written
}

function isDue(election: Election, schedule: MessageSchedule, now: Date): boolean {
  if (!schedule.isOn) return false
  const window = messageWindow(election, schedule)
  return window ? window.from <= now && now < window.until : dayInBelgium(now) < election.pollingDay
}
