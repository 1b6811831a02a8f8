import { expect, test } from 'vitest'
import { readPdf } from '../test/read-pdf.ts'
import { benchLetters, letterMakers } from './letters.ts'
import { letterRows, pageOf } from './report.ts'

test('a letter from the press costs a fraction of one typeset whole', async () => {
  const bench = await benchLetters({ pressed: 200, sealed: 100, typeset: 10 })
  const { press, sealed, typesetter, memoryMegabytes } = bench
  expect(press.perSecond).toBeGreaterThan(typesetter.perSecond * 3)
  expect(bench.letterBytes).toBeLessThan(bench.plateBytes + 15_000)

  expect([press.letters, sealed.letters, typesetter.letters]).toEqual([200, 100, 10])
  expect(sealed.bytes / sealed.letters).toBeGreaterThan(press.bytes / press.letters)
  for (const made of [press, sealed, typesetter]) {
    expect(made.bytes).toBeGreaterThan(made.letters * 10_000)
    expect(made.seconds).toBeGreaterThan(0)
    expect(made.perSecond).toBe(made.letters / made.seconds)
    expect(Number.isFinite(made.perSecond)).toBe(true)
    expect(made.cpuMilliseconds).toBeGreaterThan(0)
  }
  expect(memoryMegabytes).toBeGreaterThanOrEqual(0)
  expect(Number.isFinite(memoryMegabytes)).toBe(true)

  const rows = letterRows(bench)
  const whole = (value: number) => Math.round(value).toLocaleString('en-GB')
  expect(rows).toEqual([
    [
      expect.stringMatching(/^letters a second, .*press, beside the typesetter/),
      whole(press.perSecond),
      whole(typesetter.perSecond),
      `${whole(press.perSecond / typesetter.perSecond)} × as many`,
    ],
    [
      expect.stringMatching(/^CPU milliseconds a letter: pressed and sealed .*, beside pressed alone/),
      sealed.cpuMilliseconds.toFixed(2),
      press.cpuMilliseconds.toFixed(2),
      `${(sealed.cpuMilliseconds / press.cpuMilliseconds).toFixed(1)} × as much`,
    ],
    [expect.stringMatching(/^growth of memory/), whole(memoryMegabytes), '', ''],
  ])
  for (const row of rows) expect(pageOf(rows)).toContain(`\n| ${row.join(' | ')} |\n`)
})

test('both make the same letters, each of another voter', async () => {
  const { press, typeset } = await letterMakers()
  const texts = async (pdf: Uint8Array) => (await readPdf(pdf)).pages.map(({ text }) => text)
  const wordsOf = (pages: readonly string[]) => pages.join(' ').split(/\s+/).sort()
  const seen = new Set<string>()
  for (const number of [0, 1, 199]) {
    const pressed = await texts(press(number))
    expect(wordsOf(pressed)).toEqual(wordsOf(await texts(await typeset(number))))
    seen.add(pressed.join())
  }
  expect(seen.size).toBe(3)
})
