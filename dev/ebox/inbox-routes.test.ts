import { afterAll, beforeAll, expect, test } from 'vitest'
import { inboxPaths } from './inbox-pages.tsx'
import { type EboxStandIn, startEboxStandIn } from './stand-in.ts'
import { aDocument, aMessage, aSender, aToken, multipartOf, newKey, people, post } from './testing.ts'

const from = aSender({ senderNames: { '1999000150': 'Gemeente Zonneveld' } })
let standIn: EboxStandIn
let letter: string

async function publish(to: EboxStandIn, ssin: string, nl = 'Uw oproepingsbrief'): Promise<string> {
  const message = aMessage({ recipient: { eboxType: 'citizen', ssin }, subject: { nl } })
  const reply = await post(to.url, await aToken(to.url, from), multipartOf(message), { key: newKey() })
  return String(reply.body.messageId)
}

beforeAll(async () => {
  standIn = await startEboxStandIn({
    clients: [from.client],
    citizens: [
      { ssin: people.active, name: 'An <b>Peeters</b>' },
      { ssin: people.otherActive, name: 'Bert Claes' },
    ],
  })
  letter = await publish(standIn, people.active)
})
afterAll(() => standIn.close())

/** Chooses a citizen by name and gives back a visitor with the cookie. */
async function enter(name: string, to = standIn) {
  const page = await (await fetch(to.url + inboxPaths.choose)).text()
  const citizen = page
    .split('<li>')
    .find((item) => item.includes(name))
    ?.match(/value="([^"]+)"/)?.[1]
  const entered = await fetch(to.url + inboxPaths.enter, {
    method: 'POST',
    body: new URLSearchParams({ citizen: citizen ?? '' }),
    redirect: 'manual',
  })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  return (path: string) => fetch(to.url + path, { headers: { cookie }, redirect: 'manual' })
}

test('names and texts are shown as text, numbers only behind a mask', async () => {
  const page = await (await fetch(standIn.url + inboxPaths.choose)).text()
  expect(page).toContain('An &lt;b&gt;Peeters&lt;/b&gt;')
  expect(page).toContain('85.61.**-***.**')
  expect(page).not.toContain(people.active)
})

test('a letter is unread until it is opened', async () => {
  const visit = await enter('Peeters')
  const list = () => visit(inboxPaths.messages).then((page) => page.text())
  expect(await list()).toContain('Nieuw: nog niet gelezen')
  expect(await list()).toContain('Gemeente Zonneveld')
  await visit(inboxPaths.message(letter))
  expect(await list()).toContain('Nieuw: nog niet gelezen')

  const document = await visit(inboxPaths.document(letter, 0))
  expect(document.headers.get('content-type')).toBe('application/pdf')
  expect(Buffer.from(await document.arrayBuffer())).toEqual(aDocument)
  expect(await list()).not.toContain('Nieuw: nog niet gelezen')
})

test('a letter opens for nobody else', async () => {
  const visit = await enter('Bert')
  expect((await visit(inboxPaths.message(letter))).status).toBe(404)
  expect((await visit(inboxPaths.document(letter, 0))).status).toBe(404)
  expect(await (await visit(inboxPaths.messages)).text()).toContain('U hebt geen berichten')
})

test('who has not chosen, or chose nobody known, is sent back to choose', async () => {
  for (const visit of [
    await enter('nobody'),
    (path: string) => fetch(standIn.url + path, { redirect: 'manual' }),
  ]) {
    const reply = await visit(inboxPaths.messages)
    expect(reply.status).toBe(303)
    expect(reply.headers.get('location')).toBe(inboxPaths.choose)
  }
})

test('without citizens of a demo, those of the last letters can be chosen by their mask', async () => {
  const bare = await startEboxStandIn({ clients: [from.client] })
  const id = await publish(bare, people.notFound)
  const visit = await enter('99.63.**-***.**', bare)
  expect((await visit(inboxPaths.document(id, 0))).status).toBe(200)
  await bare.close()
})
