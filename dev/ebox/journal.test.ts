import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEboxStandIn } from './stand-in.ts'
import { aMessage, aSender, aToken, multipartOf, newKey, people, post } from './testing.ts'

const from = aSender()
let folder: string
let dataFile: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ebox-'))
  dataFile = join(folder, 'ebox.jsonl')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a second start goes on with clients, messages, keys and citizens', async () => {
  const first = await startEboxStandIn({
    dataFile,
    clients: [from.client],
    citizens: [{ ssin: people.active, name: 'An' }],
  })
  const key = newKey()
  const body = multipartOf(aMessage())
  await post(first.url, await aToken(first.url, from), body, { key })
  const truth = first.truth()
  const messages = first.messages()
  await first.close()

  const second = await startEboxStandIn({ dataFile })
  expect(second.truth()).toEqual(truth)
  expect(second.messages()).toEqual(messages)
  const token = await aToken(second.url, from)
  expect((await post(second.url, token, body, { key })).status).toBe(409)
  expect((await post(second.url, token, body, { key: newKey() })).status).toBe(201)
  await second.close()
})

test('the recipient’s number is not in the file', async () => {
  const standIn = await startEboxStandIn({
    dataFile,
    clients: [from.client],
    citizens: [{ ssin: people.active }],
  })
  await post(standIn.url, await aToken(standIn.url, from), multipartOf(aMessage()), { key: newKey() })
  await standIn.close()
  const text = readFileSync(dataFile, 'utf8')
  expect(text).toContain('"is":"message"')
  expect(text).not.toContain(people.active)
})

test('a line that broke off when the process was killed is left out, and the next one is whole', async () => {
  const first = await startEboxStandIn({ dataFile, clients: [from.client] })
  await post(first.url, await aToken(first.url, from), multipartOf(aMessage()), { key: newKey() })
  await first.close()
  appendFileSync(dataFile, '{"is":"message","message":{"id":"half')

  for (const accepted of [2, 3]) {
    const again = await startEboxStandIn({ dataFile })
    await post(again.url, await aToken(again.url, from), multipartOf(aMessage()), { key: newKey() })
    expect(again.truth().accepted).toBe(accepted)
    await again.close()
  }
})
