import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { reasonText, reasonTextIn, remedyOfStop, whyNothingMoves } from './reason-texts.ts'

test.each([
  ['token-ECONNREFUSED', /^the token endpoint .* can’t be reached/],
  ['ENOTFOUND', /^the e-Box .* can’t be reached/],
  ['UND_ERR_CONNECT_TIMEOUT', /^the e-Box .* can’t be reached/],
  ['UND_ERR_SOCKET', /^the e-Box .* broke the connection/],
  ['token-http-503', /^the token endpoint .* out of order/],
  ['http-429', /^the e-Box .* slower/],
  ['receipt-lost', /receipt was lost/],
])('%s is said in words', (reason, says) => {
  expect(reasonText(reason)).toMatch(says)
})

test('only what nobody sends again by itself is somebody’s to settle', () => {
  expect(reasonTextIn('unconfirmed', 'worker-lost')).toMatch(/settle/)
  expect(reasonTextIn('waiting', 'worker-lost')).not.toMatch(/settle/)
})

test('a code of the e-Box itself is left as it is', () => {
  expect(reasonText('INVALID_SENDER')).toBeUndefined()
})

test('when nothing goes out, a person at the terminal hears why, and that nothing is lost', () => {
  const byReason = [
    { state: 'waiting', reason: 'token-ECONNREFUSED', count: 12 },
    { state: 'refused', reason: 'INVALID_INPUT', count: 1 },
  ] as const
  expect(whyNothingMoves({ state: 'open', perSecond: 0, byReason })).toEqual([
    expect.stringMatching(/Nothing goes out: the token endpoint .* can’t be reached.*nothing is lost/),
  ])
  expect(whyNothingMoves({ state: 'open', perSecond: 3, byReason })).toEqual([])
  expect(whyNothingMoves({ state: 'stopped', perSecond: 0, byReason })).toEqual([])
})

test('each way in which a campaign stops by itself has its remedy; a person’s own words need none', () => {
  const page = readFileSync('docs/how-it-delivers.md', 'utf8')
  const table = page.slice(
    page.indexOf('`stopped_because` starts with'),
    page.indexOf('Nobody is refused by a stop'),
  )
  const codes = [...table.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, code]) => code!)
  expect(codes).toHaveLength(9)
  for (const code of codes) expect(remedyOfStop(`${code}: more`), code).toBeTruthy()
  expect(remedyOfStop('wrong hours in section 12')).toBeUndefined()
})
