import { expect, test } from 'vitest'
import { mailSenderOf, openMailer } from './open-mailer.ts'
import { ConfigError, readConfig } from './platform/config.ts'

const url = 'smtps://user:secret@mail.example'

test('without a server there is no mail, and nobody has to be its sender', async () => {
  expect(await openMailer(readConfig({}))).toBeUndefined()
  expect(await mailSenderOf(readConfig({}))).toBe('')
})

test('with a server somebody has to be the sender', async () => {
  await expect(openMailer(readConfig({ MAIL_SMTP_URL: url }))).rejects.toThrow(ConfigError)
  const mailer = await openMailer(
    readConfig({ MAIL_SMTP_URL: url, MAIL_FROM: 'kiesbrief@zonnedorp.example' }),
  )
  expect(mailer).toBeDefined()
  mailer!.close()
})

test.each([
  ['MAIL_SMTP_URL', 'mail.example'],
  ['MAIL_SMTP_URL', 'https://mail.example'],
  ['MAIL_FROM', 'kiesbrief'],
])('%s=%s is refused', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(ConfigError)
})
