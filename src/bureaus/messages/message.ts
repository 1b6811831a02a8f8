import type {
  AssignmentId,
  ElectionId,
  GroupMessageId,
  MemberId,
  MunicipalityId,
} from '../../platform/ids.ts'

/** What the program writes to members by itself, in the order of a campaign. */
export const messageTemplates = ['pointer', 'practical', 'no-reply', 'reminder', 'eve', 'thanks'] as const
export type MessageTemplate = (typeof messageTemplates)[number]

export const messageChannels = ['EMAIL', 'SMS'] as const
export type MessageChannel = (typeof messageChannels)[number]

/**
 * `waiting`: it still has to leave. `sending`: a worker has it in hand. `sent`: the other side has it. `refused`: it never will.
 * `bounced`: it was taken, and came back. `unconfirmed`: nobody knows, and so it never leaves again. `dropped`: it was not needed any
 * more, or nobody could be reached that way.
 */
export const messageStates = [
  'waiting',
  'sending',
  'sent',
  'refused',
  'bounced',
  'unconfirmed',
  'dropped',
] as const
export type MessageState = (typeof messageStates)[number]

/** Why a message does not leave. `switched-off` and `seat-gone` hold as long as that is so. */
export type NotNeeded = 'switched-off' | 'stopped' | 'seat-gone' | 'too-late' | 'no-way' | 'answered'

/** A message to one person about one thing: `event` is the thing, and there is one message of it. */
export interface Message {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  readonly memberId: MemberId
  readonly event: string
  readonly assignmentId: AssignmentId
  readonly template: MessageTemplate | 'group'
  readonly groupId: GroupMessageId | null
  readonly language: string
  /** This one among them. */
  readonly attempts: number
  readonly writtenAt: Date
}

const minute = 60_000
const longestWait = 60 * minute

/** How long to wait after so many attempts: a minute, two, four … an hour, for the evening before is short. */
export function waitAfter(attempts: number): number {
  return Math.min(longestWait, 2 ** Math.min(attempts - 1, 20) * minute)
}

/** A worker that has had a message in hand for so long is gone: whether it left nobody knows. */
export const lostAfterMs = 15 * minute
