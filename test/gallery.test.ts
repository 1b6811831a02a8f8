import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { galleryLetters } from '../scripts/gallery/gallery-letters.ts'
import { galleryPage, picturesOf } from '../scripts/gallery/gallery-page.ts'
import { loadRuleset } from '../src/elections/index.ts'

/** The gallery against the letters that there are. What the pictures show is for eyes; see the slow test for the text. */

const letters = galleryLetters()

test('the page lists exactly the letters that there are', () => {
  const page = readFileSync('docs/gallery/README.md', 'utf8')
  expect(page, 'run `node --import tsx scripts/write-gallery.ts`').toBe(galleryPage())
})

test('every letter has its pictures, and there are no others', () => {
  const wanted = letters.flatMap(picturesOf).sort()
  expect(readdirSync('docs/gallery').filter((name) => name.endsWith('.png'))).toEqual(wanted)
})

test('every model that a decree names is there, except those that nobody can tell who gets', () => {
  const shown = new Set(letters.flatMap(({ readers }) => readers.map(({ model }) => model.key)))
  const named = loadRuleset('kwb-2029')!.letterModels.map(({ key }) => key)
  expect(named.filter((key) => !shown.has(key))).toEqual(['FED_VOEREN_VLP'])
})

test('every category of voters of both laws, both ways of voting and both languages are there', () => {
  const readers = letters.flatMap((letter) =>
    letter.readers.map(
      (reader) => `${letter.facts.election.attendanceDuty} ${reader.category} ${reader.votingMode}`,
    ),
  )
  for (const [id, duty] of [
    ['kwb-2029', true],
    ['lpkd-2030', false],
  ] as const)
    for (const category of Object.keys(loadRuleset(id)!.electorate))
      for (const mode of ['PAPER', 'DIGITAL']) expect(readers).toContain(`${duty} ${category} ${mode}`)
  for (const duty of [true, false])
    expect(
      letters.some(({ language, facts }) => language === 'fr' && facts.election.attendanceDuty === duty),
    ).toBe(true)
})
