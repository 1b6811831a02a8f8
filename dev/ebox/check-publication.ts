import type { EboxClient } from './client.ts'
import type { Envelope } from './message.ts'
import type { Publication } from './message-to-publish.ts'
import type { ReceivedPart } from './multipart.ts'
import { mediaTypes, type Refusal, refusals } from './refusals.ts'
import { isEnterpriseNumber, isTestNumber } from './test-number.ts'

export type Submission = Readonly<{
  api: Envelope['api']
  client: EboxClient
  /** `On-Behalf-Of-Enterprise-Number`: assumed to name the enterprise in whose name is published. */
  onBehalfOf: string | undefined
  publication: Publication
  parts: readonly ReceivedPart[]
}>

/** The first rule that the message breaks, in the order in which this stand-in asks them. */
export function findFault(submission: Submission): Refusal | undefined {
  const { publication, parts } = submission
  return (
    recipientFault(publication) ??
    senderFault(submission) ??
    textFault(publication) ??
    mainContentFault(publication) ??
    partsFault(publication, parts) ??
    configurationFault(submission) ??
    digestFault(publication, parts)
  )
}

function recipientFault({ recipient, attentionNumber }: Publication): Refusal | undefined {
  if (attentionNumber !== undefined && !isTestNumber(attentionNumber)) return refusals.notATestNumber
  if (recipient.type === 'citizen') {
    return isTestNumber(recipient.number) ? undefined : refusals.notATestNumber
  }
  // Messages of this registry's senders were agreed for citizens only.
  return isEnterpriseNumber(recipient.number)
    ? refusals.wrongConfiguration
    : refusals.notACompany(recipient.number)
}

function senderFault({ api, client, onBehalfOf, publication }: Submission): Refusal | undefined {
  const { sender } = publication
  if (sender === undefined) return refusals.wrongSender
  if (sender === client.enterpriseNumber && onBehalfOf === undefined) return undefined
  // MAGDA has no such header as far as is known: there a mandate is assumed to be enough.
  const isAnnounced = api === 'magda' || onBehalfOf === sender
  return isAnnounced && client.mayRepresent.includes(sender) ? undefined : refusals.wrongSender
}

function textFault({ subject, allTexts }: Publication): Refusal | undefined {
  const languages = new Set(allTexts.flatMap((text) => Object.keys(text)))
  if (languages.size > 1) return refusals.severalLanguages
  const [title] = Object.values(subject)
  if (!title) return refusals.schema('subject')
  return title.length > 400 ? refusals.subjectTooLong : undefined
}

function mainContentFault({ attachments, isBodyMain }: Publication): Refusal | undefined {
  const mains = attachments.filter((each) => each.isMain).length + (isBodyMain ? 1 : 0)
  if (mains === 0) return refusals.noMainContent
  return mains > 1 ? refusals.severalMainContents : undefined
}

function partsFault({ attachments }: Publication, parts: readonly ReceivedPart[]): Refusal | undefined {
  if (attachments.length !== parts.length) return refusals.wrongNumberOfParts
  const names = new Set(parts.map((part) => part.name))
  const announced = new Set(attachments.map((each) => each.partName))
  if (announced.size !== attachments.length || [...announced].some((name) => !names.has(name))) {
    return refusals.unknownPart
  }
  for (const part of parts) {
    if (!part.mediaType || !part.fileName) return refusals.barePart
    if (part.fileName.length > 255) return refusals.fileNameTooLong
    if (!mediaTypes.has(part.mediaType)) return refusals.wrongMediaType
  }
  return undefined
}

function configurationFault({ client, publication }: Submission): Refusal | undefined {
  const { application, messageType } = publication
  if (!application || !messageType) return refusals.wrongConfiguration
  const agreed = client.configurations?.some(
    (each) => each.senderApplicationId === application && each.messageTypeId === messageType,
  )
  return agreed === false ? refusals.wrongConfiguration : undefined
}

/** Digests come in base64url; with or without padding is not said anywhere, so both pass. */
function digestFault({ attachments }: Publication, parts: readonly ReceivedPart[]): Refusal | undefined {
  for (const { digest, partName } of attachments) {
    if (digest === undefined) continue
    const part = parts.find((each) => each.name === partName)!
    const real = Buffer.from(part.sha256, 'hex').toString('base64url')
    if (digest.replace(/=+$/, '') !== real) return refusals.wrongDigest
  }
  return undefined
}
