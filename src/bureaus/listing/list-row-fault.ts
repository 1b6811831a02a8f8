import type { DocumentFault } from '../../platform/document.ts'
import type { FileRow, SheetDamage } from '../../platform/xlsx/read-file-rows.ts'

/** What can be wrong with a row, and what to do; a page says the same in Dutch by the code. */
export const listRowFaults = {
  'row-damaged': {
    wrong: 'stands in a row that has not as many cells as the header',
    remedy: 'Mend the row: a cell is missing, or there is one too many',
  },
  'hidden-row': {
    wrong: 'stands in a row that is hidden or filtered away',
    remedy: 'Show all rows and take out those that do not belong to the list',
  },
  'hidden-column': {
    wrong: 'stands under a header with a hidden column',
    remedy: 'Show all columns and look whether they are right',
  },
  'merged-cells': {
    wrong: 'stands in cells that are merged',
    remedy: 'Unmerge them and fill in each cell',
  },
  formula: {
    wrong: 'is a formula that was not worked out, or went wrong',
    remedy: 'Type what should stand there',
  },
  empty: { wrong: 'is empty', remedy: 'Fill it in' },
  'too-long': { wrong: 'is longer than the format allows', remedy: 'Shorten it' },
  'no-national-number': {
    wrong: 'is no national number',
    remedy: 'Ask who sent the list for the eleven digits',
  },
  'not-allowed-here': {
    wrong: 'is a national number that may not enter this installation',
    remedy: 'Leave the row out: invented people are for practice only',
  },
  'no-category': {
    wrong: 'is no category of the law',
    remedy: 'Give its number in the law or its key, as docs/formats/list-a.md has them',
  },
  'no-place': { wrong: 'is no place in an order', remedy: 'Give a number from 1 on, or leave it empty' },
  'no-day': { wrong: 'is no day', remedy: 'Write it as 2030-08-05, or leave it empty' },
  'no-postcode': { wrong: 'is no Belgian postcode', remedy: 'Give four digits' },
  'half-an-address': {
    wrong: 'is empty while the rest of the address is there',
    remedy: 'Fill it in, or leave street, postcode and city empty together',
  },
  'number-in-text': {
    wrong: 'holds a national number',
    remedy: 'Take it out: it belongs in the column for it',
  },
  'no-bureau': { wrong: 'is no kind of bureau', remedy: 'Write POLLING, COUNTING or MAIN' },
  'no-role': {
    wrong: 'is no function in a bureau',
    remedy: 'Write CHAIR, DEPUTY_CHAIR, SECRETARY, ADJUNCT_SECRETARY, ASSESSOR or SUBSTITUTE',
  },
  'no-yes-or-no': { wrong: 'does not say whether the person sat', remedy: 'Write ja or nee' },
  twice: {
    wrong: 'names a person whom another row names as well, for the same',
    remedy: 'Leave one of the two rows out',
  },
} as const satisfies Record<string, Pick<DocumentFault, 'wrong' | 'remedy'>>

export type ListRowFaultCode = keyof typeof listRowFaults

/** A row that cannot be used. Never quotes the cell. */
export interface ListRowFault extends DocumentFault {
  /** As a spreadsheet numbers it: the header is row 1. */
  readonly row: number
  /** Of a workbook: the sheet. */
  readonly sheet?: string
  readonly column: string
  readonly code: ListRowFaultCode
}

export function listRowFault(row: number, column: string, code: ListRowFaultCode): ListRowFault {
  return { path: `row ${row}, ${column}`, row, column, code, ...listRowFaults[code] }
}

/** What is wrong with a row as a whole: it cannot be read as it looks. */
export function damageFault({ row, damage }: FileRow, column: string): ListRowFault | undefined {
  if (!damage) return undefined
  return listRowFault(row, column, damage.startsWith('too-') ? 'row-damaged' : (damage as SheetDamage))
}

/** The same fault with the sheet that it stands on. */
export function onSheet(fault: ListRowFault, sheet: string | undefined): ListRowFault {
  return sheet === undefined ? fault : { ...fault, sheet, path: `sheet "${sheet}", ${fault.path}` }
}

/** What a spreadsheet shows for a formula that went wrong, and what stands for one that was never worked out. */
export function isFormulaFault(cell: string): boolean {
  return /^#(?:FORMULA!|N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!)$/.test(cell)
}
