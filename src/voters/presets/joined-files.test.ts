import { expect, test } from 'vitest'
import { sheetOf, workbookOf } from '../../../test/workbook.ts'
import { expected, names, person, readUnseen as read } from './testing.ts'

const moved = (on: object) => ({
  joined: [{ name: 'moved', file: { format: 'delimited', delimiter: ';' }, on }],
  columns: {
    list_number: { from: 'nr', match: '^0*(\\d+)$' },
    delivery_street: { from: 'moved.naar' },
    delivery_postcode: { from: 'moved.post' },
    delivery_city: { from: 'moved.stad' },
  },
})
const twoPeople = [names, ...['000001', '000002'].map((nr) => [nr, ...person.slice(1)])]
  .map((cells) => cells.join(';'))
  .join('\n')

test('a joined file of which not one row finds its voter is an error; with the zeros of its keys they do', async () => {
  const files = { moved: 'nr;naar;post;stad\n2;Nieuwstraat;9999;Zonnedorp\n' }
  const apart = await read({ format: 'delimited', delimiter: ';' }, twoPeople, {
    ...moved({ here: 'nr', there: 'nr' }),
    files,
  })
  expect(apart.findings).toContainEqual(
    expect.objectContaining({ code: 'join-without-partners', severity: 'error', detail: 'moved: 0 of 1' }),
  )
  const { shown, findings } = await read({ format: 'delimited', delimiter: ';' }, twoPeople, {
    ...moved({ here: 'nr', there: 'nr', digits: 6 }),
    files,
  })
  expect(findings).toEqual([])
  expect(shown.map(({ columns: read }) => read.delivery_street)).toEqual([undefined, 'Nieuwstraat'])
})

test('rows of a joined file that belong to nobody are told with their number', async () => {
  const { findings } = await read({ format: 'delimited', delimiter: ';' }, twoPeople, {
    ...moved({ here: 'nr', there: 'nr' }),
    files: {
      moved: 'nr;naar;post;stad\n000002;Nieuwstraat;9999;Zonnedorp\n000003;A;9999;B\n000004;A;9999;B\n',
    },
  })
  expect(findings).toMatchObject([{ code: 'join-partly-used', severity: 'warning', detail: 'moved: 1 of 3' }])
})

test('a file under a name that the preset does not join is refused', async () => {
  const files = { moved: 'nr;naar\n000002;Nieuwstraat\n', zz: 'nr\n1\n' }
  await expect(
    read({ format: 'delimited', delimiter: ';' }, twoPeople, {
      ...moved({ here: 'nr', there: 'nr' }),
      files,
    }),
  ).rejects.toMatchObject({ because: 'missing-file', detail: /no file called zz, only moved/ })
})

test('three files, one of them a workbook', async () => {
  const main = `${names.slice(0, 6).join(';')};adres;wijk\n${person.slice(0, 6).join(';')};A1;W1\n`
  const streets = workbookOf({
    sheets: [sheetOf([['Straten'], ['Code', 'Straat', 'Nummer'], ['A1', 'Café-straat', '3']])],
  })
  const joined = [
    { name: 'streets', file: { format: 'xlsx' }, on: { here: 'adres', there: 'code' } },
    { name: 'towns', file: { format: 'delimited', delimiter: '\t' }, on: { here: 'wijk', there: 'wijk' } },
  ]
  const from = (field: string) => ({ from: field })
  const { shown } = await read({ format: 'delimited', delimiter: ';' }, main, {
    joined,
    files: { streets: streets as unknown as string, towns: 'wijk\tpost\tnaam\nW1\t9999\tZonnedorp\n' },
    columns: {
      street: from('streets.straat'),
      house_number: from('streets.nummer'),
      postcode: from('towns.post'),
      city: from('towns.naam'),
    },
  })
  expect(shown[0]!.columns).toEqual(expected)
})
