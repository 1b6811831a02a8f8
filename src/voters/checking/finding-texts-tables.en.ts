import type { FindingTexts } from './finding-texts.ts'

/** What an export or a workbook has between, above and under its voters. */
export const englishTables = {
  'hidden-row': {
    reason:
      'The row is hidden or filtered away, so nobody can tell whether the voter is meant to be on the list.',
    remedy:
      'Clear the filter and show all rows, or delete them; a preset may say hiddenRows: read or pass-over.',
  },
  'merged-cells': {
    reason: 'Cells of the table are merged from this row on: all but the first of them are empty.',
    remedy: 'Split the cells and fill each of them.',
  },
  'merged-header': {
    reason: 'Cells of the header are merged with the row below: the header has more than one line.',
    remedy:
      'Say in the preset how many lines to skip ("skipLines") and the names by position ("fields"); or split the cells.',
  },
  'one-cell': {
    reason: 'The row holds one text and no voter.',
    remedy: 'Take the row out. If every export has such rows, let the preset pass them over ("passOver").',
  },
  'error-value': {
    reason: 'The cell holds an error of a spreadsheet, such as #N/A, or a formula that was never worked out.',
    remedy: 'Open the file in the spreadsheet program, mend the cell and save it again.',
  },
  'repeated-header': {
    reason: 'The row repeats the header.',
    remedy: 'It was passed over. Check that no other list was put behind the first one.',
  },
  'total-line': {
    reason: 'The row holds a total and no voter.',
    remedy: 'It was passed over. Hold its number against the number of voters of this report.',
  },
  'row-passed-over': {
    reason: 'The row is one that the preset passes over.',
    remedy: 'It was not read. Check that it is no voter.',
  },
  'hidden-row-passed-over': {
    reason: 'The row is hidden or filtered away.',
    remedy: 'It was passed over, as the preset says. Check that the voter is not meant to be on the list.',
  },
  'hidden-column': {
    reason: 'A column that is read is hidden in the sheet.',
    remedy: 'It was read all the same. Show it and check that it is the right one.',
  },
  'sheet-not-read': {
    reason: 'The workbook has other sheets with something in them.',
    remedy: 'They were not read. Check that no voters stand there.',
  },
  'join-without-partners': {
    reason: 'Not one row of a joined file belongs to a voter of the list.',
    remedy:
      'Compare the keys ("on" in the preset; "digits" puts zeros in front) and check that it is the right file.',
  },
  'join-partly-used': {
    reason: 'Some rows of a joined file belong to no voter of the list.',
    remedy: 'They were not read. Check that the number is what you expect.',
  },
} satisfies Partial<FindingTexts>
