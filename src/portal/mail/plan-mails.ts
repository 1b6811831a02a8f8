import { type Election, getElection } from '../../elections/index.ts'
import { lettersRead, platesOfOtherRooms } from '../../letters/index.ts'
import { getSettings, type MunicipalitySettings } from '../../municipalities/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import { type DueMail, dueForLetter, dueForReminder, subscribedElections } from './due-mails-overview.ts'
import { eventOf, type MailKind } from './mail.ts'
import type { MailDeps } from './mail-deps.ts'
import { insertMails, type NewMail } from './mail-store.ts'
import { isTimeToRemind } from './reminder-day.ts'
import { deleteNeedless } from './subscription-store.ts'

const atOnce = 500
const dayMs = 24 * 3600 * 1000

/**
 * Writes down which mails have to leave: that there is a letter, or another one than before; and once, some days before polling
 * day, that it was not opened. Whose letter sends them to a room where they do not vote any more gets none about it: another letter has
 * to come. Answers how many it wrote. Addresses of an election that is over are erased.
 */
export async function planMails(deps: MailDeps, municipalities: readonly MunicipalityId[]): Promise<number> {
  const { database } = deps
  const elections = await database.inScope({ staff: municipalities }, (db) =>
    subscribedElections(db, municipalities),
  )
  let written = 0
  for (const { municipalityId, electionId } of elections) {
    for (let more = true; more; ) {
      const planned = await database.inScope(staffOf(municipalityId), async (db) => {
        const election = await getElection(db, municipalityId, electionId)
        if (!election) return 0
        return planElection(db, deps.clock.now(), election, await getSettings(db, municipalityId))
      })
      written += planned
      more = planned >= atOnce
    }
  }
  return written
}

async function planElection(
  db: Db,
  now: Date,
  election: Election,
  settings: MunicipalitySettings,
): Promise<number> {
  await forget(db, now, election)
  if (election.pollingDay < dayInBelgium(now)) return 0
  const which = { awaited: await platesOfOtherRooms(db, election), limit: atOnce }
  const wrote = await write(db, now, election, 'letter', await dueForLetter(db, election, which))
  if (!isTimeToRemind(election, settings, now)) return wrote
  const toldBefore = new Date(now.getTime() - dayMs)
  const reminded = await dueForReminder(db, election, { ...which, toldBefore })
  return wrote + (await write(db, now, election, 'reminder', reminded))
}

/** What was read already needs no mail; that it does not is decided here once. */
async function write(
  db: Db,
  now: Date,
  election: Election,
  kind: Exclude<MailKind, 'confirm'>,
  due: readonly DueMail[],
): Promise<number> {
  if (due.length === 0) return 0
  const { municipalityId, electionId } = election
  const read = await lettersRead(
    db,
    election,
    due.map(({ letterId }) => letterId),
  )
  const mails = due.map(({ version, ...one }): NewMail => {
    const event = kind === 'letter' ? eventOf.letter(version) : eventOf.reminder
    const notNeeded = read.has(one.letterId) ? 'read' : undefined
    return { municipalityId, electionId, ...one, event, kind, writtenAt: now, notNeeded }
  })
  return insertMails(db, mails)
}

async function forget(db: Db, now: Date, election: Election): Promise<void> {
  const isOver = election.pollingDay < dayInBelgium(now)
  const addresses = await deleteNeedless(db, election, { isOver, now })
  if (addresses === 0) return
  const { municipalityId, electionId } = election
  const event = { municipalityId, actor: 'mails', action: 'citizen.addresses-erased', subject: electionId }
  await recordAudit(db, { ...event, details: { addresses } })
}
