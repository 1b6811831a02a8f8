import { strToU8, zipSync } from 'fflate'

/** Workbooks for tests, written apart from what reads them. */

export interface TestSheet {
  readonly name?: string
  readonly state?: 'hidden' | 'veryHidden'
  /** What stands in the worksheet, from `cols` to `mergeCells`. */
  readonly xml: string
}

export interface TestWorkbook {
  readonly sheets: readonly TestSheet[]
  readonly sharedStrings?: string
  readonly styles?: string
  readonly is1904?: boolean
}

const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export function workbookFiles({
  sheets,
  sharedStrings,
  styles,
  is1904,
}: TestWorkbook): Record<string, string> {
  const parts = [
    ...sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`]),
    ['sharedStrings', 'sharedStrings.xml'],
    ['styles', '/xl/styles.xml'],
  ]
  const named = sheets.map(
    ({ name = 'Blad1', state = 'visible' }, at) =>
      `<sheet name="${name}" sheetId="${at + 7}" state="${state}" r:id="r${at}"/>`,
  )
  return {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${named.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${parts.map(([type, target], at) => `<Relationship Id="r${at}" Type="${relation}/${type}" Target="${target}"/>`).join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${sharedStrings ?? ''}</sst>`,
    'xl/styles.xml': `<styleSheet>${styles ?? ''}</styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ xml }, at) => [`xl/worksheets/sheet${at + 1}.xml`, `<worksheet>${xml}</worksheet>`]),
    ),
  }
}

export function packed(files: Readonly<Record<string, string>>): Buffer {
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  )
}

export const workbookOf = (workbook: TestWorkbook): Buffer => packed(workbookFiles(workbook))

/** Rows of texts, the first at row `from`; those of `hidden` cannot be seen. */
export function rowsXml(
  rows: readonly (readonly string[])[],
  { from = 1, hidden = [] as readonly number[] } = {},
): string {
  return rows
    .map((cells, at) => {
      const row = from + at
      const shown = cells.map(cellXml).join('')
      return `<row r="${row}"${hidden.includes(row) ? ' hidden="1"' : ''}>${shown}</row>`
    })
    .join('')
}

/** A text, or XML of one's own. */
const cellXml = (text: string) =>
  text.startsWith('<c') ? text : `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export const sheetOf = (rows: readonly (readonly string[])[], more: Partial<TestSheet> = {}): TestSheet => ({
  xml: `<sheetData>${rowsXml(rows)}</sheetData>`,
  ...more,
})
