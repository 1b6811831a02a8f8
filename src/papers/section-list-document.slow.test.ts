import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, expect, test } from 'vitest'
import { breaches } from '../../test/verapdf.ts'
import { anElection } from '../elections/testing.ts'
import { createTypesetter } from '../platform/pdf/typesetter.ts'
import { typesetSectionList } from './section-list-document.ts'
import type { SectionListRow } from './section-list-rows.ts'

const number = '85.61.01-001.47'
const town = '9999 Zonnedorp'
const hard: readonly SectionListRow[] = [
  {
    cells: [
      '1',
      'Vandenbossche-Opdenakker de Ligne van der Straeten-Waillet-Kempen',
      'Marie-Antoinette',
      `Hofweg 198 bus 33, ${town}`,
      number,
    ],
    ...{ struck: true, kind: 'struck', change: 'geschrapt 30/05/2029' },
  },
  {
    cells: [
      '2',
      'Wolfeschlegelsteinhausenbergerdorff'.repeat(2).slice(0, 65),
      'Muhammadabdulrahmanalhassani'.repeat(3).slice(0, 65),
      `${'Burgemeestervanoutryvelaan'.repeat(3).slice(0, 60)} 1, ${town}`,
      number,
    ],
    ...{ struck: false, kind: 'corrected', change: 'verbeterd 31/05/2029' },
  },
  {
    cells: ['12345', 'Ö', '', 'niet meegedeeld', number],
    struck: false,
    kind: 'added',
    change: 'toegevoegd 01/06/2029',
  },
]
const easy: SectionListRow = {
  cells: ['4', 'Peeters', 'An', `Kerkstraat 1, ${town}`, number],
  ...{ struck: false, change: '' },
}
let pdf: Uint8Array

beforeAll(async () => {
  const address = { street: 'Sportlaan', houseNumber: '1', box: '', postcode: '9999', city: 'Zonnedorp' }
  pdf = await typesetSectionList(createTypesetter(), {
    ...{ election: anElection(), settings: { name: 'Zonnedorp' }, at: new Date('2029-06-09T08:00:00Z') },
    section: { section: 1, room: 'Zaal 1', place: { code: 'P1', name: 'Sporthal', address } as never },
    rows: [...hard, ...Array.from({ length: 120 }, () => easy)],
  })
})

/** Each piece of text with where it begins and ends on its line, in points. */
async function piecesOf(document: Uint8Array) {
  const loading = getDocument({ data: new Uint8Array(document), verbosity: 0 })
  const { numPages, getPage } = await loading.promise.then((one) => ({
    numPages: one.numPages,
    getPage: (page: number) => one.getPage(page),
  }))
  const pieces = []
  for (let page = 1; page <= numPages; page++)
    for (const item of (await (await getPage(page)).getTextContent()).items)
      if ('str' in item && item.str.trim())
        pieces.push({
          page,
          text: item.str,
          x: item.transform[4]!,
          y: item.transform[5]!,
          end: item.transform[4]! + item.width,
        })
  await loading.destroy()
  return pieces
}

test('no column is written over the next one, however long a name is', async () => {
  const pieces = await piecesOf(pdf)
  const lines = Map.groupBy(pieces, ({ page, y }) => `${page} ${Math.round(y)}`)
  for (const line of lines.values()) {
    const inOrder = line.toSorted((a, b) => a.x - b.x)
    for (const [index, { x, text }] of inOrder.entries())
      if (index > 0)
        expect(inOrder[index - 1]!.end, `${inOrder[index - 1]!.text} | ${text}`).toBeLessThanOrEqual(x + 1)
  }
  const a4 = (210 / 25.4) * 72
  expect(Math.max(...pieces.map(({ end }) => end))).toBeLessThan(a4)
  const { size: pages } = new Set(pieces.map(({ page }) => page))
  expect(
    pieces.filter(({ text }) => text === 'Rijksregisternummer'),
    'the heads stand on every page',
  ).toHaveLength(pages)
})

test('veraPDF finds PDF/UA-1 and PDF/A-2a in the list of a section', async (context) => {
  expect(await breaches(context, [pdf])).toEqual([])
})
