import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  contrast,
  contrastOnPages,
  darkSurfaces,
  flanders,
  isReadable,
  leastContrast,
  nearestReadable,
  nearestReadableInTheDark,
  strongInTheDark,
  strongOf,
  surfaces,
} from './theme.ts'

test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#767676', '#ffffff', 4.54],
  ['#ff0000', '#ffffff', 4],
  ['#ffe615', '#ffffff', 1.27],
])('the contrast of %s and %s is that of WCAG, whichever comes first', (one, other, expected) => {
  expect(contrast(one, other)).toBeCloseTo(expected, 2)
  expect(contrast(other, one)).toBe(contrast(one, other))
})

test('what reads on white and not on the tinted surfaces is not readable', () => {
  expect(contrast('#767676', '#ffffff')).toBeGreaterThan(leastContrast)
  expect(contrastOnPages('#767676')).toBeLessThan(leastContrast)
  expect(isReadable('#767676')).toBe(false)
})

test.each(['#ffe615', '#00b4d8', '#767676', '#ffffff', '#f00000', '#7cfc00'])(
  'the nearest shade of %s that reads is just dark enough, and of the same tint',
  (colour) => {
    const shade = nearestReadable(colour)
    expect(contrastOnPages(shade)).toBeGreaterThanOrEqual(leastContrast)
    expect(contrastOnPages(shade)).toBeLessThan(leastContrast + 0.35)
    const channels = (of: string) => [1, 3, 5].map((at) => Number.parseInt(of.slice(at, at + 2), 16))
    const shares = channels(shade).map((channel, at) => channel / (channels(colour)[at] || 255))
    const lit = shares.filter((_, at) => channels(colour)[at]! > 60)
    expect(Math.max(...lit) - Math.min(...lit)).toBeLessThan(0.02)
  },
)

test('a colour that reads is its own nearest, and reads no worse under the pointer', () => {
  expect(nearestReadable(flanders.colour)).toBe(flanders.colour)
  expect(contrastOnPages(strongOf(flanders.colour))).toBeGreaterThan(contrastOnPages(flanders.colour))
})

test('the surfaces are those of the style sheets', () => {
  const styles = globSync('src/platform/http/assets/*.css')
    .filter((file) => !file.endsWith('dark.css'))
    .map((file) => readFileSync(file, 'utf8'))
  const sheet = styles.join('\n')
  expect(/--surface: (#\w+);/.exec(sheet)?.[1]).toBe(surfaces[0])
  expect(/--wash: (#\w+);/.exec(sheet)?.[1]).toBe(surfaces[1])
  expect(/--brand: (#\w+);/.exec(sheet)?.[1]).toBe(flanders.colour)
  expect(/--yellow: (#\w+);/.exec(sheet)?.[1]).toBe(flanders.line)
  const grounds = [...sheet.matchAll(/background(?:-color)?: (#[0-9a-f]{6}|#fff);/g)].map(([, ground]) =>
    ground === '#fff' ? '#ffffff' : ground!,
  )
  // What text of its own colour stands on: tags, secondary buttons, the notice of the practice, a file that hovers.
  const withOwnText = new Set([
    '#e7ecf3',
    '#d6dee9',
    '#d5e4f9',
    '#cfe8dc',
    '#fff0a3',
    '#f8d6d3',
    '#e6eaef',
    '#e3edfb',
  ])
  expect([...new Set(grounds)].filter((ground) => !withOwnText.has(ground)).sort()).toEqual(
    [...surfaces].filter((surface) => surface !== surfaces[1]).sort(),
  )
})

const dark = readFileSync('src/platform/http/assets/dark.css', 'utf8')
const inTheDark = (name: string) =>
  new RegExp(`--${name}:[^;]*?(#[0-9a-f]{6})\\)?;`).exec(dark)?.[1] ?? `no ${name}`

/** Every eighth step of red, green and blue. */
const steps = Array.from({ length: 9 }, (_, step) => Math.min(step * 32, 255))
const colours = steps.flatMap((red) =>
  steps.flatMap((green) =>
    steps.map((blue) => `#${[red, green, blue].map((one) => one.toString(16).padStart(2, '0')).join('')}`),
  ),
)
const onDark = (colour: string) => Math.min(...darkSurfaces.map((surface) => contrast(colour, surface)))

test('every colour has a tint that reads in the dark, and one for under the pointer that reads as well', () => {
  for (const colour of colours) {
    const tint = nearestReadableInTheDark(colour)
    expect(onDark(tint), colour).toBeGreaterThanOrEqual(leastContrast)
    expect(onDark(strongInTheDark(tint)), colour).toBeGreaterThanOrEqual(onDark(tint))
    if (onDark(colour) >= leastContrast) expect(tint).toBe(colour)
  }
})

test('the dark has the surfaces and the colours of Flanders that these functions give', () => {
  expect([inTheDark('surface'), inTheDark('wash')]).toEqual([...darkSurfaces])
  const brand = nearestReadableInTheDark(flanders.colour)
  expect([inTheDark('brand'), inTheDark('brand-strong')]).toEqual([brand, strongInTheDark(brand)])
})

test.each(['ink', 'quiet', 'good', 'govuk-error-colour'])('%s can be read in the dark', (name) => {
  expect(onDark(inTheDark(name))).toBeGreaterThanOrEqual(leastContrast)
})

test('edges of fields are seen in the dark (WCAG 2.2, 1.4.11)', () => {
  expect(onDark(inTheDark('govuk-input-border-colour'))).toBeGreaterThanOrEqual(3)
})
