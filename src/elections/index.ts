/**
 * Elections: what the law says of them as data (rulesets), their calendar, their titles, hours, assemblies and
 * statements, and where people vote. Nobody outside asks which law it is; they ask the election.
 */

export { addElection, updateElection } from './add-election.ts'
export { advisedHour } from './advised-hour.ts'
export {
  type CalendarEntry,
  electionCalendar,
  type OpenDeadline,
  openDeadlines,
} from './calendar/calendar.ts'
export { calendarFile } from './calendar/calendar-file.ts'
export type { ElectionEvent } from './calendar/calendar-rule.ts'
export { deadlineInstant } from './calendar/deadline-instant.ts'
export { checkElectionFile, faultsOfElectionFile } from './check-election-file.ts'
export type { PollingDayFault } from './check-polling-day.ts'
export {
  assembliesFor,
  channelPolicy,
  type DatedEvent,
  duplicateMark,
  duplicateUntil,
  type Election,
  type ElectionRules,
  type ElectionSettings,
  electionName,
  heldAssemblies,
  isElectedPerDistrict,
  letterTitle,
  openingHours,
  votingCategories,
  type WithoutBallot,
  withoutBallot,
} from './election.ts'
export type { ElectionDocument } from './election-file.ts'
export { findElection, getElection, listElections, listElectionsInScope } from './election-store.ts'
export { type ElectorateRow, electorateTable } from './electorate.ts'
export {
  type ExplainedStatement,
  explainedAssembly,
  explainedStatements,
  explainedTopics,
  explainStatements,
} from './explain.ts'
export type { ExplainedTopic } from './explanation.ts'
export { missingFrench } from './french-texts.ts'
export { type LanguageRequest, letterLanguage, mayBeFrench } from './letter-language.ts'
export { type LetterModel, letterModel } from './letter-model.ts'
export { letterWords } from './letter-words.ts'
export { explanationOf } from './load-explanation.ts'
export { listRulesets, loadRuleset } from './load-ruleset.ts'
export { markText, markTextInDutch } from './mark-text.ts'
export type { PlaceFaultCode, PlaceRowFault } from './places/check-place-row.ts'
export { editPlace } from './places/edit-place.ts'
export { editRoom, fieldsOfRoom, type RoomTexts } from './places/edit-room.ts'
export { importPlaces } from './places/import-places.ts'
export { largestSection } from './places/largest-section.ts'
export { incompletePlaces, type MissingOfPlace, missingOf } from './places/missing-of-place.ts'
export { fieldsOfPlace, type PlaceTexts } from './places/place-fields.ts'
export { type PlaceColumn, placeColumns } from './places/places-format.ts'
export { getSection, getSections } from './places/places-store.ts'
export type { PollingPlace, Section } from './places/section.ts'
export { type AlreadyHeld, electionDocument, previewElection } from './plan-election.ts'
export {
  type Assembly,
  assemblies as assemblyCodes,
  type ChannelPolicy,
  type DuplicateReason,
  duplicateReasons,
  type LetterLanguage,
  type ListChecks,
  type Mark,
  marks,
  type RetentionRule,
  type Ruleset,
  type SectionListColumn,
  type Sourced,
  type VoterCategory,
  type VotingMode,
  voterCategories,
  votingModes,
} from './ruleset.ts'
export { retentionRule, sourced } from './ruleset-file.ts'
export { type UnsignedValue, unsignedValues } from './sign-off.ts'
export { hourText, type Situation, statements, statutoryTexts } from './statements.ts'
export { markedValues, type UnverifiedValue, unverifiedValues } from './unverified-values.ts'
