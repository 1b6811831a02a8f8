import { testNumber } from '../testing.ts'
import { checkSample } from './check-sample.ts'
import type { Preset } from './preset.ts'
import { checkPresetFile } from './preset-file.ts'

/** For tests: one person in an export as somebody else's software might make it, and the preset that reads it. */

const columns = {
  list_number: { from: 'nr' },
  national_number: { from: 'rrn' },
  last_name: { from: 'naam' },
  first_names: { from: 'voornaam' },
  birth_date: { from: 'geboren', date: 'DD-MM-YYYY' },
  category: { value: 'BELGIAN' },
  section: { from: 'bureau' },
  street: { from: 'straat' },
  house_number: { from: 'huisnummer' },
  postcode: { from: 'postcode' },
  city: { from: 'gemeente' },
}
export const names = [
  'nr',
  'rrn',
  'naam',
  'voornaam',
  'geboren',
  'bureau',
  'straat',
  'huisnummer',
  'postcode',
  'gemeente',
]
export const person = [
  '1',
  testNumber(0),
  'Œuvray',
  'Zoë',
  '01-01-1980',
  '7',
  'Café-straat',
  '3',
  '9999',
  'Zonnedorp',
]

export const expected = {
  list_number: '1',
  national_number: testNumber(0),
  last_name: 'Œuvray',
  first_names: 'Zoë',
  birth_date: '1980-01-01',
  category: 'BELGIAN',
  section: '7',
  street: 'Café-straat',
  house_number: '3',
  postcode: '9999',
  city: 'Zonnedorp',
}

async function* inPieces(bytes: Uint8Array, size = 11) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** Reads an export of that form as a sample; joined files are given as texts by their names. */
export async function readUnseen(
  file: Preset['file'],
  main: string | Uint8Array,
  { joined, ...more }: { columns?: object; joined?: object; files?: Record<string, string> } = {},
) {
  const document = {
    name: 'unseen',
    title: 'unseen',
    file,
    ...(joined && { joined }),
    columns: { ...columns, ...more.columns },
  }
  const checked = checkPresetFile(document)
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults))
  const others = Object.entries(more.files ?? {}).map(([name, text]) => [name, inPieces(Buffer.from(text))])
  const files = { main: inPieces(Buffer.from(main as Uint8Array)), joined: Object.fromEntries(others) }
  return checkSample(checked.preset, files, { show: 10, today: new Date('2029-04-02') })
}
