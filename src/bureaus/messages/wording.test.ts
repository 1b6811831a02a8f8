import { expect, test } from 'vitest'
import { anElection } from '../../elections/testing.ts'
import { faultsOfWording, tidyWording } from './check-wording.ts'
import { messageTemplates } from './message.ts'
import { faultsOfFields, fillFields, type MessageValues, messageFields } from './message-fields.ts'
import { languagesOfTemplate } from './message-languages.ts'
import { loadMessageTemplates } from './message-templates-file.ts'
import { isMobile } from './mobile-number.ts'
import { readFailures } from './read-failures.ts'
import { mailOfMessage, writtenMessage } from './write-message.ts'

const values = Object.fromEntries(messageFields.map((one) => [one, `<${one}>`])) as MessageValues

test('what is wrong between braces is told with its place', () => {
  expect(faultsOfFields('Dag {voornaam}')).toEqual([])
  expect(faultsOfFields('Dag {voor naam}\n {uur} {')).toEqual([
    { because: 'no-such-field', field: 'voor naam', line: 1, column: 5 },
    { because: 'brace-open', field: '', line: 2, column: 8 },
  ])
  expect(faultsOfFields('}')).toEqual([{ because: 'brace-alone', field: '', line: 1, column: 1 }])
  expect(faultsOfFields('{uur\n}').map(({ because }) => because)).toEqual(['brace-open', 'brace-alone'])
})

test('a subject and a mail are needed, an SMS is not', () => {
  const empty = tidyWording({ subject: ' ', body: '\r\n', sms: '' })
  expect(faultsOfWording(empty)).toEqual([
    { part: 'subject', because: 'missing' },
    { part: 'body', because: 'missing' },
  ])
  expect(faultsOfWording({ subject: 'x'.repeat(121), body: 'x', sms: '' })).toEqual([
    { part: 'subject', because: 'too-long' },
  ])
})

test('a wording that was never checked is not sent', () => {
  expect(() => fillFields('{naam}', values)).toThrow('{naam}')
})

test('what is filled in can be no HTML', () => {
  const written = writtenMessage({ subject: '{voornaam}', body: 'Dag {voornaam}', sms: '' }, values)
  const mail = mailOfMessage(written, { to: 'x', id: 'y', sender: 'z', replyTo: 'r' })
  expect(mail.html).toContain('Dag &lt;voornaam&gt;')
  expect(mail.html).not.toContain('<voornaam>')
})

test.each(['KWB', 'LPKD'] as const)('every template of %s fills in, and fits in two SMS', (regime) => {
  const { templates, languages } = loadMessageTemplates({ regime })
  expect(languages.nl.value, 'an ordinary Flemish municipality').toEqual(['nl'])
  const usual = { ...values, dag: 'zondag 13 oktober 2030', gemeente: 'Zonnedorp', telefoon: '09 000 00 00' }
  for (const template of messageTemplates) {
    const { wording, translations = {} } = templates[template]
    for (const said of [wording, ...Object.values(translations)])
      expect(writtenMessage(said, usual).sms.length, template).toBeLessThanOrEqual(306)
  }
})

test('pointers say nothing of what they point at, in four languages, and only these are translated', () => {
  const { templates } = loadMessageTemplates({ regime: 'KWB' })
  for (const template of messageTemplates) {
    const { translations } = templates[template]
    const isPointer = template === 'pointer' || template === 'notice'
    expect(Object.keys(translations ?? {}), template).toEqual(isPointer ? ['fr', 'de', 'en'] : [])
    for (const { subject, body, sms } of Object.values(translations ?? {}))
      expect(`${subject} ${body} ${sms}`).not.toMatch(
        /\{(?:functie|bureau|plaats|adres|dag|uur|verkiezing)\}/,
      )
  }
})

test('a message is French where the language regime lets it and it is translated', () => {
  const federal = anElection()
  expect(languagesOfTemplate(federal, 'nl', 'notice')).toEqual(['nl'])
  expect(languagesOfTemplate(federal, 'rand', 'notice')).toEqual(['nl', 'fr'])
  expect(languagesOfTemplate(federal, 'taalgrens', 'eve'), 'not translated').toEqual(['nl'])
  expect(languagesOfTemplate(anElection({ rulesetId: 'lpkd-2030' }), 'rand', 'notice')).toEqual(['nl'])
})

test('under a mail it says in its language why somebody gets it', () => {
  const written = writtenMessage({ subject: 'Bonjour', body: 'Bonjour', sms: '' }, values, 'fr')
  const mail = mailOfMessage(written, { to: 'x', id: 'y', sender: 'z', replyTo: 'r' })
  expect(mail.text).toContain('Vous recevez ce message')
  expect(mail.html).toContain('<html lang="fr">')
})

test.each([
  ['0470 12 34 56', true],
  ['+32 470 12 34 56', true],
  ['0032470123456', true],
  ['09 000 00 00', false],
  ['+32 9 000 00 00', false],
  ['+31 6 12345678', true],
])('whether %s takes an SMS: %s', (phone, takes) => expect(isMobile(phone)).toBe(takes))

const id = 'ab'.repeat(32)

test('reports of failures for good are read, of one mail or of a mailbox', () => {
  const report = (action: string, status: string) =>
    `From MAILER-DAEMON Sun Oct  6 10:00:00 2030\nAction: ${action}\nStatus: ${status}\n\nMessage-ID: <${id}@x.example>\n`
  const file = report('failed', '5.1.1') + report('delayed', '4.4.1') + report('failed', '4.4.7')
  expect(readFailures(file)).toEqual({
    failures: [{ key: Buffer.from(id, 'hex'), code: '5.1.1' }],
    others: 2,
  })
  expect(readFailures('Ik ben met vakantie.')).toEqual({ failures: [], others: 1 })
  expect(readFailures('')).toEqual({ failures: [], others: 0 })
})

test('a list of an SMS gateway is read by reference and state', () => {
  const file = `kenmerk;stand\n${id};undelivered\n${'cd'.repeat(32)};delivered\n`
  const { failures, others } = readFailures(file)
  expect(failures).toEqual([{ key: Buffer.from(id, 'hex'), code: 'undelivered' }])
  expect(others).toBe(1)
})
