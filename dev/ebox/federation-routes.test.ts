import { afterAll, beforeAll, expect, test } from 'vitest'
import { consentSearchPath } from './federation-routes.ts'
import { type EboxStandIn, startEboxStandIn } from './stand-in.ts'
import { aSender, aToken, people } from './testing.ts'

const from = aSender()
let standIn: EboxStandIn

beforeAll(async () => {
  standIn = await startEboxStandIn({
    clients: [from.client],
    citizens: [{ ssin: people.otherActive, box: 'not-accepted' }],
  })
})
afterAll(() => standIn.close())

async function search(eboxIdValueList: readonly string[]) {
  const token = await aToken(standIn.url, from)
  const reply = await fetch(standIn.url + consentSearchPath, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ eboxType: 'CITIZEN', eboxIdType: 'Ssin', eboxIdValueList }),
  })
  return { status: reply.status, body: await reply.json() }
}

const consent = (eboxIdValue: string, conditionsAccepted: boolean) => ({
  eboxId: { eboxType: 'citizen', eboxIdValue },
  conditionsAccepted,
})

test('accepted, not accepted, and who is not known is left out', async () => {
  expect((await search([people.active, people.notAccepted, people.notFound])).body).toEqual([
    consent(people.active, true),
    consent(people.notAccepted, false),
  ])
})

test('a seeded citizen’s box is as the seed says', async () => {
  expect((await search([people.otherActive])).body).toEqual([consent(people.otherActive, false)])
})

test('at most a thousand at a time, and test numbers only', async () => {
  expect((await search(Array(1000).fill(people.active))).status).toBe(200)
  expect((await search(Array(1001).fill(people.active))).status).toBe(400)
  expect((await search(['85610100148'])).status).toBe(400)
})
