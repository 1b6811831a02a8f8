import type { NationalNumber } from '../platform/national-number.ts'

/** No answer to a question. Asking twice does no harm, so there is no doubt here as there is with a delivery. */
export interface NoAnswer {
  readonly ok: false
  /** `later`: it may answer at another moment. `closed`: not to us, or not to this question. */
  readonly kind: 'later' | 'closed'
  readonly code: string
  readonly retryAfterSeconds?: number
}

/** A document that was published, as the other side knows it. */
export interface PublishedMessage {
  readonly receipt: string
  readonly recipient: NationalNumber
}

/** Which of these were opened. Those that the other side does not know (any more) are in neither. */
export interface ReadStatusSearch {
  /** The most that one question may hold. */
  readonly atOnce: number
  ask(
    messages: readonly PublishedMessage[],
    traceId: string,
  ): Promise<
    { readonly ok: true; readonly read: readonly string[]; readonly unread: readonly string[] } | NoAnswer
  >
}

export interface Consents {
  /** Accepted the conditions of the e-Box: they want no paper. */
  readonly accepted: number
  readonly notAccepted: number
  /** Not known there at all. */
  readonly notFound: number
}

/** How many of these persons have an e-Box in use; not who. */
export interface ConsentSearch {
  readonly atOnce: number
  /** Whose machine answers it. */
  readonly host?: string
  /** Would it answer us? Asks of nobody; throws a `MailboxNotReached` with what is wrong. */
  probe?(): Promise<void>
  ask(
    recipients: readonly NationalNumber[],
    traceId: string,
  ): Promise<({ readonly ok: true } & Consents) | NoAnswer>
}
