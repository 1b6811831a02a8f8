import { expect, test } from 'vitest'
import { grouped, makeCode, readCode } from './typed-code.js'

const codes = Array.from({ length: 200 }, makeCode)

test('each is another one, of letters that nobody takes for each other', () => {
  expect(new Set(codes).size).toBe(codes.length)
  for (const code of codes) expect(code).toMatch(/^([2-9A-HJKMNP-Z]{4}-){2}[2-9A-HJKMNP-Z]{4}$/)
})

test('is read in small letters, with and without dashes and spaces', () => {
  const [code] = codes as [string]
  const plain = code.replaceAll('-', '')
  for (const typed of [code, code.toLowerCase(), ` ${plain}`, plain.replace(/(.{4})/g, '$1 ')])
    expect(readCode(typed)).toBe(plain)
  expect(grouped(plain)).toBe(code)
})

test('every single slip and every swap of neighbours is told apart from a code', () => {
  for (const code of codes.map((one) => one.replaceAll('-', ''))) {
    for (let at = 0; at < code.length; at++) {
      const other = code[at] === '7' ? '8' : '7'
      expect(readCode(code.slice(0, at) + other + code.slice(at + 1))).toBeUndefined()
      expect(readCode(code.slice(0, at) + code.slice(at + 1)), 'one is missing').toBeUndefined()
      const swapped = code.slice(0, at) + (code[at + 1] ?? '') + code[at] + code.slice(at + 2)
      if (swapped !== code) expect(readCode(swapped)).toBeUndefined()
    }
  }
  for (const typed of ['', 'O0O0-1I1I-LLLL', 'hallo']) expect(readCode(typed)).toBeUndefined()
})
