import { z } from 'zod'
import { dateTime, expiryOf } from './replies.ts'
import type { AcceptedMessage } from './truth.ts'

const number = (most: number) => z.coerce.number().int().min(1).max(most)
const flag = z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional()

/** The query of `GET /ebox/messages`; `q` wants the language that it searches in. */
export const querySchema = z
  .object({
    page: number(2 ** 31 - 1).default(1),
    pageSize: number(100).default(25),
    receivedBefore: z.iso.date().optional(),
    receivedAfter: z.iso.date().optional(),
    expiredBefore: z.iso.date().optional(),
    expiredAfter: z.iso.date().optional(),
    readStatus: flag,
    visible: flag,
    registeredMail: flag,
    messageTypeId: z.string().optional(),
    senderOrganizationId: z.string().optional(),
    senderApplicationId: z.string().optional(),
    q: z.string().optional(),
    qlang: z.enum(['nl', 'fr', 'de']).optional(),
  })
  .refine(({ q, qlang }) => q === undefined || qlang !== undefined)

export type Query = z.output<typeof querySchema>

/** Whether a message passes every filter of the query. */
export function matches(message: AcceptedMessage, query: Query, validityDays: number): boolean {
  const { envelope } = message
  const received = dateTime(message.acceptedAt)
  const expires = dateTime(expiryOf(message, validityDays))
  const equal = (asked: unknown, real: unknown) => asked === undefined || asked === real
  return (
    equal(query.readStatus, message.openedAt !== undefined) &&
    equal(query.visible, true) &&
    equal(query.registeredMail, false) &&
    equal(query.messageTypeId, envelope.messageType) &&
    equal(query.senderOrganizationId, envelope.sender) &&
    equal(query.senderApplicationId, envelope.application) &&
    isBetween(received, query.receivedAfter, query.receivedBefore) &&
    isBetween(expires, query.expiredAfter, query.expiredBefore) &&
    holdsText(message, query)
  )
}

/** Before and after a calendar day (UTC here): strings in ISO form compare as dates do. */
function isBetween(instant: string, after: string | undefined, before: string | undefined): boolean {
  const day = instant.slice(0, 10)
  return (after === undefined || day > after) && (before === undefined || day < before)
}

function holdsText({ envelope }: AcceptedMessage, { q, qlang }: Query): boolean {
  if (q === undefined) return true
  const subject = (qlang && envelope.subject[qlang]) ?? Object.values(envelope.subject)[0] ?? ''
  return [subject, envelope.messageType, envelope.application].some((text) => plain(text).includes(plain(q)))
}

/** Without case and accents. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
