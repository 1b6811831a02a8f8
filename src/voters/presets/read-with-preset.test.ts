import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { checkSample } from './check-sample.ts'
import { listPresets, loadPreset } from './load-preset.ts'
import type { FieldSource, Preset } from './preset.ts'
import type { ExportFiles } from './read-with-preset.ts'

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const bytesOf = (text: string, encoding = 'utf8', size = 7) => inPieces(iconv.encode(text, encoding), size)

const firstRows = async (preset: Preset, files: ExportFiles, show: number) =>
  (await checkSample(preset, files, { show, today: new Date('2029-04-02') })).shown

const required = Object.fromEntries(
  ['list_number', 'national_number', 'last_name', 'category', 'section', 'street', 'city'].map((name) => [
    name,
    { value: 'x' },
  ]),
)

const presetOf = (file: Preset['file'], columns: Preset['columns']): Preset => ({
  name: 'test',
  title: 'test',
  file,
  columns: { ...required, ...columns },
})

async function readAs(text: string, source: Omit<FieldSource, 'from'>): Promise<string | undefined> {
  const preset = presetOf(
    { format: 'delimited', delimiter: ';', quote: 'none' },
    { last_name: { from: 'a', ...source } },
  )
  const [row] = await firstRows(preset, { main: bytesOf(`a\n${text}\n`) }, 1)
  return row!.columns.last_name
}

const presetNamed = (name: string) => {
  const loaded = loadPreset(name)
  if (!loaded.ok) throw new Error(loaded.because)
  return loaded.preset
}

test('a title above the table, Windows-1252, a Belgian date and a particle before the name', async () => {
  const text = `Kiezerslijst Zonnedorp;;;\r\ngemaakt op 1/8/2030;;;\r\n\r\nVolgnummer;Rijksregisternummer;Voorvoegsel;Naam;Voornamen;Geboortedatum;Kiezerstype;Stemafdeling;Straat;Huisnr;Bus;Postcode;Gemeente;Verzendstraat;Verzendhuisnr;Verzendbus;Verzendpostcode;Verzendgemeente\r\n1;85.61.24-017.20;van den;Bröeck;Zoë;24/01/1985;Belg 16-17;Stemafdeling 12;"Lange straat; zijweg";3;;9999;Zonnedorp;;;;;\r\n`
  const preset = presetNamed('imitation-dutch-headers')
  const [row] = await firstRows(preset, { main: bytesOf(text, 'win1252') }, 5)
  expect(row).toMatchObject({
    row: 5,
    columns: {
      list_number: '1',
      national_number: '85.61.24-017.20',
      last_name: 'van den Bröeck',
      first_names: 'Zoë',
      birth_date: '1985-01-24',
      category: 'BELGIAN_16_17',
      section: '12',
      street: 'Lange straat; zijweg',
      house_number: '3',
      postcode: '9999',
      city: 'Zonnedorp',
    },
    findings: [],
  })
})

test.each([
  ['Kerkstraat 12 bus 3', { street: 'Kerkstraat', house_number: '12', box: '3' }],
  ['Steenweg 4A', { street: 'Steenweg', house_number: '4A' }],
  ['1 Meiplein 7', { street: '1 Meiplein', house_number: '7' }],
  ['Het Hof', { street: 'Het Hof' }],
])('without a header, with codes, and "%s" taken apart', async (address, expected) => {
  const text = `0012\t000045\t85612401720\tD"Hondt\tFien\t00000000\t1\t${address}\t9999\tZonnedorp\tR\n`
  const [row] = await firstRows(
    presetNamed('imitation-codes-by-position'),
    { main: bytesOf(text, 'utf8', 3) },
    5,
  )
  const { street, house_number, box, ...rest } = row!.columns
  expect({ street, house_number, box }).toEqual({ house_number: undefined, box: undefined, ...expected })
  expect(rest).toEqual({
    list_number: '45',
    national_number: '85612401720',
    last_name: 'D"Hondt',
    first_names: 'Fien',
    category: 'BELGIAN',
    section: '12',
    postcode: '9999',
    city: 'Zonnedorp',
    no_post: 'RETURNED',
  })
})

test('fixed-length records are cut by characters, in either encoding', async () => {
  const preset = presetNamed('imitation-fixed-length')
  const fields = preset.file.format === 'fixed-length' ? preset.file.fields : []
  const texts = [
    '0012',
    '0000045',
    '85612401720',
    'Łoś',
    'Żaneta',
    '24011985',
    'E',
    'Rue de l’Été',
    '0007',
    '',
    '9999',
    'Zonnedorp',
  ]
  const line = fields
    .map(({ length }, index) => texts[index]!.padEnd(length))
    .join('')
    .trimEnd()
  const [row] = await firstRows(
    { ...preset, file: { format: 'fixed-length', fields, encoding: 'utf-8' } },
    { main: bytesOf(`${line}\r\n`) },
    1,
  )
  expect(row!.columns).toMatchObject({
    last_name: 'Łoś',
    birth_date: '1985-01-24',
    category: 'EU',
    street: 'Rue de l’Été',
    house_number: '7',
    city: 'Zonnedorp',
  })
})

