import type { MailboxMessage, PublishedMessage } from '../../delivery/index.ts'
import type { Dialect } from './dialect.ts'

// Public pages of the federal e-Box for document senders. The second scope is printed there in two forms, with and
// without `consult:`: EBOX_SCOPE overrides it.
const scope = {
  own: 'scope:document:management:consult:ws-eboxrestentreprise:publicationsender',
  onBehalf: 'scope:document:management:ws-eboxrestentreprise:eboxrepresentativepublication',
}

/** An answer has an id of its own; the request's comes back in `BelGov-Related-Trace-Id` (Belgif REST guide). */
const answerTraceHeader = 'belgov-trace-id'

const requestHeaders = (traceId: string) => ({ 'BelGov-Trace-Id': traceId })

/**
 * v2.1 describes it, without a limit and as something that a provider may leave out; v3 is assumed to do the same. As
 * long as the limit is not known, that of MAGDA is taken.
 */
const status = { path: '/searchMessageStatus', atOnce: 500, body: asStatusItems }

const onBehalfOf = (enterpriseNumber: string) => ({ 'On-Behalf-Of-Enterprise-Number': enterpriseNumber })

/** Message Registry v3: a key that the registry saw before is refused with 409, so nothing is published twice. */
export const federalV3: Dialect = {
  api: 'federal-v3',
  hasKeys: true,
  path: '/ebox/messages',
  scope,
  message: (message) => ({
    sender: { eboxType: 'enterprise', enterpriseNumber: message.senderEnterpriseNumber },
    recipient: { eboxType: 'citizen', ssin: message.recipient },
    subject: { [message.language]: message.subject },
    messageTypeId: message.messageTypeId,
    senderApplicationId: message.senderApplicationId,
    attachments: [{ httpPartName: 'upfile1', isMainContent: true, isAttachmentSigned: false }],
    isBodyMainContent: false,
    isReplyAuthorized: false,
  }),
  headers: ({ key }) => ({ 'Idempotency-Key': `"${key}"` }), // an RFC 8941 string: the quotes belong to it
  requestHeaders,
  status,
  answerTraceHeader,
  onBehalfOf,
}

/** Message Registry v2.1: no keys. */
export const federalV2: Dialect = {
  api: 'federal-v2',
  hasKeys: false,
  path: '/publishMessage',
  scope,
  message: oldMessage,
  headers: () => ({}),
  requestHeaders,
  status,
  answerTraceHeader,
  onBehalfOf,
}

/** The names of v2.1. */
export function oldMessage(message: MailboxMessage) {
  return {
    recipient: { eboxType: 'citizen', eboxIdValue: message.recipient },
    subject: { [message.language]: message.subject },
    messageTypeId: message.messageTypeId,
    senderOrganizationId: message.senderEnterpriseNumber,
    senderApplicationId: message.senderApplicationId,
    attachments: [{ httpPartName: 'upfile1', mainContent: true, attachmentSigned: false }],
    bodyMainContent: false,
    replyAuthorized: false,
  }
}

/** A couple of message and box for each, as v2.1 asks. */
export function asStatusItems(messages: readonly PublishedMessage[]) {
  return messages.map(({ receipt, recipient }) => ({
    messageId: receipt,
    eboxId: { eboxType: 'citizen', eboxIdValue: recipient },
  }))
}
