import { expect, test } from 'vitest'
import { drawPages } from '../../../test/pdf-pictures.ts'
import { structureFaults } from '../../../test/pdf-structure.ts'
import { difference } from '../../../test/png.ts'
import { readPdf } from '../../../test/read-pdf.ts'
import { loadPlate, makePlate, type PlateTemplate } from './plate.ts'
import { placeholderFor } from './plate-placeholders.ts'
import { press } from './press.ts'
import { createTypesetter } from './typesetter.ts'

const typesetter = createTypesetter()

const body = `
  #set document(title: "Plaat")
  #set text(lang: "nl", kerning: false, ligatures: false)
  = Titel
  #sys.inputs.name
  #image("/qr.svg", alt: "QR-code", width: 3cm)
  Vast`

function template(changes: Partial<PlateTemplate> & { main?: string } = {}): PlateTemplate {
  return {
    source: { main: changes.main ?? body, inputs: { name: placeholderFor(0) } },
    pages: 1,
    slots: [{ name: 'name', sizes: [11], maxWidth: 300 }],
    glyphs: [{ weight: 'regular', characters: 'abcdefghijklmnopqrstuvwxyz ABCëéŠ"\\\\' }],
    ...changes,
  }
}

const letter = { key: 'letter-1', values: { name: 'Zoë' }, qr: 'hallo' }
const pressOn = async (bytes: Uint8Array, parts = letter) => {
  const pressed = press(loadPlate(bytes), parts)
  if (!pressed.ok) throw new Error(pressed.because)
  return Buffer.from(pressed.pdf)
}

test('a letter reads, and looks, as if it had been typeset whole', async () => {
  const { bytes } = await makePlate(
    typesetter,
    template({ glyphs: [{ weight: 'regular', characters: 'abcë Z' }] }),
  )
  const pdf = await pressOn(bytes, { ...letter, values: { name: 'Zaë cab' } })
  expect((await readPdf(pdf)).pages[0]!.text).toBe('Titel\nZaë cab\nVast')
  expect(await structureFaults(pdf)).toEqual([])
  expect(pdf.toString('latin1')).not.toContain('{{0}}')
})

test('the same template gives the same plate, and the same letter the same bytes', async () => {
  const [one, other] = [
    await makePlate(typesetter, template()),
    await makePlate(createTypesetter(), template()),
  ]
  expect(one.hash).toBe(other.hash)
  const parts = { ...letter, values: { name: 'abc' } }
  const pdf = await pressOn(one.bytes, parts)
  expect(pdf.equals(await pressOn(other.bytes, parts))).toBe(true)
  expect(pdf.equals(await pressOn(one.bytes, { ...parts, key: 'letter-2' }))).toBe(false)
})

test('a letter is named by its key, and by what it says', async () => {
  const { bytes } = await makePlate(typesetter, template())
  const ids = async (name: string) => {
    const pdf = await pressOn(bytes, { ...letter, values: { name } })
    return /\/ID\[<(\w{32})><(\w{32})>\]/.exec(pdf.toString('latin1'))!.slice(1)
  }
  const [one, other] = [await ids('abc'), await ids('cba')]
  expect(one[0]).toBe(other[0])
  expect(one[1]).not.toBe(other[1])
})

test('a slot without text leaves its place blank', async () => {
  const { bytes } = await makePlate(typesetter, template())
  const pdf = await pressOn(bytes, { ...letter, values: { name: '' } })
  expect((await readPdf(pdf)).pages[0]!.text).toBe('Titel\nVast')
  const filled = await pressOn(bytes, { ...letter, values: { name: 'abc' } })
  expect(difference((await drawPages(pdf, 50))[0]!, (await drawPages(filled, 50))[0]!)).toBeGreaterThan(0)
})

test('a template that does not hold what it says is no plate', async () => {
  await expect(
    makePlate(typesetter, template({ main: body.replace('#sys.inputs.name', 'x') })),
  ).rejects.toThrow(/slots stand on 1 pages|slot name stands 0 times/)
  const noCode = body.replace(/#image.*\n/, '\n')
  await expect(makePlate(typesetter, template({ main: noCode }))).rejects.toThrow(/0 places for a QR code/)
  const twice = `${body}\n\n#sys.inputs.name`
  await expect(makePlate(typesetter, template({ main: twice }))).rejects.toThrow(/stands 2 times/)
  await expect(makePlate(typesetter, template({ pages: 2 }))).rejects.toThrow(/1 pages instead of 2/)
  const apart = `${body.replace('#sys.inputs.name', '')}\n#pagebreak()\n#sys.inputs.name`
  await expect(makePlate(typesetter, template({ main: apart, pages: 2 }))).rejects.toThrow(/on 2 pages/)
})

test('bytes that are no plate are refused', () => {
  expect(() => loadPlate(Buffer.from('%PDF-1.7'))).toThrow(/not a plate/)
})
