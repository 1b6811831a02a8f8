import { describe, expect, test } from 'vitest'
import { type GalleryLetter, galleryLetters, galleryVoter } from '../scripts/gallery/gallery-letters.ts'
import { loadRuleset } from '../src/elections/index.ts'
import { plateSource, renderLetter, sharedData } from '../src/letters/letter-template/letter-template.ts'
import { loadPlate, makePlate } from '../src/platform/pdf/plate.ts'
import { testTypesetter as typesetter } from '../src/platform/pdf/testing.ts'
import { mentionWords, missingMentions } from './mentions.ts'
import { readPdf } from './read-pdf.ts'
import { breaches } from './verapdf.ts'

const letters = galleryLetters()
const pdfs = new Map<string, Promise<Uint8Array>>()

function pdfOf(letter: GalleryLetter): Promise<Uint8Array> {
  const made = pdfs.get(letter.id) ?? press(letter)
  pdfs.set(letter.id, made)
  return made
}

async function press({ facts }: GalleryLetter): Promise<Uint8Array> {
  const plate = loadPlate((await makePlate(typesetter, plateSource(facts))).bytes)
  const rendered = await renderLetter({ typesetter }, { plate, facts, voter: galleryVoter })
  if (!rendered.ok || rendered.typesetWhole) throw new Error('the invented voter does not fit the plate')
  return rendered.pdf
}

describe.each(letters)('$id', (letter) => {
  const { mentions } = loadRuleset(letter.situation.rulesetId)!
  const words = mentionWords(sharedData(letter.facts), galleryVoter)

  test('says every mention that the law wants, and declares its language', async () => {
    const { pages, language } = await readPdf(await pdfOf(letter))
    const text = pages.map((page) => page.text).join('\n')
    expect(pages).toHaveLength(2)
    expect(language).toBe(`${letter.language}-BE`)
    expect(missingMentions(text, mentions.value, words)).toEqual([])
    expect(text).not.toMatch(/undefined|null|\{[a-z]/)
  })

  test('a text that lacks a mention is noticed, whichever it is', async () => {
    const { pages } = await readPdf(await pdfOf(letter))
    const text = pages.map((page) => page.text.replace(/\s+/g, '')).join('')
    for (const mention of mentions.value)
      for (const word of words[mention].filter((one) => one.length > 3)) {
        const without = text.replaceAll(word.replace(/\s+/g, ''), '')
        expect(missingMentions(without, [mention], words), mention).not.toEqual([])
      }
  })
})

test('veraPDF finds PDF/UA-1 and PDF/A-2a in every letter of the gallery', async (context) => {
  expect(await breaches(context, await Promise.all(letters.map(pdfOf)))).toEqual([])
})
