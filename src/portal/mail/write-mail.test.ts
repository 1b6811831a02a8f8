import { describe, expect, test } from 'vitest'
import { htmlFaults } from '../../../test/html-faults.ts'
import { newId } from '../../platform/ids.ts'
import { type Language, languages } from '../../platform/language.ts'
import { createVault } from '../../platform/vault.ts'
import type { Mail, MailKind } from './mail.ts'
import { texts } from './message/texts.ts'
import type { Subscription } from './subscription.ts'
import { writeMail } from './write-mail.tsx'

const vault = createVault([{ id: 1, key: Buffer.alloc(32, 7) }])
const portalUrl = 'https://kies.example'
const personIndex = vault.index('85610100147')
const subscription = {
  ...{
    municipalityId: 1,
    electionId: newId(),
    personIndex,
    voterId: newId(),
    subscriptionId: newId<string>(),
  },
  addressSealed: vault.seal('jo.peeters@voorbeeld.example'),
  language: 'nl',
  confirmUntil: new Date('2029-05-04T10:00:00Z'),
} as unknown as Subscription

function written(kind: MailKind, event: string, language: Language = 'nl') {
  const mail = { ...subscription, kind, event, attempts: 1, letterId: null } as unknown as Mail
  return writeMail({ mail, subscription: { ...subscription, language }, portalUrl, vault })
}

const linksIn = (text: string) => text.match(/https?:\S+/g)!

describe.each([
  ['confirm', `confirm-${subscription.subscriptionId}`, 'Bevestig je e-mailadres'],
  ['letter', 'letter-1', 'Er is een kiesbrief voor je'],
  ['letter', 'letter-2', 'Er is een nieuwe kiesbrief voor je'],
  ['reminder', 'reminder', 'Je kiesbrief: nog niet geopend'],
] as const)('a mail of kind %s, %s', (kind, event, subject) => {
  const mail = written(kind, event)

  test('says the same in text and in HTML, which is valid', async () => {
    expect(mail.subject).toBe(subject)
    const paragraphs = [...mail.html.matchAll(/<p>(.*?)<\/p>/g)].map(([, one]) =>
      one!.replace(/<[^>]+>/g, ''),
    )
    expect(paragraphs.join('\n\n')).toBe(mail.text)
    expect(await htmlFaults(mail.html)).toEqual([])
  })

  test('says nothing of who it is for, where or which election', () => {
    const all = [mail.subject, mail.text, mail.html, mail.id].join(' ')
    const { electionId, voterId, subscriptionId } = subscription
    const secrets = [
      personIndex.toString('hex'),
      electionId,
      voterId,
      subscriptionId,
      'jo.peeters',
      '85610100147',
    ]
    for (const secret of secrets) expect(all).not.toContain(secret)
    expect(mail.text.replaceAll(/https?:\S+/g, '')).not.toMatch(kind === 'confirm' ? /\d{5}/ : /\d/)
  })

  test('leads to our own pages only: the login, or a secret', () => {
    const [first, ...others] = linksIn(mail.text)
    if (kind === 'confirm') expect(first).toMatch(/^https:\/\/kies\.example\/mail\/bevestigen\/[\w-]{43}$/)
    else expect(first).toBe('https://kies.example/mijn/verkiezingen')
    expect(others).toEqual([mail.unsubscribe])
    expect(mail.unsubscribe).toMatch(/^https:\/\/kies\.example\/mail\/stoppen\/[\w-]{43}$/)
  })

  test('is the same mail when it is written again', () => {
    expect(written(kind, event)).toEqual(mail)
  })
})

test.each(languages)(
  'in %s a mail is in that language, and so are the pages behind its links',
  async (language) => {
    for (const [kind, event] of [
      ['confirm', 'confirm-1'],
      ['letter', 'letter-1'],
      ['reminder', 'reminder'],
    ] as const) {
      const mail = written(kind, event, language)
      const words = texts[language]
      expect([mail.sender, mail.subject]).toEqual([words.from, words[kind].subject])
      expect(mail.text).toContain(words.neverAsk)
      expect(mail.html).toContain(`<html lang="${language}"`)
      expect(await htmlFaults(mail.html)).toEqual([])
      const asked = linksIn(mail.text).map((link) => new URL(link).searchParams.get('taal'))
      expect(new Set(asked)).toEqual(new Set([language === 'nl' ? null : language]))
    }
  },
)

test('each mail has an id of its own', () => {
  const ids = ['letter-1', 'letter-2', 'reminder'].map((event) => written('letter', event).id)
  expect(new Set(ids).size).toBe(3)
})
