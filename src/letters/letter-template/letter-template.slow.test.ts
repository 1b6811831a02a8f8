import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drawPages } from '../../../test/pdf-pictures.ts'
import { structureFaults } from '../../../test/pdf-structure.ts'
import { crop, difference, readPng, writePng } from '../../../test/png.ts'
import { readPdf } from '../../../test/read-pdf.ts'
import { qrWidths, readQrCodes } from '../../../test/read-qr.ts'
import { loadPlate, makePlate } from '../../platform/pdf/plate.ts'
import { qrModules } from '../../platform/pdf/qr-drawing.ts'
import { plateSource, pressLetter, renderLetter, wholeSource } from './letter-template.ts'
import { example, exampleNames, letterOf, typesetter } from './testing.ts'

/** Where the QR code stands on the front. */
const qrCorner = { left: 0.6, top: 0.5, right: 1, bottom: 0.8 }

test.each(exampleNames)('%s looks as it was approved', async (name) => {
  const { pdf } = await letterOf(name)
  for (const [index, picture] of (await drawPages(pdf, 72)).entries()) {
    const approved = new URL(`examples/${name}-${index + 1}.expected.png`, import.meta.url)
    if (process.env.APPROVE) writeFileSync(approved, writePng(picture))
    expect(difference(picture, readPng(readFileSync(approved)))).toBeLessThan(0.001)
  }
})

test('says what the law asks, in the order in which one reads', async () => {
  const { pdf } = await letterOf('municipal-election')
  const { pages, title, language } = await readPdf(pdf)
  expect(language).toBe('nl-BE')
  expect(title).toBe(
    'Uitnodigingsbrief Wolkendal, Gemeente- en provincieraadsverkiezingen, zondag 13 oktober 2030',
  )
  const text = pages
    .map((page) => page.text)
    .join('\n')
    .replaceAll('\u00a0', ' ')
  const said = [
    ...[
      'Kieswet',
      'De Smet An Maria',
      'Kerkstraat 12 bus 3',
      'Uitnodigingsbrief',
      'zondag 13 oktober 2030',
      'Stembureau 12',
    ],
    ...['Sporthal De Sprong', 'van 8 tot 15 uur', '4127', 'de gemeenteraad (27 leden)'],
    ...['Stemmen met een volmacht', 'burgemeester', 'Gemeentehuis, loket Burgerzaken', 'artikel 56'],
  ]
  expect(said.filter((part) => !text.includes(part))).toEqual([])
  const places = said.map((part) => text.indexOf(part))
  expect(places).toEqual(places.toSorted((one, other) => one - other))
})

test('the QR code reads back, from paper and from a screen', async () => {
  const { qrText } = example('municipal-election').voter
  const { pdf } = await letterOf('municipal-election')
  for (const dotsPerInch of [110, 200]) {
    const [front] = await drawPages(pdf, dotsPerInch)
    expect(await readQrCodes(crop(front!, qrCorner))).toEqual([qrText])
  }
})

test('its modules are large enough for a phone that reads them from paper', async () => {
  const dotsPerInch = 200
  const [front] = await drawPages((await letterOf('municipal-election')).pdf, dotsPerInch)
  const [width] = await qrWidths(crop(front!, qrCorner))
  expect((width! / dotsPerInch) * 25.4).toBeGreaterThan(qrModules * 0.5)
})

