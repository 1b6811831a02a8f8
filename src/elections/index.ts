/**
 * Elections: what the law says of them as data (rulesets), their calendar, their titles, hours, assemblies and
 * statements, and where people vote. Nobody outside asks which law it is; they ask the election.
 */
export { addElection, updateElection } from './add-election.ts'
export { type CalendarEntry, electionCalendar, milestoneDay } from './calendar.ts'
export type { PlaceRowFault } from './check-place-row.ts'
export {
  assembliesFor,
  channelPolicy,
  duplicateUntil,
  type Election,
  type ElectionSettings,
  electionName,
  letterTitle,
  openingHours,
  votingCategories,
} from './election.ts'
export { checkElectionFile, type ElectionDocument } from './election-file.ts'
export { findElection, getElection, listElections } from './election-store.ts'
export { missingFrench } from './french-texts.ts'
export { importPlaces } from './import-places.ts'
export { type ChosenLanguage, type LanguageRequest, letterLanguage, mayBeFrench } from './letter-language.ts'
export { type LetterModel, letterModel } from './letter-model.ts'
export { listRulesets, loadRuleset, type UnverifiedValue, unverifiedValues } from './load-ruleset.ts'
export { placeColumns } from './places-format.ts'
export { getSections } from './places-store.ts'
export {
  type Assembly,
  type AssemblyRule,
  type ChannelPolicy,
  type LegalName,
  type LetterLanguage,
  type Mark,
  type RetentionPeriod,
  type RetentionRule,
  type Ruleset,
  type Sourced,
  type VoterCategory,
  type VotingMode,
  voterCategories,
} from './ruleset.ts'
export type { PollingPlace, Section } from './section.ts'
export { type UnsignedValue, unsignedValues } from './sign-off.ts'
export { hourText, type Situation, type Statement, statements, statutoryTexts } from './statements.ts'
