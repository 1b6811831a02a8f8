import { readFileSync } from 'node:fs'
import type { LoadedPlate, PlateTemplate } from '../../platform/pdf/plate.ts'
import { placeholderFor } from '../../platform/pdf/plate-placeholders.ts'
import { type Pressed, press } from '../../platform/pdf/press.ts'
import { qrSvg } from '../../platform/pdf/qr-drawing.ts'
import { type Typesetter, type TypstSource, UnprintableText } from '../../platform/pdf/typesetter.ts'
import { glyphPool } from './glyph-pool.ts'
import { letterData } from './letter-data.ts'
import type { PlateFacts, VoterFacts } from './letter-facts.ts'
import { slots, slotValues } from './slots.ts'

export { type LetterData, sharedData } from './letter-data.ts'
export type { PlateFacts, Statement, StatutoryText, VoterFacts } from './letter-facts.ts'
export { slotValues } from './slots.ts'

/** Changes whenever a letter with the same facts would look or read otherwise. */
export const letterTemplate = { version: '4' } as const

/** The parts of the letter, then the two pages that are made of them: one text for the typesetter. */
const layout = ['layout.typ', 'pages.typ']
  .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
  .join('')

/** The letter with open slots: for `makePlate`. */
export function plateSource(facts: PlateFacts): PlateTemplate {
  const placeholders = Object.fromEntries(slots.map(({ name }, index) => [name, placeholderFor(index)]))
  return { source: sourceOf(facts, placeholders), pages: 2, slots, glyphs: glyphPool }
}

/** The same letter with a voter's data, for the typesetter. */
export function wholeSource(facts: PlateFacts, voter: VoterFacts): TypstSource {
  const { main, inputs, files } = sourceOf(facts, slotValues(voter))
  return { main, inputs, files: { ...files, '/qr.svg': Buffer.from(qrSvg(voter.qrText)) } }
}

function sourceOf(facts: PlateFacts, values: Readonly<Record<string, string>>): TypstSource {
  const { arms } = facts.municipality
  return {
    main: layout,
    inputs: { letter: JSON.stringify(letterData(facts, values)) },
    files: arms === undefined ? {} : { '/arms.svg': Buffer.from(arms) },
  }
}

/** Fills in the plate for a voter; refuses what does not fit it. */
export function pressLetter(plate: LoadedPlate, voter: VoterFacts): Pressed {
  return press(plate, { key: voter.letterId, values: slotValues(voter), qr: voter.qrText })
}

/** Whether the layout gave up because there is more to say than two pages hold. It says so in these words. */
export function isTooMuch(error: unknown): boolean {
  return /do not fit the back of the letter|front of the letter is too full/.test(String(error))
}

export type RenderedLetter =
  | {
      readonly ok: true
      readonly pdf: Uint8Array
      /** Why the letter did not fit its plate and was typeset whole. */
      readonly typesetWhole?: 'does-not-fit' | 'missing-glyph'
    }
  /** No font has a letter of the name or the address: a person has to look. */
  | { readonly ok: false; readonly because: 'unprintable' }

/** Makes a voter's letter: pressed, or typeset whole when it does not fit its plate. */
export async function renderLetter(
  { typesetter }: { typesetter: Typesetter },
  { plate, facts, voter }: { plate: LoadedPlate; facts: PlateFacts; voter: VoterFacts },
): Promise<RenderedLetter> {
  const pressed = pressLetter(plate, voter)
  if (pressed.ok) return pressed
  try {
    const pdf = await typesetter.typeset(wholeSource(facts, voter))
    return { ok: true, pdf, typesetWhole: pressed.because }
  } catch (error) {
    if (error instanceof UnprintableText) return { ok: false, because: 'unprintable' }
    throw error
  }
}
