import { type Election, getElection } from '../../elections/index.ts'
import { selectSettings } from '../../municipalities/index.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { contactOf } from '../answering/keep-contact.ts'
import { letterCases } from '../convoking/member-letter-overview.ts'
import { currentWording } from './change-wording.ts'
import { messagedAssignment } from './due-messages-overview.ts'
import { selectGroup } from './group-store.ts'
import type { Message, MessageChannel, NotNeeded } from './message.ts'
import { type MessageDeps, waysOf } from './message-deps.ts'
import type { MessageLanguage, Wording } from './message-templates-file.ts'
import { messageValues } from './message-values.ts'
import { isMobile } from './mobile-number.ts'
import { messageWindow } from './schedule.ts'
import { selectSchedules } from './schedule-store.ts'
import { closedWays } from './unreachable-store.ts'
import { type WrittenMessage, writtenMessage } from './write-message.ts'

/** A message to a group that could not leave for three days says nothing new any more. */
const groupLateMs = 3 * 24 * 3_600_000

/** A message that may leave now, with where it goes. */
export interface ReadyMessage {
  readonly channel: MessageChannel
  readonly to: string
  readonly written: WrittenMessage
  /** Of the wording; of a group message there is none. */
  readonly version: number | undefined
  readonly sender: string
  readonly replyTo: string
}

/** Where a message goes and what it says, asked at the last moment: much can have changed while it waited. */
export function prepareMessage(deps: MessageDeps, message: Message): Promise<ReadyMessage | NotNeeded> {
  const { municipalityId, electionId, memberId } = message
  return deps.database.inScope(staffOf(municipalityId), async (db) => {
    const election = await getElection(db, municipalityId, electionId)
    const seat = election && (await messagedAssignment(db, election, memberId))
    const [one] = seat ? await letterCases(db, election, [seat.assignmentId]) : []
    if (!election || !seat || !one) return 'seat-gone'
    const said = await saidBy(db, election, message, deps.clock.now())
    if (typeof said === 'string') return said
    if (message.template === 'no-reply' && !['NONE', 'NO_REPLY'].includes(seat.reply)) return 'answered'
    const way = await wayTo(db, deps, election, { memberId, hasSms: said.wording.sms !== '' })
    if (!way) return 'no-way'
    const { document: settings } = (await selectSettings(db, municipalityId))!
    const values = messageValues({ election, settings, portalUrl: deps.portalUrl }, one)
    const { name: sender, contact } = settings
    const written = writtenMessage(said.wording, values, message.language as MessageLanguage)
    return { ...way, written, version: said.version, sender, replyTo: contact.email }
  })
}

interface Said {
  readonly wording: Wording
  readonly version?: number | undefined
}

/** What the message says by now; or why it leaves no more. */
async function saidBy(
  db: Db,
  election: Election,
  { template, groupId, language, writtenAt }: Message,
  now: Date,
): Promise<Said | NotNeeded> {
  if (template === 'group') {
    const group = await selectGroup(db, election, groupId!)
    if (!group?.releasedAt || group.endedAt) return 'stopped'
    return now.getTime() - writtenAt.getTime() > groupLateMs ? 'too-late' : { wording: group }
  }
  const schedule = (await selectSchedules(db, election)).find((one) => one.template === template)
  if (!schedule?.isOn) return 'switched-off'
  const window = messageWindow(election, schedule)
  if (window ? now >= window.until : dayInBelgium(now) >= election.pollingDay) return 'too-late'
  const { version, ...wording } = await currentWording(db, election, { template, language })
  return { wording, version }
}

/** By mail where there is an address that takes it, and else by SMS. */
async function wayTo(
  db: Db,
  deps: MessageDeps,
  election: Election,
  { memberId, hasSms }: { memberId: Message['memberId']; hasSms: boolean },
): Promise<Pick<ReadyMessage, 'channel' | 'to'> | undefined> {
  const [contact, ways] = [await contactOf(db, deps, election, memberId), waysOf(deps)]
  if (!contact) return undefined
  const closed = await closedWays(db, election, memberId)
  if (ways.mail && contact.email && !closed.has('EMAIL')) return { channel: 'EMAIL', to: contact.email }
  const takesSms = ways.sms && hasSms && !closed.has('SMS') && isMobile(contact.phone)
  return takesSms ? { channel: 'SMS', to: contact.phone } : undefined
}
