import { expect, test } from 'vitest'
import { splitBlocks, textRuns } from './content-stream.ts'

const run = (shown: string) =>
  `q\n1 0 0 -1 10 20 cm\n/c0 cs\n0 scn\nBT\n0 Tr\n/f0 9 Tf\n1 0 0 -1 0 0 Tm\n${shown}\nET\nQ\n`
const codes = { a: '0041', b: '0028', c: '000A', d: '005C', e: '0029' }
const fonts = new Map([
  ['f0', new Map(Object.entries(codes).map(([letter, code]) => [letter, [code, 500] as const]))],
])

test('splits a page in its marked blocks, whatever they hold', () => {
  const blocks = ['/Span <<\n  /MCID 0\n>> BDC\nq\nQ\nEMC\n', '/Artifact BMC\n/Span <<\n>> BDC\nEMC\nEMC\n']
  expect(splitBlocks(blocks.join(''))).toEqual(blocks)
  expect(() => splitBlocks('q\n')).toThrow(/outside any marked block/)
  expect(() => splitBlocks('/Artifact BMC\nq\n')).toThrow(/not closed/)
})

test('reads what a line of text says, in every way of writing its codes', () => {
  const shown = ['(\\000A\\000\\() Tj', '[(\\000\\n) 20 (\\000\\\\\\000\\051)] TJ', '<0041000a> Tj']
  const texts = textRuns(`/Span BMC\n${shown.map(run).join('')}EMC\n`, fonts).map(({ text }) => text)
  expect(texts).toEqual(['ab', 'cde', 'ac'])
})

test('keeps what stands around a text, so that another can take its place', () => {
  const block = `/Span BMC\nq\n1 0 0 1 0 0 cm\nf\nQ\n${run('<0041> Tj')}EMC\n`
  const [found] = textRuns(block, fonts)
  expect(block.slice(found!.at, found!.at + found!.length)).toBe(run('<0041> Tj'))
  expect(`${found!.before}/f0 9 Tf\n${found!.between}<0041> Tj\nET\nQ\n`).toBe(run('<0041> Tj'))
})
