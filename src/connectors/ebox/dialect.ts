import type { MailboxMessage } from '../../delivery/index.ts'

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
  /** Headers beside the token; `traceId` is new for every request. */
  headers(message: MailboxMessage, traceId: string): Record<string, string>
  /** The header in which the other side names its answer, in small letters; absent where it has none. */
  readonly answerTraceHeader?: string
  /** Headers by which a supplier says in whose name it publishes. */
  onBehalfOf(enterpriseNumber: string): Record<string, string>
}
