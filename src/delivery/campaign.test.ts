import { expect, test } from 'vitest'
import { messageIn } from './campaign.ts'
import { aMessage } from './testing.ts'

const french = { subject: 'Votre lettre', fileName: 'lettre.pdf' }
const message = { ...aMessage, translations: { fr: french } }

test('a document shows in its own language, and in the message’s own where it says none', () => {
  expect(messageIn(message, 'fr')).toEqual({ ...aMessage, ...french, language: 'fr' })
  expect(messageIn(message)).toEqual(aMessage)
  expect(messageIn(message, aMessage.language)).toEqual(aMessage)
})

test('a language in which nobody wrote the message fails before anything leaves', () => {
  expect(() => messageIn(message, 'de')).toThrow('no message in language de')
})
