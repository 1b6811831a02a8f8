import { PDFiumLibrary } from '@hyzyla/pdfium'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePlate } from '../../platform/pdf/plate.ts'
import { type LoadedPlate, loadPlate } from '../../platform/pdf/plate-file.ts'
import { createPrintFile } from '../../platform/pdf/print-file.ts'
import { testTypesetter as typesetter } from '../../platform/pdf/testing.ts'
import example from '../letter-template/examples/municipal-election.json' with { type: 'json' }
import {
  type PlateFacts,
  plateSource,
  pressLetter,
  type VoterFacts,
  wholeSource,
} from '../letter-template/letter-template.ts'

const { facts, voter } = example as unknown as { facts: PlateFacts; voter: VoterFacts }
let pdfium: PDFiumLibrary
let plate: LoadedPlate

beforeAll(async () => {
  pdfium = await PDFiumLibrary.init()
  plate = loadPlate((await makePlate(typesetter, plateSource(facts))).bytes)
})
afterAll(() => pdfium.destroy())

function letter(listNumber: number): Uint8Array {
  const pressed = pressLetter(plate, { ...voter, letterId: `letter-${listNumber}`, listNumber })
  if (!pressed.ok) throw new Error(pressed.because)
  return pressed.pdf
}

async function imagesOf(pdf: Uint8Array): Promise<Buffer[]> {
  const document = await pdfium.loadDocument(pdf)
  const images: Buffer[] = []
  for (const page of document.pages())
    images.push(Buffer.from((await page.render({ scale: 1, render: 'bitmap' })).data))
  document.destroy()
  return images
}

async function printed(add: (file: ReturnType<typeof createPrintFile>) => Promise<void>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  const file = createPrintFile((chunk) => void chunks.push(chunk))
  await add(file)
  await file.finish()
  return Buffer.concat(chunks)
}

test('the print file shows exactly the pages of its letters, in order', async () => {
  const whole = await typesetter.typeset(wholeSource(facts, { ...voter, listNumber: 77 }))
  const letters = [letter(1), letter(2), whole, letter(3)]
  const file = await printed(async (out) => {
    await out.addPressed(plate, letters[0]!)
    await out.addPressed(plate, letters[1]!)
    expect(await out.addWhole(whole)).toBe(2)
    await out.addPressed(plate, letters[3]!)
  })
  const expected = (await Promise.all(letters.map(imagesOf))).flat()
  const shown = await imagesOf(file)
  expect(shown).toHaveLength(8)
  shown.forEach((image, page) => {
    expect(image.equals(expected[page]!), `page ${page + 1}`).toBe(true)
  })
  expect(expected[0]!.equals(expected[2]!)).toBe(false)
})

test('what letters share is in the file once: a further letter adds a fraction of its size', async () => {
  const sizes = await Promise.all(
    [1, 21].map(async (count) => {
      const file = await printed(async (out) => {
        for (let number = 1; number <= count; number++) await out.addPressed(plate, letter(number))
      })
      return file.length
    }),
  )
  expect((sizes[1]! - sizes[0]!) / 20).toBeLessThan(letter(1).length / 3)
})
