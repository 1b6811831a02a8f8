import type { DrawnPage } from '../../platform/pdf/look-at-pdf.ts'
import { type Area, type EnvelopeRules, envelopeRules, slack, windowOnPage } from './envelope.ts'
import { type InkLine, lineHeight, measureInk } from './measure-ink.ts'

/** What is wrong with an address in its window, and where on the page, in millimetres. */
export interface EnvelopeFault {
  readonly because:
    | 'no-address'
    | 'too-many-lines'
    | 'other-lines'
    | 'ink-beside-address'
    | 'leaves-window'
    | 'too-large'
    | 'too-near-edge'
    | 'no-town'
  readonly at: string
}

/** The widest space between two words of an address, in millimetres. */
const mostBetweenWords = 6
/** How far two lines of one address may begin from each other: the shape of a letter, and a dot. */
const leftEdge = 1
const oneDot = 0.26

/**
 * Holds what is drawn on the front of a letter against the window of the envelope: the ink in it is the lines of the
 * address and nothing else, all of it is seen however the sheet lies, and there is room around it for the post.
 * `addressLines` are the lines below the name, `taken` on how many lines name and address are drawn where that was read on the
 * page; else the name takes one or two.
 */
export function checkEnvelope(
  front: DrawnPage,
  { addressLines, taken }: { addressLines: readonly string[]; taken?: number | undefined },
  rules: EnvelopeRules = envelopeRules,
): EnvelopeFault[] {
  const { sometimes, always } = windowOnPage(rules)
  const lines = measureInk(front, sometimes)
  const zone = around(lines)
  if (!zone) return [{ because: 'no-address', at: place(sometimes) }]
  const faults: EnvelopeFault[] = []
  const isOff = (because: EnvelopeFault['because'], area: Area = zone) =>
    faults.push({ because, at: place(area) })
  if (lines.length > rules.mostLines.value) isOff('too-many-lines')
  if (!isAsMany(lines.length, addressLines.length, taken)) isOff('other-lines')
  const strange = lines.find((line) => isStrange(line, zone))
  if (strange) isOff('ink-beside-address', strange)
  if (!isWithin(zone, always)) isOff('leaves-window')
  const { width, height } = rules.mostOfAddress.value
  if (zone.right - zone.left > width || zone.bottom - zone.top > height) isOff('too-large')
  if (!hasRoom(zone, rules)) isOff('too-near-edge')
  if (!endsInTown(addressLines)) isOff('no-town')
  return faults
}

function isAsMany(drawn: number, ofAddress: number, taken: number | undefined): boolean {
  if (taken !== undefined) return drawn === taken
  return drawn - ofAddress >= 1 && drawn - ofAddress <= 2
}

/** Ink that is no line of an address: too high, in two parts, or beginning elsewhere than the others. */
function isStrange(line: InkLine, zone: Area): boolean {
  const isHigh = line.bottom - line.top > lineHeight
  return isHigh || line.widestGap > mostBetweenWords || line.left - zone.left > leftEdge
}

function around(lines: readonly InkLine[]): Area | undefined {
  if (lines.length === 0) return undefined
  return {
    left: Math.min(...lines.map(({ left }) => left)),
    top: lines[0]!.top,
    right: Math.max(...lines.map(({ right }) => right)),
    bottom: lines.at(-1)!.bottom,
  }
}

function isWithin(zone: Area, window: Area): boolean {
  const { left, top, right, bottom } = window
  const isAcross = zone.left > left - oneDot && zone.right < right + oneDot
  return isAcross && zone.top > top - oneDot && zone.bottom < bottom + oneDot
}

/** Room to the right of the address when the sheet lies furthest to the right, and below the window. */
function hasRoom(zone: Area, rules: EnvelopeRules): boolean {
  const right = rules.envelope.value.width - (zone.right + slack(rules).right)
  return right >= rules.freeRight.value && rules.window.value.fromBottom >= rules.freeBelow.value
}

/** A Belgian address ends in its postcode and town, one abroad in its country, in capitals. */
function endsInTown(addressLines: readonly string[]): boolean {
  const last = addressLines.at(-1) ?? ''
  return addressLines.length >= 2 && (/^[1-9]\d{3} \S/.test(last) || /^[^\d\p{Ll}]+$/u.test(last))
}

function place({ left, top, right, bottom }: Area): string {
  const shown = (millimetres: number) => millimetres.toFixed(1)
  return `${shown(left)}–${shown(right)} × ${shown(top)}–${shown(bottom)} mm`
}
