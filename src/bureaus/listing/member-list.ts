export const listKinds = ['A', 'B'] as const
/** List A of professions, or list B of drawn voters. */
export type ListKind = (typeof listKinds)[number]

/** `DRAFT` → `ADOPTED` → `SENT`. What was adopted changes only in a new version, which says why. */
export type MemberListState = 'DRAFT' | 'ADOPTED' | 'SENT'

/** What the college decided of a list, and to whom it went. */
export interface MemberList {
  readonly kind: ListKind
  readonly version: number
  readonly state: MemberListState
  readonly reopenedWhy?: string | undefined
  /** Reference of the decision of the college. */
  readonly decision?: string | undefined
  readonly decidedOn?: string | undefined
  /** SHA-256 of who was on it, as hexadecimal digits. */
  readonly contentSha256?: string | undefined
  readonly people?: number | undefined
  readonly sentTo?: string | undefined
  readonly sentOn?: string | undefined
  /** The court or main bureau that reads it here, by its enterprise number; absent: it went another way. */
  readonly sentToNumber?: string | undefined
  /** When that one opened it first. */
  readonly openedAt?: Date | undefined
}
