import type { AssignmentId, ElectionId, GroupMessageId, MemberId } from '../../platform/ids.ts'
import type { OutboxState, Outgoing } from '../../platform/outbox/outbox.ts'

/** What the program writes to members by itself, in the order of a campaign. */
export const messageTemplates = [
  'pointer',
  'notice',
  'practical',
  'no-reply',
  'reminder',
  'eve',
  'thanks',
] as const
export type MessageTemplate = (typeof messageTemplates)[number]

export const messageChannels = ['EMAIL', 'SMS'] as const
export type MessageChannel = (typeof messageChannels)[number]

/** As in every outbox; `bounced`: it was taken, and came back. */
export const messageStates = [
  'waiting',
  'sending',
  'sent',
  'refused',
  'bounced',
  'unconfirmed',
  'dropped',
] as const satisfies readonly (OutboxState | 'bounced')[]
export type MessageState = (typeof messageStates)[number]

/** Why a message does not leave. `switched-off` and `seat-gone` hold as long as that is so. */
export type NotNeeded = 'switched-off' | 'stopped' | 'seat-gone' | 'too-late' | 'no-way' | 'answered'

/** A message to one person about one thing: `event` is the thing, and there is one message of it. */
export interface Message extends Outgoing {
  readonly electionId: ElectionId
  readonly memberId: MemberId
  readonly event: string
  readonly assignmentId: AssignmentId
  readonly template: MessageTemplate | 'group'
  readonly groupId: GroupMessageId | null
  readonly language: string
  readonly writtenAt: Date
}
