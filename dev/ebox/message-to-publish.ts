import { z } from 'zod'
import type { Envelope, Texts } from './message.ts'

const texts = z.object({
  nl: z.string().exactOptional(),
  fr: z.string().exactOptional(),
  de: z.string().exactOptional(),
})
const enterpriseNumber = z.string().regex(/^[01]\d{9}$/)
const digest = z.looseObject({ digestMethod: z.literal('sha_256'), digestValue: z.string() })
const businessData = z.array(z.looseObject({ key: z.string(), values: z.array(texts) }))
const common = {
  subject: texts,
  messageTypeId: z.string().optional(),
  senderApplicationId: z.string().optional(),
  bodyContent: texts.optional(),
  businessDataList: businessData.optional(),
}
const attachment = { httpPartName: z.string(), digest: digest.optional(), attachmentTitle: texts.optional() }

/** The JSON part of v2.1, as the official description has it. */
const v2 = z.looseObject({
  ...common,
  recipient: z.looseObject({ eboxType: z.enum(['enterprise', 'citizen']), eboxIdValue: z.string() }),
  senderOrganizationId: enterpriseNumber.optional(),
  bodyMainContent: z.boolean(),
  replyAuthorized: z.boolean(),
  attachments: z
    .array(
      z.looseObject({ ...attachment, mainContent: z.boolean(), attachmentSigned: z.boolean().optional() }),
    )
    .default([]),
  forTheAttentionOf: z
    .looseObject({ id: z.string().optional(), name: z.string().max(100).optional() })
    .optional(),
})

/** The JSON part of v3, as far as it is public: the booleans start with "is", the parties changed shape. */
const v3 = z.looseObject({
  ...common,
  recipient: z.discriminatedUnion('eboxType', [
    z.looseObject({ eboxType: z.literal('citizen'), ssin: z.string() }),
    z.looseObject({ eboxType: z.literal('enterprise'), enterpriseNumber: z.string() }),
  ]),
  sender: z.looseObject({ eboxType: z.literal('enterprise'), enterpriseNumber }),
  isBodyMainContent: z.boolean().default(false),
  isReplyAuthorized: z.boolean().default(false),
  attachments: z
    .array(
      z.looseObject({
        ...attachment,
        isMainContent: z.boolean(),
        isAttachmentSigned: z.boolean().optional(),
      }),
    )
    .default([]),
  forTheAttentionOf: z
    .looseObject({ ssin: z.string().optional(), label: z.string().max(100).optional() })
    .optional(),
})

/** MAGDA's form is assumed: the names of v2.1 plus a channel. */
const magda = v2.extend({
  deliveryChannel: z.literal('EBOX'),
  deliveryMethod: z.enum(['NORMAL', 'REGISTERED']).optional(),
})

/** A message to publish in the words of this stand-in, whatever the route it came by. */
export type Publication = Readonly<{
  recipient: Readonly<{ type: 'citizen' | 'enterprise'; number: string }>
  attentionNumber: string | undefined
  sender: string | undefined
  application: string | undefined
  messageType: string | undefined
  subject: Texts
  body: Texts | undefined
  isBodyMain: boolean
  isReplyAuthorized: boolean
  attachments: readonly Readonly<{
    partName: string
    isMain: boolean
    isSigned: boolean
    digest: string | undefined
  }>[]
  /** Every text of the message that may be in one language only. */
  allTexts: readonly Texts[]
}>

export type ReadPublication = { ok: true; publication: Publication } | { ok: false; schemaError: string }

/** Reads the JSON part. The error names where it is wrong, never what was there. */
export function readPublication(api: Envelope['api'], json: string | undefined): ReadPublication {
  if (json === undefined) return { ok: false, schemaError: 'messageToPublish is missing' }
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return { ok: false, schemaError: 'messageToPublish is not JSON' }
  }
  if (holdsNull(value)) return { ok: false, schemaError: 'null is not allowed, leave the property out' }
  if (api === 'federal-v3') {
    const message = v3.safeParse(value)
    return message.success ? { ok: true, publication: fromV3(message.data) } : wrongShape(message.error)
  }
  const message = (api === 'magda' ? magda : v2).safeParse(value)
  return message.success ? { ok: true, publication: fromV2(message.data) } : wrongShape(message.error)
}

function wrongShape(error: z.ZodError): ReadPublication {
  return { ok: false, schemaError: error.issues[0]!.path.join('.') }
}

type V2 = z.output<typeof v2>
type V3 = z.output<typeof v3>

function fromV2(message: V2): Publication {
  return {
    ...fromBoth(message),
    recipient: { type: message.recipient.eboxType, number: message.recipient.eboxIdValue },
    attentionNumber: message.forTheAttentionOf?.id,
    sender: message.senderOrganizationId,
    isBodyMain: message.bodyMainContent,
    isReplyAuthorized: message.replyAuthorized,
    attachments: message.attachments.map((each) => ({
      partName: each.httpPartName,
      isMain: each.mainContent,
      isSigned: each.attachmentSigned ?? false,
      digest: each.digest?.digestValue,
    })),
  }
}

function fromV3(message: V3): Publication {
  const { recipient } = message
  return {
    ...fromBoth(message),
    recipient:
      recipient.eboxType === 'citizen'
        ? { type: 'citizen', number: recipient.ssin }
        : { type: 'enterprise', number: recipient.enterpriseNumber },
    attentionNumber: message.forTheAttentionOf?.ssin,
    sender: message.sender.enterpriseNumber,
    isBodyMain: message.isBodyMainContent,
    isReplyAuthorized: message.isReplyAuthorized,
    attachments: message.attachments.map((each) => ({
      partName: each.httpPartName,
      isMain: each.isMainContent,
      isSigned: each.isAttachmentSigned ?? false,
      digest: each.digest?.digestValue,
    })),
  }
}

function fromBoth(message: V2 | V3) {
  const titles = message.attachments.flatMap((each) => each.attachmentTitle ?? [])
  const values = message.businessDataList?.flatMap((each) => each.values) ?? []
  return {
    application: message.senderApplicationId,
    messageType: message.messageTypeId,
    subject: message.subject,
    body: message.bodyContent,
    allTexts: [message.subject, message.bodyContent ?? {}, ...titles, ...values],
  }
}

function holdsNull(value: unknown): boolean {
  if (value === null) return true
  return typeof value === 'object' && Object.values(value as object).some(holdsNull)
}
