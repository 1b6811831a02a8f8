import { expect, test } from 'vitest'
import { judgeSmtp } from './judge-smtp.ts'

test.each([
  ['no route to the server', { code: 'ECONNECTION', command: 'CONN' }, false, 'later', 'ECONNECTION'],
  ['a server that is full', { responseCode: 421, command: 'CONN' }, false, 'later', '421'],
  ['a mailbox that is full for now', { responseCode: 452, command: 'RCPT TO' }, false, 'later', '452'],
  ['no such mailbox', { responseCode: 550, command: 'RCPT TO' }, false, 'refused', '550'],
  ['a text that is not taken', { responseCode: 554, command: 'DATA' }, true, 'refused', '554'],
  ['a text that is not taken now', { responseCode: 451, command: 'DATA' }, true, 'later', '451'],
  ['a wrong password', { responseCode: 535, command: 'AUTH PLAIN' }, false, 'not-ours', '535'],
  ['a sender that is not known', { responseCode: 553, command: 'MAIL FROM' }, false, 'not-ours', '553'],
  ['silence after the text', { code: 'ETIMEDOUT', command: 'CONN' }, true, 'unconfirmed', 'ETIMEDOUT'],
  ['a yes that is followed by nonsense', { responseCode: 250 }, true, 'unconfirmed', 'no-answer'],
] as const)('%s', (_, trouble, hasBegun, kind, code) => {
  expect(judgeSmtp(trouble, hasBegun)).toEqual({ kind, code })
})
