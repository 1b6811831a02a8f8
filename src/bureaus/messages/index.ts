/** E-mail and SMS to members: words, when they leave, to whom, what came back. */
export {
  backToWording,
  type ChangeWordingRefusal,
  changeWording,
  currentWording,
  usualWording,
} from './change-wording.ts'
export { faultsOfWording, tidyWording, type WordingFault, type WordingPart } from './check-wording.ts'
export { exampleOfMessage } from './example-message.ts'
export {
  type AskGroupRefusal,
  askGroupMessage,
  endGroupMessage,
  groupToSend,
  type ReleaseGroupRefusal,
  releaseGroupMessage,
} from './group-message.ts'
export { type GroupMessage, selectGroup, selectGroups } from './group-store.ts'
export {
  type MessageChannel,
  type MessageState,
  type MessageTemplate,
  messageStates,
  messageTemplates,
} from './message.ts'
export { messageFields } from './message-fields.ts'
export { type MessageFilter, messageFilterSchema } from './message-filter.ts'
export { languagesHere, languagesOfTemplate } from './message-languages.ts'
export {
  loadMessageTemplates,
  longestOfWording,
  type MessageLanguage,
  type Wording,
} from './message-templates-file.ts'
export {
  countToCall as countPeopleToCall,
  type MessageCounts,
  messageCounts,
  messagesTo,
  type SentMessage,
  type WhyCall,
} from './messages-overview.ts'
export { type NotedFailures, noteFailures } from './note-failures.ts'
export { mostFailureBytes } from './read-failures.ts'
export type { Recipient } from './recipients-overview.ts'
export { changeSchedule, messageWindow, type ScheduleRefusal, usualMoment } from './schedule.ts'
export { type MessageSchedule, selectSchedules } from './schedule-store.ts'
export { sendDueMessages } from './send-messages.ts'
export { calledPerPage, type PersonToCall, showPeopleToCall } from './show-people-to-call.ts'
export { selectWordings, type WordingVersion } from './wording-store.ts'
export { workMessages } from './work-messages.ts'
export type { WrittenMessage } from './write-message.ts'
