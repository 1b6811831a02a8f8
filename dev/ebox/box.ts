import type { AttachmentFacts } from './message.ts'
import { expiryOf } from './replies.ts'
import type { EboxState } from './state.ts'
import type { AcceptedMessage } from './truth.ts'

export type OpenedDocument = Readonly<{ facts: AttachmentFacts; bytes: Buffer }>

export function isExpired(state: EboxState, message: AcceptedMessage): boolean {
  return expiryOf(message, state.settings.validityDays) <= state.now()
}

/** The messages in somebody's box, newest first; what expired is gone. */
export function messagesIn(state: EboxState, recipient: string): AcceptedMessage[] {
  return state.truth.ofRecipient(recipient).filter((message) => !isExpired(state, message))
}

/** A message by its id, if it lies in this very box. */
export function findIn(state: EboxState, recipient: string, id: string): AcceptedMessage | undefined {
  const message = state.truth.find(id)
  return message?.recipient === recipient && !isExpired(state, message) ? message : undefined
}

/**
 * A document to read, by its place in the message (0 is the first). Only this makes a message read, and only when
 * the document is its main content. Undefined: no such document, or its bytes were not kept.
 */
export async function openDocument(
  state: EboxState,
  message: AcceptedMessage,
  index: number,
): Promise<OpenedDocument | undefined> {
  const facts = message.envelope.attachments[index]
  const bytes = state.documents.read(message.id, index)
  if (!facts || !bytes) return undefined
  if (facts.isMain) await state.markOpened(message.id)
  return { facts, bytes }
}
