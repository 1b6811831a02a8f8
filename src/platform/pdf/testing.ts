import { createHash } from 'node:crypto'
import { createTypesetter, type Typesetter, type TypstSource } from './typesetter.ts'

/**
 * One typesetter for the tests of a process. What was typeset is kept: the same source gives the same bytes, so a
 * plate that one test had made need not be made again for the next. Tests of that very promise make their own.
 */
export const testTypesetter: Typesetter = rememberingTypesetter()

function rememberingTypesetter(): Typesetter {
  const made = new Map<string, Uint8Array>()
  let typesetter: Typesetter | undefined
  return {
    async typeset(source) {
      const name = digestOf(source)
      typesetter ??= createTypesetter()
      const pdf = made.get(name) ?? (await typesetter.typeset(source))
      made.set(name, pdf)
      return Buffer.from(pdf)
    },
  }
}

function digestOf({ main, inputs, files = {} }: TypstSource): string {
  const hash = createHash('sha256').update(JSON.stringify([main, inputs, Object.keys(files)]))
  for (const bytes of Object.values(files)) hash.update(bytes)
  return hash.digest('hex')
}

/** A PDF of one page with this text on it, as somebody would upload; spaces after its end make it as long as `length` where that is given. */
export function aSmallPdf(text: string, length = 0): Buffer<ArrayBuffer> {
  const content = `BT /F1 12 Tf 40 300 Td (${text}) Tj ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  let pdf = '%PDF-1.7\n'
  const places = objects.map((object, index) => {
    const place = pdf.length
    pdf += `${index + 1} 0 obj${object}endobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const count = objects.length + 1
  const index = `xref\n0 ${count}\n0000000000 65535 f \n${places.join('')}`
  const trailer = `trailer<</Size ${count}/Root 1 0 R>>\nstartxref\n${pdf.length}\n%%EOF\n`
  return Buffer.from(`${pdf}${index}${trailer}`.padEnd(length))
}
