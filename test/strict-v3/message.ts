import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Part, Wrong } from './form.ts'

/** What a message may be, by the public description of Message Registry v3 (docs/e-box-on-the-wire.md). */

const text = z.string().min(1)
const dateTime = z.iso.datetime({ offset: true })
const translated = z.strictObject({ nl: text.optional(), fr: text.optional(), de: text.optional() })
const oneLanguage = translated.refine(
  (texts) => Object.keys(texts).length === 1,
  'has not exactly one language',
)
const enterpriseNumber = z
  .string()
  .regex(/^[01]\d{9}$/)
  .refine((number) => 97 - (Number(number.slice(0, 8)) % 97) === Number(number.slice(8)), 'is no enterprise')

/** Only invented people: month digits 61 to 72, check digits of either century. */
const testNumber = z
  .string()
  .regex(/^\d\d(6[1-9]|7[0-2])\d{7}$/)
  .refine((number) => {
    const [first, check] = [Number(number.slice(0, 9)), Number(number.slice(9))]
    return [first, 2_000_000_000 + first].some((each) => 97 - (each % 97) === check)
  }, 'has other check digits')

const attachment = z.strictObject({
  httpPartName: z.string().regex(/^upfile[1-6]$/),
  isMainContent: z.boolean(),
  isAttachmentSigned: z.boolean().optional(),
  digest: z
    .strictObject({ digestMethod: z.literal('sha_256'), digestValue: z.string().regex(/^[\w-]{43}=?$/) })
    .optional(),
})

const message = z.strictObject({
  sender: z.strictObject({ eboxType: z.literal('enterprise'), enterpriseNumber, partition: text.optional() }),
  recipient: z.strictObject({ eboxType: z.literal('citizen'), ssin: testNumber }),
  subject: oneLanguage.refine(
    (texts) => Object.values(texts).every((title) => title!.length <= 400),
    'is too long',
  ),
  messageTypeId: text,
  senderApplicationId: text,
  attachments: z.array(attachment).max(6),
  isBodyMainContent: z.boolean().default(false),
  isReplyAuthorized: z.boolean().default(false),
  isRegisteredMail: z.literal(false).optional(), // only through another service
  bodyContent: oneLanguage.optional(),
  businessDataList: z
    .array(z.strictObject({ key: text, values: z.array(oneLanguage), name: text.optional() }))
    .optional(),
  expirationDate: dateTime.optional(),
  forTheAttentionOf: z
    .strictObject({ ssin: testNumber.optional(), label: text.max(100).optional() })
    .optional(),
})

export interface Publication {
  readonly sender: string
  readonly application: string
  readonly messageType: string
  readonly recipient: string
  /** SHA-256 of the main document, in hexadecimal. */
  readonly sha256: string
  readonly size: number
}

/** The message in these parts; throws what is wrong with them. */
export function publicationOf(parts: readonly Part[]): Publication {
  const names = parts.map(({ name }) => name)
  if (new Set(names).size !== names.length) throw new Wrong('two parts have one name')
  const json = parts.find(({ name }) => name === 'messageToPublish')
  if (!json) throw new Wrong('there is no messageToPublish')
  if (json.contentType !== undefined || json.fileName !== undefined)
    throw new Wrong('messageToPublish is no plain field')
  const read = message.safeParse(jsonOf(json.content))
  if (!read.success) throw new Wrong(z.prettifyError(read.error))
  const { sender, recipient, senderApplicationId, messageTypeId, attachments, isBodyMainContent } = read.data
  const files = parts.filter((part) => part !== json)
  if (files.length !== attachments.length) throw new Wrong('the attachments are not as many as the files')
  const mains = attachments.filter(({ isMainContent }) => isMainContent)
  if (mains.length + (isBodyMainContent ? 1 : 0) !== 1)
    throw new Wrong('there is not exactly one main content')
  for (const { httpPartName, digest } of attachments) {
    const file = files.find(({ name }) => name === httpPartName)
    if (!file) throw new Wrong(`there is no part ${httpPartName}`)
    checkFile(file)
    const found = createHash('sha256').update(file.content).digest('base64url')
    if (digest && digest.digestValue.replace(/=$/, '') !== found)
      throw new Wrong(`${httpPartName} has another digest`)
  }
  const main = files.find(({ name }) => name === mains[0]?.httpPartName)
  if (!main) throw new Wrong('a letter is a document, no body')
  return {
    ...{ sender: sender.enterpriseNumber, application: senderApplicationId, messageType: messageTypeId },
    ...{ recipient: recipient.ssin, size: main.content.length },
    sha256: createHash('sha256').update(main.content).digest('hex'),
  }
}

/** Well-formed UTF-8, and no `null` anywhere: what is not there is left out. */
function jsonOf(content: Buffer): unknown {
  try {
    return JSON.parse(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content),
      (name, value) => {
        if (value === null) throw new Wrong(`${name} is null`)
        return value
      },
    )
  } catch (error) {
    throw error instanceof Wrong ? error : new Wrong('messageToPublish is no JSON')
  }
}

/** For citizens: PDF only. A name beyond ISO-8859-1 is percent-encoded. */
function checkFile({ name, fileName, contentType, content }: Part): void {
  if (!fileName || fileName.length > 255) throw new Wrong(`${name} has no file name, or a long one`)
  if (!/^[\x20-\x7e\xa0-\xff]+$/.test(fileName)) throw new Wrong(`${name} has a file name beyond ISO-8859-1`)
  if (contentType !== 'application/pdf') throw new Wrong(`${name} is no PDF by its type`)
  if (!content.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Wrong(`${name} is no PDF`)
}
