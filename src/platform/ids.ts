import { v5 as uuidV5, v7 as uuidV7, validate } from 'uuid'

/** Ids are types, so that a voter's id cannot land in a letter's column. */
type Id<Name extends string, Base = string> = Base & { readonly __id: Name }

export type MunicipalityId = Id<'municipality', number>
export type StaffId = Id<'staff'>
export type ElectionId = Id<'election'>
export type ListId = Id<'list'>
export type VoterId = Id<'voter'>
export type LetterId = Id<'letter'>
export type SampleId = Id<'sample'>
export type ReleaseId = Id<'release'>
export type CampaignId = Id<'campaign'>
export type DocumentId = Id<'document'>
export type DeviceId = Id<'device'>
export type PackId = Id<'pack'>
export type IssueId = Id<'issue'>
export type BureauId = Id<'bureau'>
export type SeatId = Id<'seat'>
export type MemberId = Id<'member'>
export type GroupMessageId = Id<'group message'>
export type AssignmentId = Id<'assignment'>
export type ExcuseId = Id<'excuse'>
export type RemarkId = Id<'remark'>
export type CompositionId = Id<'composition'>
export type VolunteerId = Id<'volunteer'>
export type EvidenceId = Id<'evidence'>
export type SheetId = Id<'sheet'>
export type ListedPersonId = Id<'listed person'>
export type ConvocationRunId = Id<'convocation run'>
export type SeatingChoiceId = Id<'seating choice'>
export type SeatingRunId = Id<'seating run'>
export type DrawId = Id<'draw'>
export type DeedId = Id<'deed'>
export type AccessId = Id<'access'>
export type TrainingId = Id<'training'>

/** Whether a text has the shape of an id: what comes from an address is asked first. */
export function isId(text: string): boolean {
  return validate(text)
}

/** A fresh id that sorts by time of making. */
export function newId<T extends string>(): T {
  return uuidV7() as T
}

const namespace = '5d0e2a57-9c3b-5a86-8f0a-6b1de0a3c7f1'

/** The same id for the same parts, on every machine and in every run (UUID version 5). */
export function derivedId<T extends string>(...parts: readonly (string | number)[]): T {
  return uuidV5(parts.join('|'), namespace) as T
}
