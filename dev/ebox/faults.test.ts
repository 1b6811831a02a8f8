import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { officialEbox } from '../../test/official-ebox.ts'
import { createFaults, type FaultPlan } from './faults.ts'
import { type EboxStandIn, startEboxStandIn } from './stand-in.ts'
import {
  aMessage,
  anOldMessage,
  aSender,
  askToken,
  assertionOf,
  aToken,
  multipartOf,
  newKey,
  paths,
  people,
  post,
} from './testing.ts'

const from = aSender()
let standIn: EboxStandIn
let token: string

beforeEach(async () => {
  standIn = await startEboxStandIn({ clients: [from.client] })
  token = await aToken(standIn.url, from)
})
afterEach(() => standIn.close())

const send = (key = newKey()) => post(standIn.url, token, multipartOf(aMessage()), { key })

describe('over HTTP', () => {
  test('a reset connection: nothing was accepted', async () => {
    standIn.faults.plan({ rules: [{ kind: 'reset', times: 1 }] })
    await expect(send()).rejects.toThrow()
    expect(standIn.truth().accepted).toBe(0)
    expect((await send()).status).toBe(201)
  })

  test('a request that is cut halfway: nothing was accepted', async () => {
    standIn.faults.plan({ rules: [{ kind: 'cut-request', times: 1 }] })
    await expect(send()).rejects.toThrow()
    expect(standIn.truth().accepted).toBe(0)
    expect((await send()).status).toBe(201)
  })

  test('a lost reply: accepted all the same, and the same key again gives 409', async () => {
    standIn.faults.plan({ rules: [{ kind: 'lose-reply', times: 1 }] })
    const key = newKey()
    await expect(send(key)).rejects.toThrow()
    expect(standIn.truth().accepted).toBe(1)
    expect((await send(key)).status).toBe(409)
    expect(standIn.truth()).toMatchObject({ accepted: 1, repeatsRefused: 1 })
  })

  test('a truncated reply: accepted, and the answer cannot be read', async () => {
    standIn.faults.plan({ rules: [{ kind: 'truncate-reply', times: 1 }] })
    await expect(send()).rejects.toThrow()
    expect(standIn.truth().accepted).toBe(1)
  })

  test('a slow reply: accepted before the sender gives up', async () => {
    standIn.faults.plan({ rules: [{ kind: 'slow-reply', times: 1, delayMs: 60_000 }] })
    const giveUp = new AbortController()
    const waiting = fetch(`${standIn.url}/REST/ebox/enterprise/messageRegistry/v3/ebox/messages`, {
      method: 'POST',
      body: new Uint8Array(multipartOf(aMessage())),
      headers: {
        authorization: `Bearer ${token}`,
        'idempotency-key': newKey(),
        'content-type': 'multipart/form-data; boundary=kiesloket-test-boundary',
      },
      signal: giveUp.signal,
    })
    await expect.poll(() => standIn.truth().accepted).toBe(1)
    giveUp.abort()
    await expect(waiting).rejects.toThrow()
  })

  test('too busy: Retry-After in seconds or as a date', async () => {
    standIn.faults.plan({
      rules: [
        { kind: 'busy', times: 1, retryAfterSeconds: 7 },
        { kind: 'busy', times: 1, after: 1, retryAfterSeconds: 7, retryAfterAs: 'date' },
      ],
    })
    const first = await send()
    expect(first).toMatchObject({ status: 429, body: { retryAfterSec: 7 } })
    expect(first.headers.get('retry-after')).toBe('7')
    const until = Date.parse((await send()).headers.get('retry-after') ?? '')
    expect(until).toBeGreaterThan(Date.now())
    expect((await send()).status).toBe(201)
  })

  test.each([500, 502, 503] as const)('a burst of %i', async (status) => {
    standIn.faults.plan({ rules: [{ kind: 'error', status, times: 1, lasts: { requests: 3 } }] })
    for (const _ of [1, 2, 3]) expect((await send()).status).toBe(status)
    expect((await send()).status).toBe(201)
    expect(standIn.truth().accepted).toBe(1)
  })

  test.each([400, 403, 404, 422] as const)(
    'a refusal of one message with %i, until it is mended',
    async (status) => {
      standIn.faults.plan({ rules: [{ kind: 'refuse', status, times: 1 }] })
      const key = newKey()
      for (const _ of [1, 2]) {
        const refused = await send(key)
        expect(refused).toMatchObject({ status, body: { status } })
        expect(refused.headers.get('content-type')).toBe('application/problem+json')
      }
      const another = multipartOf(aMessage({ recipient: { eboxType: 'citizen', ssin: people.otherActive } }))
      expect((await post(standIn.url, token, another, { key: newKey() })).status).toBe(201)
      expect(standIn.faults.struck()).toEqual({ refuse: 1 })
      standIn.faults.clear()
      expect((await send(key)).status).toBe(201)
      expect(standIn.truth().accepted).toBe(2)
    },
  )

  test('a message that was accepted before is a repeat, and no longer refused', async () => {
    const key = newKey()
    expect((await send(key)).status).toBe(201)
    standIn.faults.plan({ rules: [{ kind: 'refuse', times: 1 }] })
    expect((await send(key)).status).toBe(409)
  })

  test('over v2.1 a refusal with 400 is as the official file says', async () => {
    standIn.faults.plan({ rules: [{ kind: 'refuse' }] })
    const refused = await post(standIn.url, token, multipartOf(anOldMessage()), { path: paths.v2 })
    expect(refused).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT' } })
    expect(officialEbox().judgeReply('post', '/publishMessage', 400, refused.body)).toEqual([])
  })

  test('a token that expires under way', async () => {
    standIn.faults.plan({ rules: [{ kind: 'expire-token', times: 1 }] })
    expect((await send()).status).toBe(401)
    expect((await send()).status).toBe(401)
    token = await aToken(standIn.url, from)
    expect((await send()).status).toBe(201)
  })

  test('down: neither tokens nor messages', async () => {
    standIn.faults.plan({ rules: [{ kind: 'down', times: 1, lasts: { requests: 2 } }] })
    await expect(send()).rejects.toThrow()
    await expect(askToken(standIn.url, await assertionOf(from, standIn.url))).rejects.toThrow()
    expect((await send()).status).toBe(201)
  })

  test('planned, asked and cleared over HTTP', async () => {
    const address = `${standIn.url}/sim/faults`
    const plan = { rules: [{ kind: 'error' }] } satisfies FaultPlan
    const headers = { 'content-type': 'application/json' }
    expect((await fetch(address, { method: 'POST', body: JSON.stringify(plan), headers })).status).toBe(201)
    expect((await send()).status).toBe(500)
    expect(await (await fetch(address)).json()).toEqual({ struck: { error: 1 } })
    await fetch(address, { method: 'DELETE' })
    expect((await send()).status).toBe(201)
    const wrong = await fetch(address, { method: 'POST', body: '{"rules":[{"kind":"fire"}]}', headers })
    expect(wrong.status).toBe(400)
  })

  test.each([
    '{"kind":"refuse","status":500}',
    '{"kind":"error","status":400}',
    '{"kind":"busy","status":503}',
  ])('%s is no fault: another status than its kind has', async (rule) => {
    const headers = { 'content-type': 'application/json' }
    const body = `{"rules":[${rule}]}`
    const wrong = await fetch(`${standIn.url}/sim/faults`, { method: 'POST', body, headers })
    expect(wrong.status).toBe(400)
    expect(JSON.stringify(await wrong.json())).toContain('rules[0].status')
  })
})

