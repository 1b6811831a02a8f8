import { describe, expect, test } from 'vitest'
import type { Posted } from './http-post.ts'
import { readAnswer } from './read-answer.ts'

const now = new Date('2029-05-20T08:00:00Z')
const keys = { hasKeys: true, now }
const noKeys = { hasKeys: false, now }

function answered(status: number, body: unknown = '', headers: Record<string, string> = {}): Posted {
  return { kind: 'answered', status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) }
}
const statusMessage = (code: string, message: string) => ({
  id: 'x',
  code,
  message,
  environment: 'simulation',
})

describe('published', () => {
  const body = { messageId: 'm-1', expirationDate: '2030-05-25T00:00:00+02:00' }
  test.each([200, 201])('%d with a message id', (status) => {
    expect(readAnswer(answered(status, body), keys)).toEqual({
      ...{ kind: 'accepted', receipt: 'm-1', inactive: false, httpStatus: status },
    })
  })
  test('in a box that was never opened', () => {
    const answer = readAnswer(answered(201, { ...body, code: 'NO_DIGITAL_USER' }), keys)
    expect(answer).toMatchObject({ kind: 'accepted', inactive: true })
  })
  test.each(['{"messageId":', '{}', '<html>'])(
    'a 201 that can not be read may be a publication: %s',
    (text) => {
      for (const route of [keys, noKeys])
        expect(readAnswer(answered(201, text), route)).toMatchObject({ kind: 'unconfirmed', httpStatus: 201 })
    },
  )
})

describe('what the registry refuses', () => {
  test.each([
    ['INVALID_INPUT', 'No main content attachment. Exactly one is expected', 'permanent'],
    ['DIGEST_DO_NOT_MATCH', 'Issue with Digest', 'permanent'],
    ['INVALID_SENDER', 'Invalid message configuration', 'closed'],
    ['INVALID_SENDER', 'Invalid sender: user credentials does not match payload', 'closed'],
  ])('400 %s: %s → %s', (code, message, kind) => {
    expect(readAnswer(answered(400, statusMessage(code, message)), keys)).toEqual({
      ...{ kind, code, detail: message, httpStatus: 400 },
    })
  })
  test.each([
    [401, 'closed'],
    [403, 'closed'],
    [404, 'closed'],
    [301, 'closed'],
    [308, 'closed'],
    [302, 'unconfirmed'],
    [303, 'unconfirmed'],
    [413, 'permanent'],
    [415, 'permanent'],
  ])('%d → %s', (status, kind) => {
    expect(readAnswer(answered(status), keys)).toMatchObject({ kind, code: `http-${status}` })
  })
  test('a problem of the Belgif guide, and MAGDA’s own form', () => {
    const problem = {
      type: 'urn:problem-type:belgif:payloadTooLarge',
      status: 413,
      title: 'Payload Too Large',
    }
    expect(readAnswer(answered(413, problem), keys)).toMatchObject({ code: 'payloadTooLarge' })
    const magda = { title: 'Bad Gateway', status: '502', detail: 'Source: timeout', instance: 'a-guid' }
    expect(readAnswer(answered(502, magda), noKeys)).toMatchObject({
      ...{ kind: 'unconfirmed', code: 'http-502', detail: 'Source: timeout' },
    })
  })
  test('no digit of its message gets through, because messages repeat numbers', () => {
    const answer = readAnswer(
      answered(400, statusMessage('INVALID_INPUT', '85.61.01-001.47 and 85610100147 are not valid')),
      keys,
    )
    expect(JSON.stringify({ ...answer, httpStatus: 0 })).not.toMatch(/[1-9]/)
    expect(readAnswer(answered(400, statusMessage('85610100147', 'x')), keys)).toMatchObject({
      code: 'http-400',
    })
  })
})

describe('doubt', () => {
  test('409 is "already there" only where there are keys', () => {
    expect(readAnswer(answered(409), keys)).toEqual({ kind: 'already-there', httpStatus: 409 })
  })
  test('409 without keys says nothing certain: the conflict may be with this very message', () => {
    for (const body of [
      '',
      statusMessage('DUPLICATE', 'already published'),
      { type: 'urn:problem-type:belgif:conflict' },
    ])
      expect(readAnswer(answered(409, body), noKeys)).toMatchObject({ kind: 'unconfirmed', httpStatus: 409 })
    expect(readAnswer(answered(409), noKeys)).toMatchObject({ code: 'http-409' })
  })
  test('429 was not taken, on any route, and says when to come back', () => {
    const busy = answered(429, '', { 'retry-after': '7' })
    for (const route of [keys, noKeys])
      expect(readAnswer(busy, route)).toMatchObject({ kind: 'later', retryAfterSeconds: 7 })
  })
  test('any 5xx may have been taken, also one that says when to come back; that is heeded', () => {
    for (const route of [keys, noKeys]) {
      for (const status of [500, 502, 503, 504, 408])
        expect(readAnswer(answered(status), route)).toMatchObject({ kind: 'unconfirmed' })
      expect(readAnswer(answered(503, '', { 'retry-after': '7' }), route)).toMatchObject({
        ...{ kind: 'unconfirmed', retryAfterSeconds: 7 },
      })
    }
  })
  test('a line that broke: nothing left, or nobody knows', () => {
    expect(readAnswer({ kind: 'not-sent', code: 'ECONNREFUSED' }, noKeys)).toEqual({
      ...{ kind: 'later', code: 'ECONNREFUSED' },
    })
    expect(readAnswer({ kind: 'lost', code: 'time-out' }, noKeys)).toEqual({
      ...{ kind: 'unconfirmed', code: 'time-out' },
    })
  })
})
