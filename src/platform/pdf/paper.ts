import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Typesetter } from './typesetter.ts'

/** A paper with figures and facts for people: a title, what it comes to, parts with sentences and tables. Dutch. */
export interface PaperView {
  readonly title: string
  readonly municipality: string
  /** Under the name: the election, polling day. */
  readonly lines: readonly string[]
  /** What it comes to, in a box. */
  readonly verdict: string
  readonly verdictText: string
  /** The box is of another colour: something is not as it should be. The words say so too. */
  readonly warns?: boolean
  readonly parts: readonly PaperPart[]
  /** Who signs by hand; with the sentence before it. */
  readonly signatures: readonly string[]
  readonly signatureText: string
  readonly footer: string
}

export interface PaperPart {
  readonly title: string
  readonly text?: string
  readonly items?: readonly string[]
  readonly table?: PaperTable
}

export interface PaperTable {
  /** `wide`: takes what is left; `number`: to the right; `hash`: small. */
  readonly columns: readonly { head: string; wide?: boolean; number?: boolean; hash?: boolean }[]
  readonly rows: readonly (readonly string[])[]
}

const layout = readFileSync(join(import.meta.dirname, 'paper.typ'), 'utf8')

/** Typesets a paper. The same view gives the same bytes. */
export function typesetPaper(typesetter: Typesetter, view: PaperView): Promise<Uint8Array> {
  const inputs = { view: JSON.stringify({ author: 'Kiesloket', ...view }) }
  return typesetter.typeset({ main: layout, inputs })
}

const numbers = new Intl.NumberFormat('nl-BE')

/** `12.345`, as people here write it. */
export function dutchNumber(count: number): string {
  return numbers.format(count)
}

const moments = new Intl.DateTimeFormat('nl-BE', {
  dateStyle: 'long',
  timeStyle: 'medium',
  timeZone: 'Europe/Brussels',
})

/** `10 september 2030 om 11:00:00`: an instant as the clock in Brussels showed it. */
export function dutchMoment(instant: Date | string): string {
  return moments.format(new Date(instant))
}
