import { describe, expect, test } from 'vitest'
import { seatRoles } from '../bureau-rules.ts'
import { loadMemberLetters } from './load-member-letters.ts'
import { memberLetterView } from './member-letter.ts'
import { letterBureaus, memberLetterKinds } from './member-letter-facts.ts'
import { memberLettersSchema } from './member-letter-file.ts'
import { memberLetterFacts } from './testing.ts'

const regimes = ['KWB', 'LPKD'] as const
const reason = 'Het attest zegt niet waarom.'
const everything = (view: object) => JSON.stringify(view)

describe.each(regimes)('letters under %s', (regime) => {
  test('each can be written to everybody who sits, and no field stays open', () => {
    const { roleNames } = loadMemberLetters({ regime })
    for (const letter of memberLetterKinds)
      for (const kind of letterBureaus)
        for (const role of seatRoles.filter((one) => roleNames[kind][one]))
          expect(
            everything(memberLetterView(memberLetterFacts({ regime, letter, kind, role, reason }))),
          ).not.toMatch(/\{[a-zA-Z]+\}/)
  })

  test('who is called reads that it is a duty, until when to ask an excuse, and where to answer', () => {
    const said = everything(memberLetterView(memberLetterFacts({ regime, excuseWindow: '48 uur' })))
    expect(said).toContain('Je kunt niet weigeren')
    expect(said).toContain('binnen 48 uur')
    expect(said).toContain('https://kiesloket.example/bureau')
  })

  test('who counts, where nobody votes, does not read to vote in the own bureau', () => {
    for (const letter of ['designation', 'called-up'] as const) {
      const said = (kind: 'POLLING' | 'COUNTING') =>
        everything(memberLetterView(memberLetterFacts({ regime, letter, kind, role: 'ASSESSOR' })))
      expect(said('POLLING'), letter).toContain('Je stemt in het bureau')
      expect(said('COUNTING'), letter).not.toContain('Je stemt in het bureau')
    }
  })

  test('a file that asks for a field nobody fills in is refused', () => {
    const letters = loadMemberLetters({ regime })
    const { designation } = letters.letters
    const wrong = { ...letters.letters, designation: { ...designation, opening: ['Dag {nickname}'] } }
    const { error } = memberLettersSchema.safeParse({ ...letters, letters: wrong })
    expect(error?.issues[0]?.message).toContain('{nickname} is no field')
  })
})

test('a substitute reads that a substitute comes too; a chair who to look for', () => {
  const titles = (role: 'CHAIR' | 'SUBSTITUTE') =>
    memberLetterView(memberLetterFacts({ role })).parts.map(({ title }) => title)
  expect(titles('SUBSTITUTE')).toContain('Ook als plaatsvervanger kom je')
  expect(titles('CHAIR')).toContain('Wat een voorzitter nog doet')
  expect(titles('CHAIR')).not.toContain('Was je al twee keer lid van een bureau?')
})

test('where nobody vouches for the fee the letter names no amount', () => {
  const { fee: _, ...facts } = memberLetterFacts()
  expect(everything(memberLetterView(facts))).not.toContain('Vergoeding')
  expect(everything(memberLetterView(memberLetterFacts()))).toContain('50 euro')
})

test('a fine that nobody vouches for, and a day that is past, stand in no letter', () => {
  const { fine: _, exemptionUntil: __, ...facts } = memberLetterFacts()
  const without = everything(memberLetterView(facts))
  expect(without).not.toContain('geldboete')
  expect(without).not.toContain('al twee keer lid')
  expect(without).toContain('Je kunt niet weigeren')
  const said = everything(memberLetterView(memberLetterFacts()))
  expect(said).toContain('een geldboete krijgen van 50 tot 200 euro')
  expect(said).toContain('ten laatste op maandag 2 september 2030')
})

test('a refusal without a reason is no letter', () => {
  expect(() => memberLetterView(memberLetterFacts({ letter: 'excuse-refused' }))).toThrow('{reason}')
})

test('a reason that came afterwards is answered with why, and asks nobody to come any more', () => {
  const words = 'Het attest is van een andere dag.'
  const said = (letter: 'reason-accepted' | 'reason-refused', changes = {}) =>
    memberLetterView(memberLetterFacts({ letter, reason: words, ...changes }))
  for (const letter of ['reason-accepted', 'reason-refused'] as const) {
    const view = said(letter)
    expect(view.where).toEqual([])
    expect(everything(view)).toContain(words)
    expect(everything(view)).not.toMatch(/moet komen|verplicht/)
    expect(view.answer.title).toBe('Vragen?')
  }
  expect(everything(said('reason-refused'))).toContain('50 tot 200 euro')
  expect(everything(said('reason-accepted'))).not.toContain('geldboete')
  expect(everything(said('reason-refused', { fine: undefined }))).not.toContain('geldboete')
})

test('who need not come reads of no place and no hour', () => {
  for (const letter of ['retracted', 'excuse-granted'] as const)
    expect(memberLetterView(memberLetterFacts({ letter, reason })).where).toEqual([])
})
