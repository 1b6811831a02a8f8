import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { reasons } from '../../delivery/index.ts'
import { isKnownReason, reasonText, stopText, todoOf } from './reason-texts.nl.ts'

const source = globSync('src/{delivery,connectors/ebox}/*.ts')
  .filter((file) => !/test/.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

test('every reason that the program gives of itself has a sentence and something to do', () => {
  const written = [...source.matchAll(/code: '([\w-]+)'/g)].map(([, code]) => code!)
  expect(written.length).toBeGreaterThan(3)
  for (const code of [...Object.values(reasons), ...written]) expect(isKnownReason(code), code).toBe(true)
})

test.each([
  ...['ECONNREFUSED', 'ENOTFOUND', 'ECONNRESET', 'UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT', 'time-out'],
  ...['token-ECONNREFUSED', 'token-time-out', 'token-http-503', 'token-invalid_scope', 'token-http-400'],
  ...['http-302', 'http-400', 'http-401', 'http-403', 'http-404', 'http-408', 'http-409', 'http-413'],
  ...['http-429', 'http-500', 'http-502', 'http-503', 'INVALID_INPUT', 'INVALID_SENDER'],
])('%s has a sentence of its own', (code) => {
  expect(isKnownReason(code)).toBe(true)
  expect(reasonText(code).means).toMatch(/^[A-Z].*\.$/)
  expect(reasonText(code).todo).toMatch(/^[A-Z].*\.$/)
})

test('a letter that was taken back is not said to be refused by anybody', () => {
  expect(isKnownReason('withdrawn')).toBe(true)
  expect(todoOf({ state: 'cancelled', reason: 'withdrawn' })).not.toContain('e-Box')
})

test('a code that only the e-Box knows is shown as it came', () => {
  expect(isKnownReason('SOMETHING_NEW')).toBe(false)
  expect(reasonText('SOMETHING_NEW').means).toContain('SOMETHING_NEW')
})

test.each([
  'time-out',
  'UND_ERR_SOCKET',
  'ECONNRESET',
  'http-502',
  'worker-lost',
  'route-changed',
  'SOMETHING_NEW',
])('nobody is told that an unconfirmed letter goes again by itself: %s', (reason) => {
  expect(todoOf({ state: 'unconfirmed', reason })).toContain('handel hem af')
  expect(todoOf({ state: 'unconfirmed', reason })).not.toContain('vanzelf')
  expect(todoOf({ state: 'refused', reason })).not.toContain('vanzelf')
})

test('a conflict that nobody can explain is not called a refusal', () => {
  expect(reasonText('http-409').means).not.toContain('weigert')
  expect(todoOf({ state: 'unconfirmed', reason: 'http-409' })).toContain('Onbevestigd')
})

test.each(['time-out', 'UND_ERR_SOCKET', 'http-502', 'token-http-503'])(
  '%s of a letter that waits asks nothing',
  (reason) => {
    expect(todoOf({ state: 'waiting', reason })).toContain('vanzelf')
  },
)

test('before a key that somebody else used, nothing is sent again', () => {
  expect(todoOf({ state: 'unconfirmed', reason: 'key-clash' })).toContain('Verstuur niets opnieuw')
})

test('each way in which a campaign stops by itself is said; a person’s own words stay', () => {
  const codes = [
    ...source.matchAll(/[`']([a-z]+-[a-z-]+): ?\$\{/g),
    ...source.matchAll(/'(document-[a-z]+)'/g),
  ].map(([, code]) => code!)
  expect(new Set(codes).size).toBe(8)
  for (const code of codes) expect(stopText(`${code}: more`).means, code).toContain('.')
  expect(stopText('verkeerde uren in afdeling 12').means).toBe('verkeerde uren in afdeling 12')
  expect(stopText('mailbox-closed: http-403 (HTTP 403)').means).toContain('http-403 (HTTP 403)')
})
