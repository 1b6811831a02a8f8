/** Text in one or more of the three languages; the registry wants exactly one. */
export type Texts = Readonly<{ nl?: string; fr?: string; de?: string }>

export type AttachmentFacts = Readonly<{
  fileName: string
  mediaType: string
  isMain: boolean
  isSigned: boolean
}>

/**
 * What the letters of one mailing have in common. Equal envelopes are kept once, so that 400,000 messages of the
 * same mailing cost only their own numbers.
 */
export type Envelope = Readonly<{
  api: 'federal-v3' | 'federal-v2' | 'magda'
  sender: string
  application: string
  messageType: string
  subject: Texts
  body?: Texts
  isBodyMain: boolean
  isReplyAuthorized: boolean
  attachments: readonly AttachmentFacts[]
}>

/** SHA-256 in hexadecimal and size in bytes of a document as it arrived. */
export type Document = Readonly<{ sha256: string; size: number }>

/** A message as the journal writes it down: one line per message. */
export type MessageFacts = Readonly<{
  id: string
  /** The sender's idempotency key, without its quotes; only the v3 route has one. */
  key?: string | undefined
  /** SHA-256 of the recipient's test number: the number itself is never kept. */
  recipient: string
  /** False: nobody ever opened this box (`NO_DIGITAL_USER`). */
  active: boolean
  envelope: Envelope
  /** In the order of `envelope.attachments`. */
  documents: readonly Document[]
  /** Milliseconds since 1970. */
  acceptedAt: number
}>
