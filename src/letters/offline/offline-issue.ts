import { z } from 'zod'
import { type DuplicateReason, duplicateReasons } from '../../elections/index.ts'
import type { DeviceId, DocumentId, IssueId, PackId, VoterId } from '../../platform/ids.ts'
import { type IdentityCheck, identityChecks } from '../duplicating/duplicate.ts'

/**
 * What a device noted while it had no network. `issued`: a duplicate was printed. `opened`: somebody looked at a voter, which
 * belongs in the log like any look-up.
 */
export const outboxEntry = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('issued'),
    listNumber: z.int().min(1).max(9_999_999),
    section: z.int().min(1).max(999_999),
    room: z.string().max(500),
    /** Duplicates that the pack knew of. */
    before: z.int().min(0).max(10_000),
    reason: z.enum(duplicateReasons),
    identity: z.enum(identityChecks),
    clerk: z.string().trim().min(1).max(60),
    at: z.iso.datetime(),
  }),
  z.strictObject({
    kind: z.literal('opened'),
    listNumber: z.int().min(1).max(9_999_999),
    clerk: z.string().trim().min(1).max(60),
    at: z.iso.datetime(),
  }),
])
export type OutboxEntry = z.infer<typeof outboxEntry>
export type IssuedEntry = Extract<OutboxEntry, { kind: 'issued' }>

/** As it stands in the browser and travels: sealed with the outbox key of its pack. */
export const sealedEntry = z.strictObject({ id: z.uuid(), pack: z.uuid(), sealed: z.base64().max(4000) })
export type SealedEntry = z.infer<typeof sealedEntry>

/** `counted`: a duplicate like any other. `waiting`: a person has to look. `set-aside`: a person decided that it does not count. */
export type IssueState = 'counted' | 'waiting' | 'set-aside'

/** What can be the matter with a duplicate that was given without network, the gravest first. */
export const issueConflicts = [
  'no-such-voter',
  'revoked',
  'clock',
  'too-late',
  'reason-not-offered',
  'struck',
  'not-current',
  'moved',
  'another',
] as const
export type IssueConflict = (typeof issueConflicts)[number]

export interface OfflineIssue {
  readonly issueId: IssueId
  readonly packId: PackId
  readonly deviceId: DeviceId
  readonly deviceName: string
  readonly listNumber: number
  readonly voterId: VoterId | null
  readonly clerk: string
  readonly reason: DuplicateReason
  readonly identity: IdentityCheck
  /** By the clock of the device. */
  readonly issuedAt: Date
  readonly receivedAt: Date
  readonly state: IssueState
  readonly conflicts: readonly IssueConflict[]
  readonly duplicateId: DocumentId | null
}
