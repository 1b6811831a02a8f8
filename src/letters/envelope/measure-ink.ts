import type { DrawnPage } from '../../platform/pdf/look-at-pdf.ts'
import type { Area } from './envelope.ts'

/** A line of ink on the page, and the widest empty space inside it, in millimetres. */
export interface InkLine extends Area {
  readonly widestGap: number
}

/** Darker than this is ink: the grey edge of a letter is not. */
const ink = 160

/** What is printed in an area, line by line from above: rows of dots with ink, parted by rows without. */
export function measureInk(page: DrawnPage, area: Area): InkLine[] {
  const dots = dotsOf(page, area)
  const lines: InkLine[] = []
  let from: number | undefined
  for (let y = dots.top; y <= dots.bottom; y++) {
    const isInked = y < dots.bottom && inkIn(page, dots, y, y + 1).length > 0
    if (isInked) from ??= y
    else if (from !== undefined) {
      lines.push(lineOf(page, dots, from, y))
      from = undefined
    }
  }
  return joinAccents(lines)
}

/** Columns with ink, of these rows. */
function inkIn({ width, shades }: DrawnPage, { left, right }: Area, top: number, bottom: number): number[] {
  const columns: number[] = []
  for (let x = left; x < right; x++)
    for (let y = top; y < bottom; y++)
      if (shades[y * width + x]! < ink) {
        columns.push(x)
        break
      }
  return columns
}

function lineOf(page: DrawnPage, dots: Area, top: number, bottom: number): InkLine {
  const columns = inkIn(page, dots, top, bottom)
  const gaps = columns.map((x, index) => x - (columns[index - 1] ?? x))
  const mm = page.millimetresPerDot
  return {
    left: columns[0]! * mm,
    top: top * mm,
    right: (columns.at(-1)! + 1) * mm,
    bottom: bottom * mm,
    widestGap: Math.max(...gaps) * mm,
  }
}

/** An accent may stand free above its capital, a cedilla below: closer than this is one line. */
const accentGap = 0.8

function joinAccents(lines: readonly InkLine[]): InkLine[] {
  const joined: InkLine[] = []
  for (const line of lines) {
    const above = joined.at(-1)
    const isPart = above && line.top - above.bottom < accentGap && height(line) + height(above) < lineHeight
    if (isPart) joined[joined.length - 1] = join(above, line)
    else joined.push(line)
  }
  return joined
}

/** Ink of one line of the address is not higher, in millimetres, with accents and tails. */
export const lineHeight = 5

function height({ top, bottom }: Area): number {
  return bottom - top
}

function join(one: InkLine, other: InkLine): InkLine {
  return {
    left: Math.min(one.left, other.left),
    top: one.top,
    right: Math.max(one.right, other.right),
    bottom: other.bottom,
    widestGap: Math.min(one.widestGap, other.widestGap),
  }
}

function dotsOf({ millimetresPerDot, width, height }: DrawnPage, area: Area): Area {
  const dots = (millimetres: number) => Math.round(millimetres / millimetresPerDot)
  return {
    left: dots(area.left),
    top: dots(area.top),
    right: Math.min(dots(area.right), width),
    bottom: Math.min(dots(area.bottom), height),
  }
}
