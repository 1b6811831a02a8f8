import type { MailboxMessage, PublishedMessage } from '../../delivery/index.ts'

/** What differs between the three APIs over which a publication can go. */
export interface Dialect {
  readonly api: 'federal-v3' | 'federal-v2' | 'magda'
  readonly hasKeys: boolean
  /** After the base address. */
  readonly path: string
  /** The scope that publishing takes: for oneself, and on behalf of another. */
  readonly scope: { readonly own: string; readonly onBehalf: string }
  /** The JSON part. */
  message(message: MailboxMessage): unknown
  /** Headers of a publication beside the token, and those that any request carries. */
  headers(message: MailboxMessage): Record<string, string>
  /** `traceId` is new for every request. */
  requestHeaders(traceId: string, senderEnterpriseNumber: string): Record<string, string>
  /** How is asked which messages were opened. */
  readonly status: {
    readonly path: string
    /** The most that one question may hold. */
    readonly atOnce: number
    /** When it takes another scope than publishing. */
    readonly scope?: string
    body(messages: readonly PublishedMessage[]): unknown
  }
  /** The header in which the other side names its answer, in small letters; absent where it has none. */
  readonly answerTraceHeader?: string
  /** Headers by which a supplier says in whose name it publishes. */
  onBehalfOf(enterpriseNumber: string): Record<string, string>
}
