import type { Dice } from '../../dev/demo/random.ts'
import type { ListRow } from '../../src/voters/list-format.ts'

/** Ways in which rows and files get damaged on their way. The same dice give the same damage. */

export type Cells = readonly string[]
type Damage = (cells: Cells, dice: Dice) => Cells

const strange = [
  '\u202e',
  '\u0301',
  'Ж',
  'Ã«',
  '\u00ad',
  '¼',
  '€',
  '𝒜',
  '\ufffd',
  '\u00a0',
  'ﬁ',
  '#N/A',
  '=1+1',
  '{}',
  '\\N',
  '8,56E+10',
]

const at = (dice: Dice, items: { readonly length: number }) => dice.below(items.length)
const changed = (cells: Cells, place: number, change: (text: string) => string) =>
  cells.map((text, other) => (other === place ? change(text) : text))
const anywhere = (dice: Dice, text: string, change: (before: string, after: string) => string) => {
  const cut = dice.below(text.length + 1)
  return change(text.slice(0, cut), text.slice(cut))
}

/** Damage that stays inside its row: whatever comes of it, the other rows are what they were. */
const rowDamages: readonly Damage[] = [
  (cells, dice) => changed(cells, at(dice, cells), () => ''),
  (cells, dice) => changed(cells, at(dice, cells), (text) => text.slice(0, at(dice, text))),
  (cells, dice) => changed(cells, at(dice, cells), (text) => text + text),
  (cells, dice) =>
    changed(cells, at(dice, cells), (text) => anywhere(dice, text, (a, b) => a + dice.pick(strange) + b)),
  (cells, dice) =>
    changed(cells, at(dice, cells), (text) => text.replace(/\d/g, () => String(dice.below(10)))),
  (cells, dice) => changed(cells, at(dice, cells), (text) => text + 'x'.repeat(dice.below(3000))),
  (cells, dice) => changed(cells, at(dice, cells), () => dice.pick(strange)),
  (cells, dice) => cells.slice(0, at(dice, cells)),
  (cells, dice) => cells.toSpliced(at(dice, cells), 1),
  (cells, dice) => cells.toSpliced(at(dice, cells), 0, dice.pick(cells)),
  (cells, dice) => [...cells, ...cells.slice(0, at(dice, cells))],
  (cells, dice) => {
    const [one, other] = [at(dice, cells), at(dice, cells)]
    return cells.map((text, place) => (place === one ? cells[other]! : place === other ? cells[one]! : text))
  },
  (cells) => cells.toReversed(),
  (_, dice) => [`Totaal: ${dice.below(900)}`],
]

export function damagedRow(cells: Cells, dice: Dice): Cells {
  let damaged = cells
  do damaged = dice.pick(rowDamages)(damaged, dice)
  while (dice.roll() < 0.3 && damaged.length > 0)
  return damaged
}

type FileDamage = (bytes: Buffer, place: number, dice: Dice) => Buffer

const insert = (bytes: Buffer, place: number, more: Uint8Array | string | readonly number[]) =>
  Buffer.concat([bytes.subarray(0, place), Buffer.from(more as Uint8Array), bytes.subarray(place)])

/** Damage to the bytes: it may spoil the file from there on. */
const fileDamages: readonly FileDamage[] = [
  (bytes, place, dice) => {
    const flipped = Buffer.from(bytes)
    flipped[place] = flipped[place]! ^ (1 << dice.below(8))
    return flipped
  },
  (bytes, place) => bytes.subarray(0, place),
  (bytes, place, dice) => insert(bytes, place, bytes.subarray(place, place + dice.below(500))),
  (bytes, place, dice) => Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + dice.below(500))]),
  (bytes, place) => insert(bytes, place, '"'),
  (bytes, place) => insert(bytes, place, '\r'),
  (bytes, place) => insert(bytes, place, [0xe9]),
  (bytes, place) => insert(bytes, place, 'é'),
  (bytes, place, dice) => insert(bytes, place, [dice.below(32)]),
  (bytes, place) => insert(bytes, place, 'x'.repeat(20_000)),
  (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le'),
  (bytes) => Buffer.from(bytes.toString('utf8'), 'latin1'),
  (bytes, _, dice) => Buffer.from(bytes.map(() => dice.below(256))),
]

export function damagedFile(bytes: Buffer, dice: Dice): Buffer {
  let damaged = bytes
  do damaged = dice.pick(fileDamages)(damaged, at(dice, damaged), dice)
  while (dice.roll() < 0.3 && damaged.length > 0)
  return damaged
}

export const cellsOf = (row: ListRow, names: readonly (keyof ListRow)[]): Cells =>
  names.map((name) => row[name])
