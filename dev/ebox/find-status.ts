import { z } from 'zod'
import { isExpired, messagesIn } from './box.ts'
import { pseudonymOf } from './citizens.ts'
import type { EboxClient } from './client.ts'
import { dateTime, expiryOf } from './replies.ts'
import type { EboxState } from './state.ts'
import type { AcceptedMessage } from './truth.ts'

export const statusRequestSchema = z.array(
  z.looseObject({
    messageId: z.string().optional(),
    eboxId: z.looseObject({ eboxType: z.enum(['enterprise', 'citizen']), eboxIdValue: z.string() }),
  }),
)

export type StatusRequest = z.output<typeof statusRequestSchema>

/**
 * The status of messages that this sender may ask about. Without a message id: of all that it sent to this box.
 * What is unknown, expired or another's is left out.
 */
export function findStatus(state: EboxState, client: EboxClient, request: StatusRequest) {
  return request.flatMap(({ messageId, eboxId }) => {
    const recipient = pseudonymOf(eboxId.eboxIdValue)
    const messages = messageId === undefined ? messagesIn(state, recipient) : [state.truth.find(messageId)]
    return messages
      .filter((message) => message !== undefined)
      .filter((message) => message.recipient === recipient && !isExpired(state, message))
      .filter(({ envelope }) => isOwn(client, envelope.sender))
      .map((message) => ({ ...statusOf(state, message), eboxId }))
  })
}

function statusOf(state: EboxState, message: AcceptedMessage) {
  return {
    messageId: message.id,
    readStatus: message.openedAt !== undefined,
    expirationDate: dateTime(expiryOf(message, state.settings.validityDays)),
    visible: true,
  }
}

function isOwn({ enterpriseNumber, mayRepresent }: EboxClient, sender: string): boolean {
  return sender === enterpriseNumber || mayRepresent.includes(sender)
}
