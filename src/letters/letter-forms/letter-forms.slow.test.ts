import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { galleryLetters, galleryVoter } from '../../../scripts/gallery/gallery-letters.ts'
import { axeViolations, launchBrowser } from '../../../test/browser.ts'
import { mentionWords, missingMentions } from '../../../test/mentions.ts'
import { structureFaults } from '../../../test/pdf-structure.ts'
import { readPdf } from '../../../test/read-pdf.ts'
import { breaches } from '../../../test/verapdf.ts'
import { loadRuleset } from '../../elections/index.ts'
import { loadPlate, makePlate } from '../../platform/pdf/plate.ts'
import { testTypesetter as typesetter } from '../../platform/pdf/testing.ts'
import { plateSource, renderLetter, sharedData, type VoterFacts } from '../letter-template/letter-template.ts'
import { htmlLetter } from './html-letter.tsx'
import { largePrintSource } from './large-print.ts'
import type { LetterForm } from './letter-form.ts'

/** Both laws, both languages, and one of each category that is not the rule. */
const shown = [
  'federaal-belgian-paper-nl',
  'federaal-belgian-16-17-paper-nl',
  'federaal-rode-belgian-paper-fr',
  'lokaal-eu-paper-nl',
  'lokaal-belgian-correction-digital-nl',
  'lokaal-rechtstreeks-belgian-digital-fr',
]
const letters = galleryLetters().filter(({ id }) => shown.includes(id))
const awkward: VoterFacts = {
  ...galleryVoter,
  fullName: `Nguyễn <b>"An" & Zoë</b> d’Hondt-van der Meersch`,
  mark: 'DUPLICAAT',
}
/** As long as it may be, with a word that has no place to break. */
const besides = ['x'.repeat(80), `Parkeren kan op de Markt ${'en verder '.repeat(6)}`, 'Bus 12.', 'À vélo.']
const facts = letters.map(({ id, facts }) => ({ id, facts, voter: galleryVoter }))
const forms = [
  ...facts,
  ...facts.slice(-2).map((one) => ({ ...one, id: `${one.id}, an awkward name`, voter: awkward })),
  ...[facts[0]!, facts.at(-1)!].map((one) => ({
    ...{ id: `${one.id}, with a message of the municipality`, voter: galleryVoter },
    facts: { ...one.facts, practicalInfo: besides },
  })),
].map(({ id, facts, voter }) => {
  const form: LetterForm = { data: sharedData(facts), arms: facts.municipality.arms, voter }
  return { id, facts, form }
})
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

test('there are six letters', () => expect(letters).toHaveLength(shown.length))

describe.each(forms)('$id', ({ facts, form }) => {
  test('its PDF, its large print and its page say the same facts', async () => {
    const plate = loadPlate((await makePlate(typesetter, plateSource(facts))).bytes)
    const rendered = await renderLetter({ typesetter }, { plate, facts, voter: form.voter })
    if (!rendered.ok) throw new Error(rendered.because)
    const texts = {
      pdf: await textOf(rendered.pdf),
      largePrint: await textOf(await typesetter.typeset(largePrintSource(form))),
      html: await textOfPage(htmlLetter(form)),
    }
    const others = [
      ...[form.data.title, form.data.invitation, form.data.postageMention, form.data.access],
      ...form.data.statements.flatMap(({ title, text }) => [title, text]),
      ...[form.data.duplicateDesk.place, ...form.data.duplicateDesk.hours],
      ...[form.data.municipality.name, form.data.municipality.phone, form.data.municipality.email],
      ...(form.data.practicalInfo ? [form.data.texts.practicalInfo, ...form.data.practicalInfo] : []),
      ...[...form.data.municipality.signedBy, ...form.voter.addressLines, form.voter.mark ?? ''],
    ]
    const mentioned = mentionWords(form.data, form.voter)
    const words = { ...mentioned, room: [...mentioned.room, ...others] }
    for (const [name, text] of Object.entries(texts))
      expect(missingMentions(text, loadRuleset('kwb-2029')!.mentions.value, words), name).toEqual([])
    if (form.data.practicalInfo) return
    for (const [name, text] of Object.entries(texts))
      expect(text, name).not.toContain(form.data.texts.practicalInfo)
  })
})

async function textOf(pdf: Uint8Array): Promise<string> {
  const { pages } = await readPdf(pdf)
  // An address of the web has places where it may break.
  return pages
    .map(({ text }) => text)
    .join('\n')
    .replaceAll('\u200b', '')
}

async function textOfPage(html: string): Promise<string> {
  const page = await browser.newPage()
  await page.setContent(html)
  const text = await page.evaluate<string>('document.body.innerText')
  await page.close()
  return text
}

test('large print is accessible, 18 points at least, and has as many pages as it takes', async () => {
  const pdf = await typesetter.typeset(largePrintSource(forms[0]!.form))
  expect(await structureFaults(pdf)).toEqual([])
  const { pages, language } = await readPdf(pdf)
  expect(language).toBe('nl-BE')
  expect(pages.length).toBeGreaterThan(2)
})

test('veraPDF finds PDF/UA-1 and PDF/A-2a in large print', async (context) => {
  const pdfs = await Promise.all(forms.map(({ form }) => typesetter.typeset(largePrintSource(form))))
  expect(await breaches(context, pdfs)).toEqual([])
})

describe.each([390, 1280])('the page on a screen of %i points', (width) => {
  test.each(forms)('$id fits and has nothing that axe finds wrong', async ({ form }) => {
    const context = await browser.newContext({ viewport: { width, height: 800 } })
    const page = await context.newPage()
    await page.setContent(htmlLetter(form))
    expect(await axeViolations(page)).toEqual([])
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
    expect(overflow).toBeLessThanOrEqual(0)
    expect(await page.locator('table, script, b >> text=Zoë').count()).toBe(0)
    await context.close()
  })
})