const persons =
  'nr,insz,family_name,given_name,other_given_names,birth_date,voter_type,section,address_id,person_id,language\n1,85612401720,Peeters,An,Maria,1985-01-24,BE,1,A7,P1,NL\n2,85612401819,Claes,Bert,,1985-01-25,BE,1,A9,P2,\n'
const addresses =
  'id,street,number,box,postcode,city,country\nA7,Kerkstraat,1,,9999,Zonnedorp,BE\nA9,Molenhof,2,b,9999,Zonnedorp,BE\n'
const moved = 'person_id,street,number,box,postcode,city,country\nP2,Zeelaan,8,,8999,Duinendorp,BE\n'
const joining = presetNamed('imitation-persons-and-addresses')

test('joined files give a row its address and, where there is one, its new address', async () => {
  const rows = await firstRows(
    joining,
    { main: bytesOf(persons), joined: { addresses: bytesOf(addresses), moved: bytesOf(moved) } },
    5,
  )
  expect(
    rows.map(({ columns }) => [columns.street, columns.box, columns.delivery_street, columns.country]),
  ).toEqual([
    ['Kerkstraat', undefined, undefined, undefined],
    ['Molenhof', 'b', 'Zeelaan', undefined],
  ])
  expect(rows[0]!.columns).toMatchObject({ first_names: 'An Maria', requested_language: 'nl' })
})

test.each([
  ['a joined file that was not given', { addresses }, 'missing-file'],
  [
    'a joined file with a key twice',
    { addresses: `${addresses}A7,Dorp,1,,9999,Zonnedorp,BE\n`, moved },
    'double-keys',
  ],
  ['a joined file with a damaged row', { addresses: `${addresses}A8,Dorp\n`, moved }, 'damaged-row'],
  ['a joined file without its key', { addresses: addresses.replace('id,', 'nr,'), moved }, 'missing-columns'],
  [
    'a joined file without a field that is used',
    { addresses: addresses.replace('city', 'town'), moved },
    'missing-columns',
  ],
])('%s is refused', async (_, files, because) => {
  const joined = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, bytesOf(text)]))
  await expect(firstRows(joining, { main: bytesOf(persons), joined }, 5)).rejects.toMatchObject({ because })
})

test.each([
  ['a file without a field of the preset', 'b\nx\n', 'missing-columns'],
  ['a field that the header names twice', 'a;a\nx;y\n', 'double-columns'],
  ['nothing', '', 'empty'],
])('%s is refused', async (_, text, because) => {
  const preset = presetOf({ format: 'delimited', delimiter: ';' }, { last_name: { from: 'a' } })
  await expect(firstRows(preset, { main: bytesOf(text) }, 5)).rejects.toMatchObject({ because })
})

test('a row with too few or too many cells is read and marked', async () => {
  const preset = presetOf({ format: 'delimited', delimiter: ';' }, { last_name: { from: 'a' } })
  const rows = await firstRows(preset, { main: bytesOf('a;b\n1\n2;x\n3;x;y\n4;x;;\n') }, 9)
  const marked = rows.filter(({ findings }) => findings.some(({ code }) => code === 'cell-count'))
  expect(marked.map(({ row }) => row)).toEqual([2, 4])
})

test.each([
  ['1/2/1985', { date: 'DD/MM/YYYY' }, '1985-02-01'],
  ['01.02.1985', { date: 'DD.MM.YYYY' }, '1985-02-01'],
  ['01x02x1985', { date: 'DD.MM.YYYY' }, '01x02x1985'],
  ['01021985', { date: 'DDMMYYYY' }, '1985-02-01'],
  ['1021985', { date: 'DDMMYYYY' }, '1021985'],
  ['onbekend', { empty: ['onbekend'], date: 'DDMMYYYY' }, undefined],
  ['X', { map: { B: 'BELGIAN' } }, 'X'],
  ['bureau 12', { match: '(\\d+)' }, '12'],
  ['bureau', { match: '(\\d+)' }, undefined],
])('"%s" with %o is read as %s', async (text, source, expected) => {
  expect(await readAs(text, source)).toBe(expected)
})

test('every preset that ships is right, and says that it is an imitation', () => {
  expect(listPresets().length).toBeGreaterThanOrEqual(4)
  for (const { title } of listPresets()) expect(title).toMatch(/^Imitation: /)
})

test.each([
  ['a spreadsheet under another name', 'PK\u0003\u0004', 'not-text'],
  ['a control byte in the middle', `${'a'.repeat(300)}\nx\u0001y\n`, 'not-text'],
  ['a line without an end', 'x'.repeat(40_000), 'line-too-long'],
  ['bytes that the encoding does not have', 'x\n\u0081\n', 'encoding'],
])('%s is refused in each kind of file', async (_, text, because) => {
  const files: Preset['file'][] = [
    { format: 'delimited', encoding: 'windows-1252', delimiter: ';', fields: ['a'] },
    { format: 'fixed-length', encoding: 'windows-1252', fields: [{ name: 'a', from: 1, length: 3 }] },
  ]
  for (const file of files) {
    const preset = presetOf(file, { last_name: { from: 'a' } })
    const main = bytesOf(text, 'latin1')
    await expect(firstRows(preset, { main }, 1000)).rejects.toMatchObject({ because })
  }
})
