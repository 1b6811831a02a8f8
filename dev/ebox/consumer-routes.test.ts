import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EboxStandIn, startEboxStandIn } from './stand-in.ts'
import {
  aDocument,
  aMessage,
  aPart,
  aSender,
  aToken,
  multipartOf,
  newKey,
  paths,
  people,
  post,
} from './testing.ts'

type Json = Record<string, unknown>
type List = { items: Json[]; totalItems: number }

const from = aSender()
const day = 86_400_000
let time = Date.now()
let standIn: EboxStandIn

beforeAll(async () => {
  standIn = await startEboxStandIn({
    clients: [from.client],
    validityDays: 30,
    tokenLifeSeconds: 9_999_999,
    now: () => time,
  })
})
afterAll(() => standIn.close())

async function publish(ssin: string, changes: Json = {}, parts = [aPart]): Promise<string> {
  const message = aMessage({ recipient: { eboxType: 'citizen', ssin }, ...changes })
  const reply = await post(standIn.url, await aToken(standIn.url, from), multipartOf(message, parts), {
    key: newKey(),
  })
  return String(reply.body.messageId)
}

async function logIn(ssin: string): Promise<(path: string) => Promise<Response>> {
  const reply = await fetch(`${standIn.url}/sim/citizen-tokens`, {
    method: 'POST',
    body: JSON.stringify({ ssin }),
  })
  const { access_token } = (await reply.json()) as { access_token: string }
  return (path) =>
    fetch(standIn.url + paths.v3Registry + path, { headers: { authorization: `Bearer ${access_token}` } })
}

test('only the content of the main document makes a message read', async () => {
  const annex = { ...aPart, name: 'upfile2', content: Buffer.from('%PDF-1.7 an annex') }
  const attachments = [
    { httpPartName: 'upfile2', isMainContent: false },
    { httpPartName: 'upfile1', isMainContent: true },
  ]
  const id = await publish(people.active, { attachments }, [aPart, annex])
  const read = await logIn(people.active)
  const isRead = async () => ((await (await read(`/ebox/messages/${id}`)).json()) as Json).readStatus

  await read('/ebox/messages')
  await read(`/ebox/messages/${id}/attachments/2`)
  const annexBytes = await (await read(`/ebox/messages/${id}/attachments/1/content`)).text()
  expect(annexBytes).toBe('%PDF-1.7 an annex')
  expect(await isRead()).toBe(false)

  const main = await read(`/ebox/messages/${id}/attachments/2/content`)
  expect(Buffer.from(await main.arrayBuffer())).toEqual(aDocument)
  expect(await isRead()).toBe(true)
  const unread = (await (await read('/ebox/messages?readStatus=false')).json()) as List
  expect(unread.items.map((item) => item.messageId)).not.toContain(id)
})

test('v3 begins its booleans with "is"', async () => {
  const id = await publish(people.active)
  const read = await logIn(people.active)
  const message = (await (await read(`/ebox/messages/${id}`)).json()) as { attachments: List } & Json
  expect(message).toMatchObject({
    isBodyMainContent: false,
    isReplyAuthorized: false,
    isRegisteredMail: false,
  })
  expect(message.attachments.items[0]).toMatchObject({ isMainContent: true, isAttachmentSigned: false })
})

test('a box shows its own messages, newest first, page by page', async () => {
  const ids = [
    await publish(people.otherActive),
    await publish(people.otherActive),
    await publish(people.otherActive),
  ]
  const read = await logIn(people.otherActive)
  const first = (await (await read('/ebox/messages?pageSize=2')).json()) as List
  const second = (await (await read('/ebox/messages?pageSize=2&page=2')).json()) as List
  expect(first.totalItems).toBe(3)
  expect([...first.items, ...second.items].map((item) => item.messageId)).toEqual(ids.reverse())

  const somebodyElse = await logIn(people.notFound)
  expect((await somebodyElse(`/ebox/messages/${ids[0]}`)).status).toBe(404)
  expect((await somebodyElse(`/ebox/messages/${ids[0]}/attachments/1/content`)).status).toBe(404)
})

test('search looks at the subject, without case and accents', async () => {
  const id = await publish(people.notAccepted, { subject: { nl: 'Uw óproep' } })
  const read = await logIn(people.notAccepted)
  const found = (await (await read('/ebox/messages?q=OPROEP&qlang=nl')).json()) as List
  expect(found.items.map((item) => item.messageId)).toEqual([id])
  expect(((await (await read('/ebox/messages?q=niets&qlang=nl')).json()) as List).totalItems).toBe(0)
})

test('what has expired is gone, from the box and from the status', async () => {
  const id = await publish(people.notFound)
  const token = await aToken(standIn.url, from)
  const askStatus = async () => {
    const body = JSON.stringify([
      { messageId: id, eboxId: { eboxType: 'citizen', eboxIdValue: people.notFound } },
    ])
    const headers = { authorization: `Bearer ${token}` }
    return (await fetch(standIn.url + paths.v2Status, { method: 'POST', body, headers })).status
  }
  expect(await askStatus()).toBe(201)
  const read = await logIn(people.notFound)
  time += 31 * day
  expect((await read(`/ebox/messages/${id}`)).status).toBe(404)
  expect(await askStatus()).toBe(404)
  expect(((await (await read('/ebox/messages')).json()) as List).totalItems).toBe(0)
  time -= 31 * day
  expect((await read(`/ebox/messages/${id}`)).status).toBe(200)
})

test('of a mass mailing the last hundred documents can be read, of all the digest is known', async () => {
  const first = await publish(people.notFound)
  for (let i = 0; i < 100; i++) await publish(people.active)
  const read = await logIn(people.notFound)
  expect((await read(`/ebox/messages/${first}`)).status).toBe(200)
  expect((await read(`/ebox/messages/${first}/attachments/1/content`)).status).toBe(404)
})
