import { describe, expect, test } from 'vitest'
import { sha256 } from '../hash.ts'
import { readTrailer } from './read-trailer.ts'
import { putSeal, roomForSeal } from './seal-pdf.ts'
import { findSealPlace } from './seal-place.ts'

/** The smallest tagged file that ends as our typesetter ends one. */
function tinyPdf(language = 'nl'): Buffer {
  const objects = [
    `<</Type/Catalog/Pages 2 0 R/StructTreeRoot 4 0 R/Lang(${language})/MarkInfo<</Marked true>>>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/StructParents 0>>',
    '<</Type/StructTreeRoot/K[6 0 R]/ParentTree 5 0 R>>',
    '<</Nums[0 [7 0 R]]>>',
    '<</Type/StructElem/S/Document/P 4 0 R/K[7 0 R]>>',
    '<</Type/StructElem/S/P/P 6 0 R/K 0/Pg 3 0 R>>',
    '<</Title(Klein)>>',
  ]
  let text = '%PDF-1.7\n'
  const rows = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const list = `xref\n0 9\n0000000000 65535 f \n${rows.join('')}`
  const trailer = `trailer\n<<\n  /Size 9\n  /Root 1 0 R\n  /Info 8 0 R\n  /ID [(one) (one)]\n>>\n`
  return Buffer.from(`${text}${list}${trailer}startxref\n${text.length}\n%%EOF`)
}

const at = new Date('2029-05-02T10:00:00Z')
const envelope = Buffer.from('an envelope')

async function sealed(pdf: Buffer) {
  return putSeal(roomForSeal(pdf, await findSealPlace(pdf), { at, signatureBytes: 64 }), envelope)
}

describe('what is written behind a file', () => {
  test('stays as it is, as long as letters are kept that have a seal: their signatures are over these bytes', async () => {
    const { pdf, sha256: hash } = await sealed(tinyPdf())
    expect(sha256(pdf)).toEqual(hash)
    expect(hash.toString('hex')).toBe('1d68360633ad13dcd81a867e4c7b41a5bde142c27d043958bf317728f7a0c7c6')
  })

  test('begins with the file and leaves it as it was', async () => {
    const file = tinyPdf()
    const { pdf } = await sealed(file)
    expect(pdf.subarray(0, file.length).equals(file)).toBe(true)
    expect(readTrailer(pdf)).toMatchObject({ size: 12, root: '1 0 R', info: '8 0 R', id: '(one)' })
  })

  test('names the field in the language of the file, in the tree and behind what was there', async () => {
    const text = (await sealed(tinyPdf('fr-BE'))).pdf.toString('latin1')
    const french = Buffer.from('\ufeffCachet électronique', 'utf16le').swap16().toString('hex').toUpperCase()
    expect(text).toContain(french)
    expect(text).toMatch(/\/K \[ 7 0 R 11 0 R \]/)
    expect(text).toMatch(/\/Nums \[ 0 \[ 7 0 R \] 1 11 0 R \]/)
  })

  test('has a range over everything but the signature', async () => {
    const { pdf } = await sealed(tinyPdf())
    const [, from, to, rest] = /\/ByteRange\[0 +(\d+) +(\d+) +(\d+)\]/
      .exec(pdf.toString('latin1'))!
      .map(Number)
    expect(pdf.toString('latin1', from, to)).toBe(`<${envelope.toString('hex').padEnd(128, '0')}>`)
    expect(to! + rest!).toBe(pdf.length)
  })
})

describe('a file that is not ours is refused', () => {
  test.each([
    ['has no end', (text: string) => text.slice(0, -20), /not how our files end/],
    ['has fields', (text: string) => text.replace('/Lang', '/AcroForm<<>>/Lang'), /fields already/],
  ])('which %s', async (_, change, says) => {
    const text = tinyPdf().toString('latin1')
    await expect(findSealPlace(Buffer.from(change(text)))).rejects.toThrow(says)
  })

  test('and so is a signature that needs more room', async () => {
    const pdf = tinyPdf()
    const room = roomForSeal(pdf, await findSealPlace(pdf), { at, signatureBytes: 4 })
    expect(() => putSeal(room, envelope)).toThrow(/longer than its certificate said/)
  })
})