test('an address lies in the window of the envelope with nothing beside it, however the sheet slides', async () => {
  const { facts, voter } = example('everything-long')
  const [front] = await drawPages(await typesetter.typeset(wholeSource(facts, voter)), 72)
  const points = (millimetres: number) => Math.round((millimetres / 25.4) * 72)
  const ink = (left: number, top: number, right: number, bottom: number) => {
    const found = { left: Number.POSITIVE_INFINITY, top: Number.POSITIVE_INFINITY, right: 0, bottom: 0 }
    for (let y = points(top); y < points(bottom); y++)
      for (let x = points(left); x < points(right); x++)
        if (front!.rgb[(y * front!.width + x) * 3]! < 160) {
          found.left = Math.min(found.left, x)
          found.right = Math.max(found.right, x)
          found.top = Math.min(found.top, y)
          found.bottom = Math.max(found.bottom, y)
        }
    return found
  }
  // A window of 100 × 40 mm, its right edge 20 mm from that of the envelope and its lower edge 30 mm above it;
  // the sheet has 10 mm to slide sideways and 11 mm up and down.
  const shown = ink(90, 29, 200, 80)
  expect(shown.left).toBeGreaterThanOrEqual(points(100))
  expect(shown.right).toBeLessThanOrEqual(points(190))
  expect(shown.top).toBeGreaterThanOrEqual(points(40))
  expect(shown.bottom).toBeLessThanOrEqual(points(69))
})

test('what does not fit is typeset whole, and what no font has is refused', async () => {
  expect((await letterOf('everything-long')).typesetWhole).toBe('does-not-fit')
  expect((await letterOf('municipal-election', { fullName: 'Nguyễn Thị Phượng' })).typesetWhole).toBe(
    'missing-glyph',
  )
  expect((await letterOf('municipal-election')).typesetWhole).toBeUndefined()
  const { facts, voter } = example('municipal-election')
  const plate = loadPlate((await makePlate(typesetter, plateSource(facts))).bytes)
  const refused = await renderLetter(
    { typesetter },
    { plate, facts, voter: { ...voter, fullName: '王小明' } },
  )
  expect(refused).toEqual({ ok: false, because: 'unprintable' })
})

test('a name with rare letters reads as it is written', async () => {
  const fullName = 'Nguyễn Thị Phượng Ĝĥŭ-Ōsaka'
  const { pdf } = await letterOf('municipal-election', { fullName })
  expect((await readPdf(pdf)).pages[0]!.text).toContain(fullName)
})

test('texts of the law that do not fit are noticed when the plate is made', async () => {
  const { facts } = example('municipal-election')
  const law = Array.from({ length: 40 }, () => facts.election.statutoryTexts[0]!)
  const tooLong = { ...facts, election: { ...facts.election, statutoryTexts: law } }
  await expect(makePlate(typesetter, plateSource(tooLong))).rejects.toThrow(/the texts of the law do not fit/)
})

test('texts are shown as they are, whatever they look like to the typesetter', async () => {
  const fullName = `#panic("x") $a$ *b* _c_ <d> @e \\u{41} // f`
  const { pdf, typesetWhole } = await letterOf('municipal-election', { fullName })
  expect(typesetWhole).toBeUndefined()
  expect((await readPdf(pdf)).pages[0]!.text).toContain(fullName)
  const { facts, voter } = example('municipal-election')
  const whole = await typesetter.typeset(wholeSource(facts, { ...voter, fullName }))
  expect((await readPdf(whole)).pages[0]!.text).toContain(fullName)
})

test('a long name goes over two lines, and the press breaks it where the typesetter would', async () => {
  const { facts, voter } = example('municipal-election')
  const plate = loadPlate((await makePlate(typesetter, plateSource(facts))).bytes)
  const long = { ...voter, fullName: 'Maximiliaan Alexander Bartholomeus Vandenbroucke-Van Cauwenberghe' }
  const pressed = pressLetter(plate, long)
  if (!pressed.ok) throw new Error(pressed.because)
  const whole = await typesetter.typeset(wholeSource(facts, long))
  const [[one], [other]] = [await drawPages(pressed.pdf, 72), await drawPages(whole, 72)]
  expect(difference(one!, other!)).toBeLessThan(0.0005)
})

test('declarations, structure and contents agree, pressed and typeset whole', async () => {
  expect(await structureFaults((await letterOf('municipal-election')).pdf)).toEqual([])
  expect(await structureFaults((await letterOf('everything-long')).pdf)).toEqual([])
})
