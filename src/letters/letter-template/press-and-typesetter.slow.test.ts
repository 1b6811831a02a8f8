import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawPages } from '../../../test/pdf-pictures.ts'
import { crop, difference } from '../../../test/png.ts'
import { readPdf } from '../../../test/read-pdf.ts'
import { readQrCodes } from '../../../test/read-qr.ts'
import { loadPlate, makePlate } from '../../platform/pdf/plate.ts'
import { glyphPool } from './glyph-pool.ts'
import { plateSource, pressLetter, type VoterFacts, wholeSource } from './letter-template.ts'
import { example, typesetter } from './testing.ts'

/** How many letters are tried; RUNS=500 looks longer. */
const numRuns = Number(process.env.RUNS ?? 30)

const letters = glyphPool.find(({ weight }) => weight === 'regular')!.characters
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 16 })
const line = (maxLength: number) =>
  fc
    .array(word, { minLength: 1, maxLength: 8 })
    .map((words) => words.join(' ').slice(0, maxLength))
    .filter((text) => text.trim() !== '')

const voters: fc.Arbitrary<VoterFacts> = fc.record({
  letterId: fc.uuid(),
  fullName: fc.oneof(line(40), line(75)),
  addressLines: fc.array(line(55), { maxLength: 5 }),
  listAddressLine: line(80),
  listNumber: fc.integer({ min: 1, max: 999_999 }),
  mark: fc.constantFrom(undefined, 'DUPLICAAT', 'DUPLICATA'),
  qrText: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 251 }),
})

test('the press and the typesetter make the same letter: text, structure, picture and QR code', async () => {
  const { facts } = example('municipal-election')
  const plate = loadPlate((await makePlate(typesetter, plateSource(facts))).bytes)
  let compared = 0
  await fc.assert(
    fc.asyncProperty(voters, async (voter) => {
      const pressed = pressLetter(plate, voter)
      if (!pressed.ok) return
      compared++
      const whole = await typesetter.typeset(wholeSource(facts, voter))
      const [one, other] = [await readPdf(pressed.pdf), await readPdf(whole)]
      expect(one).toEqual(other)
      const pictures = [await drawPages(pressed.pdf, 72), await drawPages(whole, 72)] as const
      pictures[0].forEach((page, index) => {
        expect(difference(page, pictures[1][index]!)).toBeLessThan(0.0005)
      })
      const [front] = await drawPages(pressed.pdf, 130)
      const qrCorner = { left: 0.6, top: 0.5, right: 1, bottom: 0.8 }
      expect(await readQrCodes(crop(front!, qrCorner))).toEqual([voter.qrText])
    }),
    // Making an example smaller would take minutes; the letter found says enough.
    { numRuns, endOnFailure: true },
  )
  expect(compared).toBeGreaterThan(0)
})
