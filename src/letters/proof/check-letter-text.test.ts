import { expect, test } from 'vitest'
import example from '../letter-template/examples/municipal-election.json' with { type: 'json' }
import type { PlateFacts, VoterFacts } from '../letter-template/letter-template.ts'
import { forbiddenInText, missingInText } from './check-letter-text.ts'

const { facts: plate, voter: facts } = example as unknown as { facts: PlateFacts; voter: VoterFacts }
const voter = {
  name: facts.fullName,
  listNumber: facts.listNumber,
  birthDate: '1985-07-08',
  nationalNumber: '85670800147',
}
const found = (text: string, changes: Partial<PlateFacts> = {}) =>
  forbiddenInText({ texts: [text], plate: { ...plate, ...changes }, voter, facts })

test.each([...['85670800147', '85.67.08-001.47', '85 67 08 001 47', '856708-001-47', '85/67/08 001.47']])(
  'a national number is found however it is written: %s',
  (written) => {
    expect(found(`Nr. ${written}`)).toEqual(['nationalNumber'])
  },
)

test.each([
  ...[
    '8/7/1985',
    '08-07-1985',
    '08.07.1985',
    '1985-07-08',
    '8 juli 1985',
    '8 Juillet 1985',
    '19850708',
    '8 / 7 / 1985',
  ],
])('a birth date is found however it is written: %s', (written) => {
  expect(found(`geboren: ${written}.`)).toEqual(['birthDate'])
})

test('other numbers and days are no birth date: part of a longer one, or what the law says in every letter', () => {
  expect(found('18/7/1985 8/7/19855 85670800148')).toEqual([])
  const law = [{ title: 'Decreet', text: 'Decreet van 8 juli 1985.', source: 'LPKD' }]
  expect(found('Decreet van 8 juli 1985.', { election: { ...plate.election, statutoryTexts: law } })).toEqual(
    [],
  )
})

test('sex is found by its label', () => {
  expect(found('Geslacht: V')).toEqual(['sex'])
})

test('a letter without a word on it shows nothing of what it has to show', () => {
  const missing = missingInText({ texts: ['', ''], plate, voter, facts })
  for (const part of ['name', 'listNumber', 'room', 'phone', 'assemblies', 'statutoryTexts', 'closes'])
    expect(missing).toContain(part)
})

test('words that break over lines are read, and a number that is part of another is not', () => {
  const shown = JSON.stringify([plate, facts])
    .replaceAll('Turnzaal', 'Turn- zaal')
    .replaceAll(`${facts.listNumber}`, '')
  const missing = missingInText({ texts: [`${shown} ${facts.listNumber}7`], plate, voter, facts })
  expect(missing).toContain('listNumber')
  expect(missing).not.toContain('room')
})
