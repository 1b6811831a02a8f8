import { expect, test } from 'vitest'
import { createBreaker } from './breaker.ts'
import type { MailboxAnswer } from './mailbox.ts'
import { accepted } from './testing.ts'

const closed: MailboxAnswer = {
  kind: 'closed',
  code: 'FORBIDDEN',
  httpStatus: 403,
  detail: 'Scope not granted',
}
const refused: MailboxAnswer = { kind: 'permanent', code: 'INVALID_INPUT', httpStatus: 400 }
const lost: MailboxAnswer = { kind: 'unconfirmed', code: 'http-500', httpStatus: 500 }

function notes(answers: readonly MailboxAnswer[], hasKeys = true): (string | undefined)[] {
  const breaker = createBreaker(2)
  return answers.map((answer) => breaker.note(answer, { hasKeys }))
}

const times = (count: number, answer: MailboxAnswer) => Array.from({ length: count }, () => answer)

test('a door that stays closed stops a campaign, and says which', () => {
  expect(notes(times(5, closed)).at(-1)).toBe('mailbox-closed: FORBIDDEN (HTTP 403)')
  expect(notes(times(4, closed))).toEqual(times(4, closed).map(() => undefined))
})

test('an acceptance in between means that the road works', () => {
  const answers = [...times(4, closed), accepted, ...times(4, closed)]
  expect(notes(answers).filter(Boolean)).toEqual([])
})

test('fifty refusals in a row are not about fifty documents', () => {
  expect(notes(times(49, refused)).filter(Boolean)).toEqual([])
  expect(notes(times(50, refused)).at(-1)).toBe('everything-refused: INVALID_INPUT (HTTP 400)')
})

test('lost answers stop only a route without keys, where each of them costs a document', () => {
  expect(notes(times(20, lost), false).at(-1)).toBe('answers-lost: http-500 (HTTP 500)')
  expect(notes(times(200, lost), true).filter(Boolean)).toEqual([])
})

test('one event that strikes all who travel at once does not stop a campaign', () => {
  const breaker = createBreaker(16)
  expect(
    times(16, closed)
      .map((answer) => breaker.note(answer, { hasKeys: true }))
      .filter(Boolean),
  ).toEqual([])
})

test('after a stop it counts anew, so that a resumed campaign gets its chance', () => {
  const reasons = notes(times(10, closed))
  expect(reasons.filter(Boolean)).toHaveLength(2)
})

test('keys that the other side knows from somebody else stop a campaign, once: who let it go on has looked', () => {
  const breaker = createBreaker(2)
  const there: MailboxAnswer = { kind: 'already-there', httpStatus: 409 }
  const clash = () => breaker.note(there, { hasKeys: true, keyClash: true })
  expect(Array.from({ length: 19 }, clash).filter(Boolean)).toEqual([])
  expect(
    breaker.note(there, { hasKeys: true }),
    'one of our own means that the keys are ours',
  ).toBeUndefined()
  expect(Array.from({ length: 20 }, clash).filter(Boolean)).toEqual(['key-clashes: 20'])
  expect(Array.from({ length: 100 }, clash).filter(Boolean)).toEqual([])
})
