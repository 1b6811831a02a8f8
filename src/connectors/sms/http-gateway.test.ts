import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SmsStandIn, startSmsStandIn } from '../../../dev/sms/stand-in.ts'
import { createSmsSender, judgeStatus } from './http-gateway.ts'

let gateway: SmsStandIn
beforeAll(async () => {
  gateway = await startSmsStandIn(0)
})
afterAll(() => gateway.close())

const sms = { to: '0470 00 00 01', text: 'Tot morgen', id: 'ab' }

test('an SMS is taken with its reference, or refused for good', async () => {
  const sender = createSmsSender({ url: gateway.url, token: 'secret', timeoutMs: 2000 })
  expect(await sender.send(sms)).toEqual({ kind: 'taken', code: '200' })
  expect(gateway.caught).toEqual([{ to: sms.to, text: sms.text, reference: 'ab' }])
  gateway.answer(() => 404)
  expect(await sender.send(sms)).toEqual({ kind: 'refused', code: '404' })
})

test('where nobody listens it did not leave', async () => {
  const gone = await startSmsStandIn(0)
  await gone.close()
  const nobody = createSmsSender({ url: gone.url, timeoutMs: 2000 })
  expect(await nobody.send(sms)).toMatchObject({ kind: 'later' })
})

test.each([
  [202, 'taken'],
  [401, 'not-ours'],
  [429, 'later'],
  [503, 'later'],
  [400, 'refused'],
] as const)('%i is %s', (status, kind) => expect(judgeStatus(status).kind).toBe(kind))
