import type { MunicipalityId } from '../platform/ids.ts'
import type { NationalNumber } from '../platform/national-number.ts'
import type { ConsentSearch, ReadStatusSearch } from './mailbox-questions.ts'
import type { OwnLimits } from './pace.ts'

/** One document for one person, as it leaves the house. */
export interface MailboxMessage {
  /** One for ever: the same key again is the same message again. */
  readonly key: string
  readonly recipient: NationalNumber
  readonly document: Uint8Array
  readonly sha256: Uint8Array
  readonly fileName: string
  readonly subject: string
  readonly language: 'nl' | 'fr' | 'de'
  readonly messageTypeId: string
  readonly senderEnterpriseNumber: string
  readonly senderApplicationId: string
  /** New for every attempt. */
  readonly traceId: string
}

/**
 * What became of one attempt. `code` is the other side's, or ours for a broken line; `detail` is for a person and
 * never holds a digit, because other sides repeat numbers in their messages.
 */
export type MailboxAnswer = AnswerKind & {
  /** For who asks the other side about it. */
  readonly trace?: {
    /** Which request it answers, when that was not the first of the attempt. */
    readonly answeredTraceId?: string
    /** What the other side calls its answer. */
    readonly partyTraceId?: string
  }
}

type AnswerKind =
  | {
      readonly kind: 'accepted'
      readonly receipt: string
      /** Published in a box that its owner never opened. */
      readonly inactive: boolean
      readonly httpStatus: number
    }
  /** The key was used before. */
  | { readonly kind: 'already-there'; readonly httpStatus: number }
  /** Surely not accepted; another moment may do. Without an HTTP status nothing even left the house. */
  | (Refusal & { readonly kind: 'later'; readonly retryAfterSeconds?: number })
  /** Surely not accepted, and never will be: it is about this document or person. */
  | (Refusal & { readonly kind: 'permanent' })
  /** Surely not accepted; it is about us (rights, settings, address), so no other document would fare better. */
  | (Refusal & { readonly kind: 'closed' })
  /** It may have been accepted, or not. */
  | (Refusal & { readonly kind: 'unconfirmed'; readonly retryAfterSeconds?: number })

/** Nothing of it left the house, because it was not to leave any more: no attempt failed. */
export interface NotSent {
  readonly kind: 'not-sent'
  readonly retryAfterSeconds?: number
}

interface Refusal {
  readonly code: string
  readonly detail?: string
  readonly httpStatus?: number
}

/** Who answers at the end of a road: the API that it speaks and the host that it lives on. */
export interface Party {
  readonly api: string
  readonly host: string
}

/** The road to people's mailboxes, as one municipality travels it. Expected trouble is an answer; bugs throw. */
export interface Mailbox {
  /** Names the road: mailboxes of one route share their limits and their pauses. */
  readonly route: string
  readonly party: Party
  /** True when the other side refuses a key that it has seen. */
  readonly hasKeys: boolean
  /** What this municipality keeps itself to, beside the limits of the party. */
  readonly ownLimits?: OwnLimits
  /**
   * `mayLeave` is asked at the last moment: a token and a connection are there, and the first byte would leave. When it says
   * no, nothing does.
   */
  deliver(message: MailboxMessage, mayLeave?: () => boolean): Promise<MailboxAnswer | NotSent>
  /** Absent where the road has no such question, or nobody wants to know. */
  readonly readStatus?: ReadStatusSearch
  readonly consents?: ConsentSearch
  /** Does this road let us in? Answers without sending anything; throws a `MailboxNotReached` with what is wrong. */
  probe?(): Promise<void>
}

/** Throws a `MailboxNotConfigured` when the municipality's settings do not make a mailbox. */
export type MailboxFor = (municipalityId: MunicipalityId) => Promise<Mailbox>

/** The message says which setting is missing or wrong; it is shown to the operator. */
export class MailboxNotConfigured extends Error {
  /** The file with the key that can't be read, if it is that. */
  readonly keyFile: string | undefined

  constructor(message: string, keyFile?: string) {
    super(message)
    this.keyFile = keyFile
  }
}

/** Nobody lets us in, or nobody is there. The message says it in words; `code` is what came instead of an answer. */
export class MailboxNotReached extends Error {
  readonly why: 'no-token' | 'no-answer'
  readonly code: string

  constructor(why: 'no-token' | 'no-answer', code: string, message: string) {
    super(message)
    this.why = why
    this.code = code
  }
}
