import type { GlyphPool } from '../../platform/pdf/plate.ts'

/**
 * The letters a plate keeps ready: what names and addresses in Belgium are written with, as far as the letter's
 * font has them. Other letters are no fault: such a letter is typeset whole, with a second font behind the first.
 */
const ascii = range(0x20, 0x7e)
const latin1 = range(0xa1, 0xff).replace('\u00ad', '').replace('µ', '')
const latinExtended =
  'ĀāĂăĄąĆćĊċČčĎďĐđĒēĖėĘęĚěĞğĠġĢģĦħĪīĮįİıĶķĹĺĻļĽľŁłŃńŅņŇňŐőŒœŔŕŘřŚśŞşŠšŢţŤťŪūŮůŰűŲųŴŵŶŷŸŹźŻżŽžȘșȚț'
const punctuation = '–—‘’‚“”„…•'

const letters = ascii + latin1 + latinExtended + punctuation

export const glyphPool: readonly GlyphPool[] = [
  { weight: 'regular', characters: letters },
  { weight: 'bold', characters: '0123456789ACDILPTU' },
]

const common = new Set(letters)

/** Whether the letter's own font has all of a text. */
export function isCommon(text: string): boolean {
  return [...text].every((letter) => common.has(letter))
}

function range(from: number, to: number): string {
  return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index))
}
