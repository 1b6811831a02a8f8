import { expect, test } from 'vitest'
import { openMailServer } from '../open-mailer.ts'
import { examineMail } from './examine-mail.ts'

const host = 'mail.example:465'

test('an installation that sends no mail has no fault', async () => {
  expect(await examineMail({})).toMatchObject([
    { state: 'ok', says: expect.stringMatching(/MAIL_SMTP_URL is not set/) },
  ])
})

test('a server that lets us in is well', async () => {
  const mailServer = { host, probe: async () => ({ kind: 'answered', code: '' }) as const }
  expect(await examineMail({ mailServer })).toMatchObject([
    { state: 'ok', says: expect.stringMatching(/^mail.example:465 lets us in/) },
  ])
})

test.each([
  ['wrong-password', '535', /our name or password \(535\)\. Put the right ones/],
  ['no-encryption', 'CERT_HAS_EXPIRED', /encryption .*\(CERT_HAS_EXPIRED\)\. Check .*certificate/],
  ['no-answer', 'ECONNREFUSED', /does not answer \(ECONNREFUSED\)\. Check host and port/],
  ['refused', '421', /wants nothing of us now \(421\)/],
] as const)('%s is told apart, with what to do', async (kind, code, says) => {
  const mailServer = { host, probe: async () => ({ kind, code }) }
  expect(await examineMail({ mailServer })).toMatchObject([
    { state: 'wrong', says: expect.stringMatching(says) },
  ])
})

test('neither name nor password is told', async () => {
  const mailServer = openMailServer({
    ...{ MAIL_SMTP_URL: 'smtp://kiesbrief:geheim@127.0.0.1:1', MAIL_TIMEOUT_MS: 1000 },
  })
  const [finding] = await examineMail({ mailServer })
  expect(finding!.says).toContain('127.0.0.1:1 does not answer (ECONNREFUSED)')
  expect(JSON.stringify(finding)).not.toMatch(/kiesbrief|geheim/)
})
