import type { Texts } from './message.ts'
import { dateTime, expiryOf } from './replies.ts'
import type { AcceptedMessage } from './truth.ts'

export type ViewFacts = Readonly<{ validityDays: number; messagesUrl: string }>

/** A message as a portal gets it (`Message` of v2.1). */
export function messageView(message: AcceptedMessage, facts: ViewFacts) {
  const { envelope } = message
  return {
    messageId: message.id,
    subject: inAllLanguages(envelope.subject),
    receiptDate: dateTime(message.acceptedAt),
    expirationDate: dateTime(expiryOf(message, facts.validityDays)),
    readStatus: message.openedAt !== undefined,
    visible: true,
    registeredMail: false,
    messageTypeId: envelope.messageType,
    senderOrganizationId: envelope.sender,
    senderApplicationId: envelope.application,
    attachments: attachmentsView(message, facts),
    bodyMainContent: envelope.isBodyMain,
    replyAuthorized: envelope.isReplyAuthorized,
  }
}

export function attachmentsView(message: AcceptedMessage, facts: ViewFacts) {
  const items = message.envelope.attachments.map((_, index) => attachmentView(message, index, facts))
  return { items, totalItems: items.length }
}

/** Attachments are numbered from 1 within their message. */
export function attachmentView(message: AcceptedMessage, index: number, { messagesUrl }: ViewFacts) {
  const facts = message.envelope.attachments[index]!
  const { sha256, size } = message.documents[index]!
  const attachmentId = String(index + 1)
  return {
    attachmentId,
    attachmentTitle: inAllLanguages({ nl: facts.fileName }),
    fileName: facts.fileName,
    mainContent: facts.isMain,
    mediaType: facts.mediaType,
    size: size / 1024,
    digest: { digestMethod: 'sha_256', digestValue: Buffer.from(sha256, 'hex').toString('base64url') },
    attachmentSigned: facts.isSigned,
    contentHref: `${messagesUrl}/${message.id}/attachments/${attachmentId}/content`,
  }
}

/** The provider fills in every language, with the one text that it has. */
export function inAllLanguages(text: Texts): Required<Texts> {
  const only = text.nl ?? text.fr ?? text.de ?? ''
  return { nl: text.nl ?? only, fr: text.fr ?? only, de: text.de ?? only }
}

const namesInV3: Readonly<Record<string, string>> = {
  mainContent: 'isMainContent',
  attachmentSigned: 'isAttachmentSigned',
  bodyMainContent: 'isBodyMainContent',
  replyAuthorized: 'isReplyAuthorized',
  registeredMail: 'isRegisteredMail',
}

/** The same answer with the names of v3, where the booleans begin with "is". */
export function inV3(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inV3)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [namesInV3[name] ?? name, inV3(each)]),
  )
}
