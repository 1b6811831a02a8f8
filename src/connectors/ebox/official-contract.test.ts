import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { type EboxRoad, eboxRoad } from '../../../test/ebox.ts'
import { type StrictEbox, startStrictEbox } from '../../../test/strict-ebox.ts'
import type { MailboxMessage } from '../../delivery/index.ts'
import { sha256 } from '../../platform/hash.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import type { NationalNumber } from '../../platform/national-number.ts'
import type { SenderSettings } from './index.ts'

/** Our client against a server that is made from the official description of v2.1, not from the stand-in. */
const document = Buffer.from('%PDF-1.7 a letter\r\n--not-a-boundary\r\n\0\xff', 'latin1')
const published = { messageId: '3f7b6a52-0000', expirationDate: '2027-05-25T00:00:00+02:00' }
const refusal = (code: string, message = 'No main content attachment. Exactly one is expected') => ({
  id: '7a1d1c1e-0b52-4f6c-9a35-2f0f5a0f7d11',
  ...{ code, message, contact: 'helpdesk', environment: 'acceptation' },
})

let road: EboxRoad
let strict: StrictEbox
afterEach(async () => {
  await strict.close()
  await road.close()
})

async function deliver(
  reply: Parameters<typeof startStrictEbox>[0],
  changes: Partial<MailboxMessage> = {},
  settings: Partial<SenderSettings> = {},
) {
  road = await eboxRoad('federal-v2')
  strict = await startStrictEbox(reply)
  const addresses = { baseUrl: `${strict.url}/v2/`, tokenUrl: `${strict.url}/token` }
  const mailbox = await road.mailboxFor({ ...addresses, ...settings })(1 as MunicipalityId)
  return mailbox.deliver({
    ...{ key: randomUUID(), traceId: randomUUID(), recipient: '85610100147' as NationalNumber },
    ...{ document, sha256: sha256(document), fileName: 'oproepingsbrief.pdf', language: 'nl' },
    ...{ subject: 'Uw “brief”', messageTypeId: 'KIESBRIEF', senderEnterpriseNumber: '1999000150' },
    senderApplicationId: 'kiesloket:verkiezing:brieven',
    ...changes,
  })
}

describe('every form of a request', () => {
  test.each<[string, Partial<MailboxMessage>, Partial<SenderSettings>]>([
    ['in Dutch', {}, {}],
    ['in French', { language: 'fr', subject: 'Votre convocation électorale' }, {}],
    ['in German', { language: 'de', subject: 'Ihre Wahlaufforderung' }, {}],
    ['a subject as long as it may be', { subject: 'é'.repeat(400) }, {}],
    ['a file name beyond ASCII, with quotes', { fileName: 'brief “één" \\.pdf' }, {}],
    ['on behalf of another', {}, { onBehalfOf: true, enterpriseNumber: '1999000249' }],
  ])('%s', async (_, changes, settings) => {
    expect(await deliver({ status: 201, body: published }, changes, settings)).toMatchObject({
      ...{ kind: 'accepted', receipt: published.messageId, inactive: false },
    })
    const [request] = strict.requests
    expect(request?.complaints).toEqual([])
    expect(Buffer.from(await request!.files[0]!.arrayBuffer())).toEqual(document)
    expect(request?.headers['on-behalf-of-enterprise-number']).toBe(settings.enterpriseNumber)
    expect(request?.headers['idempotency-key']).toBeUndefined()
  })

  test('the strict server knows wrong from right', async () => {
    await deliver(
      { status: 201, body: published },
      { subject: 'x'.repeat(401), senderEnterpriseNumber: 'none' },
    )
    expect(strict.requests[0]?.complaints.map(({ instancePath }) => instancePath)).toEqual([
      ...['/senderOrganizationId', 'subject'],
    ])
  })

  test('the trace of the attempt is the trace of the request', async () => {
    const traceId = randomUUID()
    await deliver({ status: 201, body: published }, { traceId })
    expect(strict.requests[0]?.headers['belgov-trace-id']).toBe(traceId)
  })
})

describe('every form of an answer', () => {
  test.each([
    [
      'in an unused box',
      201,
      { ...published, code: 'NO_DIGITAL_USER', message: 'x' },
      { kind: 'accepted', inactive: true },
    ],
    ['with another code', 201, { ...published, code: 'OTHER' }, { kind: 'accepted', inactive: false }],
    ['refused', 400, refusal('INVALID_INPUT'), { kind: 'permanent', code: 'INVALID_INPUT' }],
    ['our registration', 400, refusal('INVALID_SENDER'), { kind: 'closed', code: 'INVALID_SENDER' }],
    [
      'digits in the text',
      400,
      refusal('INVALID_INPUT', '85610100147 is wrong'),
      { detail: '########### is wrong' },
    ],
    ['no token', 401, refusal('UNAUTHORIZED'), { kind: 'closed', httpStatus: 401 }],
  ])('%s', async (_, status, body, expected) => {
    expect(await deliver({ status, body })).toMatchObject(expected)
    expect(strict.requests).toHaveLength(status === 401 ? 2 : 1)
    for (const { complaints } of strict.requests) expect(complaints).toEqual([])
  })
})