describe('the plan', () => {
  const plan = (seed: number): FaultPlan => ({
    seed,
    rules: [
      { kind: 'lose-reply', probability: 0.1 },
      { kind: 'error', status: 503, probability: 0.05, lasts: { requests: 3 } },
    ],
  })
  const strikesOf = (seed: number, requests = 2000) => {
    const faults = createFaults()
    faults.plan(plan(seed))
    return Array.from({ length: requests }, () => faults.next('publish')?.kind)
  }

  test('strikes the same requests again with the same seed, others with another', () => {
    expect(strikesOf(7)).toEqual(strikesOf(7))
    expect(strikesOf(7)).not.toEqual(strikesOf(8))
  })

  test('strikes about as often as its probability says', () => {
    const lost = strikesOf(3, 20_000).filter((kind) => kind === 'lose-reply').length
    expect(lost).toBeGreaterThan(1800)
    expect(lost).toBeLessThan(2200)
  })

  test('strikes for a while, by the clock', () => {
    let time = 0
    const faults = createFaults(() => time)
    faults.plan({ rules: [{ kind: 'down', times: 1, lasts: { ms: 100 } }] })
    expect(faults.next('publish')?.kind).toBe('down')
    time = 99
    expect(faults.next('token')?.kind).toBe('down')
    time = 100
    expect(faults.next('publish')).toBeUndefined()
  })
})
