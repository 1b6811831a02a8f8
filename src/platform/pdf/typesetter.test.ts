import { expect, test } from 'vitest'
import { structureFaults } from '../../../test/pdf-structure.ts'
import { readPdf } from '../../../test/read-pdf.ts'
import { createTypesetter, type TypstSource, UnprintableText } from './typesetter.ts'

const typesetter = createTypesetter()

function document(text: string, changes: Partial<TypstSource> = {}): TypstSource {
  const main = `
    #set document(title: "Een document")
    #set text(lang: "nl")
    = Kop
    #json(bytes(sys.inputs.data)).text`
  return { main, inputs: { data: JSON.stringify({ text }) }, ...changes }
}

test('a document declares both standards and its structure agrees with its pages', async () => {
  const pdf = await typesetter.typeset(document('Dag Zoë, dit is <vet> & *klaar*.'))
  expect(await structureFaults(pdf)).toEqual([])
  const { title, language, pages } = await readPdf(pdf)
  expect([title, language]).toEqual(['Een document', 'nl'])
  expect(pages[0]!.text).toContain('Dag Zoë, dit is <vet> & *klaar*.')
})

test('the same source gives the same bytes, in whatever year', async () => {
  const [one, other] = [
    await typesetter.typeset(document('x')),
    await createTypesetter().typeset(document('x')),
  ]
  expect(Buffer.from(one).equals(other)).toBe(true)
  expect(Buffer.from(one).toString('latin1')).not.toMatch(/CreationDate|ModDate|CreateDate/)
})

test('rare letters come from the second font; what no font has is refused by name', async () => {
  const pdf = await typesetter.typeset(document('Zoë Жора'))
  expect((await readPdf(pdf)).pages[0]!.text).toContain('Жора')
  await expect(typesetter.typeset(document('王'))).rejects.toThrow(UnprintableText)
})

test('a document reads the files it is given and nothing else', async () => {
  const reads = (path: string) =>
    document('', { main: `#set document(title: "x")\n#set text(lang: "nl")\n#read("${path}")` })
  const given = { ...reads('/a.txt'), files: { '/a.txt': Buffer.from('gegeven') } }
  expect((await readPdf(await typesetter.typeset(given))).pages[0]!.text).toContain('gegeven')
  await expect(typesetter.typeset(reads('/a.txt'))).rejects.toThrow(/not found/)
  await expect(typesetter.typeset(reads('/etc/passwd'))).rejects.toThrow(/not found/)
  await expect(typesetter.typeset(reads('../etc/passwd'))).rejects.toThrow(/denied/)
})

test('a document without a title or that does not compile is an error that says so', async () => {
  await expect(typesetter.typeset(document('', { main: '#set text(lang: "nl")\nx' }))).rejects.toThrow(
    /title/,
  )
  await expect(typesetter.typeset(document('', { main: '#unknown' }))).rejects.toThrow(/unknown variable/)
})
