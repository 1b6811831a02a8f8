import type { FindingTexts } from './finding-texts.ts'
import { englishOddities as oddities } from './finding-texts-oddities.en.ts'
import { englishTables as tables } from './finding-texts-tables.en.ts'

/** Whatever is wrong with a workbook as a whole: what is exactly is said between reason and remedy. */
const saveTheSheet =
  'Open it in the spreadsheet program and save the sheet as "Excel Workbook (.xlsx)" without a password, or as CSV UTF-8.'

export const english: FindingTexts = {
  'not-text': {
    reason: 'This is not a text file that can be read.',
    remedy:
      'Save it as CSV UTF-8; a voters list may also be a workbook (.xlsx). A PDF or a ZIP cannot be read.',
  },
  encoding: {
    reason: 'The text is in one encoding in one place and in another elsewhere, or in none that we know.',
    remedy: 'Export the list again and choose UTF-8 as the encoding.',
  },
  empty: { reason: 'The file is empty.', remedy: 'Export the list again.' },
  'header-only': {
    reason: 'The file has a header and no voters.',
    remedy: 'Export the list again, with its voters.',
  },
  'missing-columns': {
    reason: 'A column that is needed is not there: no line has all their names.',
    remedy: 'Correct the name in the header, or in the preset; the format names all columns of a list.',
  },
  'unknown-column': {
    reason: 'The header has a column that the format does not know.',
    remedy:
      'It was not read. Correct its spelling, or leave it out: data that is not needed may not be sent.',
  },
  'double-columns': { reason: 'The header names a column twice.', remedy: 'Keep one of the two.' },
  'line-too-long': {
    reason: 'A row is longer than any voter can need.',
    remedy: 'Check that each voter stands on a line of its own and that every quote is closed.',
  },
  quoting: {
    reason: 'A quote is opened and not closed, or stands in the middle of a cell.',
    remedy: 'Double each quote inside a cell and put quotes around that cell.',
  },
  'missing-file': {
    reason: 'The preset reads more than one file, and one of them was not given.',
    remedy: 'Give every file of the export; the preset names them.',
  },
  'damaged-row': {
    reason: 'A row of a joined file has more or fewer cells than its header.',
    remedy: 'Export that file again.',
  },
  'double-keys': {
    reason: 'Two rows of a joined file have the same key, so it is not known which one belongs to a voter.',
    remedy: 'Export that file again with one row for each key, or join it by another field.',
  },
  'not-a-workbook': {
    reason: 'This workbook cannot be read.',
    remedy: saveTheSheet,
  },
  'damaged-workbook': {
    reason: 'This workbook cannot be read.',
    remedy: saveTheSheet,
  },
  'which-sheet': {
    reason: 'It is not clear which sheet of the workbook is the list.',
    remedy: 'Name the sheet in the preset, or save a workbook with the list alone.',
  },
  ...tables,
  'cell-count': {
    reason: 'The row has more or fewer cells than the header.',
    remedy:
      'Quote cells that hold the separator. If it is the last row, the file was cut off: export it again.',
  },
  'missing-value': { reason: 'The cell is empty.', remedy: 'Fill it in.' },
  'too-long': { reason: 'The text is too long for this column.', remedy: 'Shorten it as the format says.' },
  'unprintable-character': {
    reason: 'The cell holds a character that cannot be printed.',
    remedy: 'Remove it; it often comes from copying or from a wrong encoding.',
  },
  'not-a-whole-number': {
    reason: 'This is not a whole number from 1 to 9 999 999.',
    remedy: 'Write digits only.',
  },
  'number-length': {
    reason: 'The national number does not have 11 digits.',
    remedy:
      'Check that leading zeros are there and that the column is exported as text. What a spreadsheet shortened to 8,56E+10 cannot be restored.',
  },
  'number-check-digits': {
    reason: 'The last two digits of the national number do not fit the others.',
    remedy: 'Look the number up in the population register and correct it.',
  },
  'number-date': {
    reason: 'The first six digits of the national number are not a possible date.',
    remedy: 'Look the number up in the population register and correct it.',
  },
  'number-future': {
    reason: 'According to the national number this person is not born yet.',
    remedy: 'Look the number up in the population register and correct it.',
  },
  'number-counter': {
    reason: 'The counter in the national number is never given to anybody.',
    remedy: 'Look the number up in the population register and correct it.',
  },
  'number-test-number': {
    reason: 'Here, this kind of number may not enter: a test number in production, or a real one in a demo.',
    remedy: 'Import the list into the right installation.',
  },
  'not-a-date': { reason: 'This is not a date.', remedy: 'Write it as 1985-01-31, or leave the cell empty.' },
  'unknown-category': {
    reason: 'This voter category does not exist.',
    remedy: 'Use one of the codes of the format.',
  },
  'category-without-vote': {
    reason: 'Voters of this category have no vote in this election.',
    remedy: 'Check the category, or the election the list is for.',
  },
  'unknown-section': {
    reason: 'The election has no voting section with this number.',
    remedy: 'Correct the section, or import the polling places and sections first.',
  },
  'bad-postcode': {
    reason: 'A Belgian postcode has four digits and does not start with 0.',
    remedy: 'Correct the postcode, or fill in the country.',
  },
  'unknown-country': {
    reason: 'This is not a country code.',
    remedy: 'Use two capitals (ISO 3166-1), such as FR; leave the cell empty for Belgium.',
  },
  'unknown-no-post': {
    reason: 'This reason why no post can be sent does not exist.',
    remedy: 'Use GONE or RETURNED, or leave the cell empty.',
  },
  'unknown-language': {
    reason: 'This is not a language the voter can have asked for.',
    remedy: 'Use nl or fr, or leave the cell empty.',
  },
  'unknown-address-kind': {
    reason: 'This kind of address does not exist.',
    remedy: 'Use REFERENCE, INSTITUTION or PROTECTED, or leave the cell empty.',
  },
  'address-incomplete': {
    reason: 'The address is not complete.',
    remedy: 'Fill in street and city, and in Belgium the postcode.',
  },
  'double-national-number': {
    reason: 'Two rows have the same national number.',
    remedy: 'Keep one of them: each voter stands on the list once.',
  },
  'double-list-number': {
    reason: 'Two rows have the same number on the list.',
    remedy: 'Number the list again: each number is given once.',
  },
  'row-changed': {
    reason: 'The row of the list is not what it was when the mending sheet was made.',
    remedy: 'Give the list that the sheet was made for, or make a new sheet.',
  },
  'no-such-row': {
    reason: 'The list does not have this row.',
    remedy: 'Leave the first columns of the mending sheet as they were.',
  },
  'no-such-column': {
    reason: 'The list has no such column.',
    remedy: 'Write the name of a column as the format has it.',
  },
  'check-missing': {
    reason: 'The check is missing, so this row was not on the mending sheet.',
    remedy: 'Copy a line of the same row; mend a row without findings in the program it came from.',
  },
  'mended-twice': {
    reason: 'The same cell gets two different corrections.',
    remedy: 'Keep one of them.',
  },
  'unknown-mutation': {
    reason: 'This is no kind of mutation.',
    remedy: 'Write strike, add or correct.',
  },
  'unknown-ground': {
    reason: 'The law knows no such ground for this kind of mutation.',
    remedy: 'Choose one of the grounds that the format names.',
  },
  'date-to-come': {
    reason: 'The day lies in the future.',
    remedy: 'Write the day of the event or the decision itself.',
  },
  'nothing-to-correct': {
    reason: 'The row corrects nothing: the list says so already.',
    remedy: 'Fill in what the list has to say, or leave the row out.',
  },
  'another-person': {
    reason: 'A national number is not corrected: with another number it would be another person.',
    remedy: 'Strike the one and add the other, each by its own decision.',
  },
  'not-on-list': {
    reason: 'Nobody on the list has this number.',
    remedy: 'Look the number up on the list.',
  },
  'another-name': {
    reason: 'The voter with this number has another last name.',
    remedy: 'Check number and name: one of the two is another voter’s.',
  },
  'already-struck': {
    reason: 'This voter was struck before.',
    remedy: 'Leave the row out; a decision that puts the voter back is an addition.',
  },
  'already-on-list': {
    reason: 'This person is on the list already.',
    remedy: 'Leave the row out, or correct what the list says.',
  },
  'numbering-gap': {
    reason: 'Numbers are missing before this row.',
    remedy: 'Check that no voters were lost; if the numbers are really not in use, accept the list.',
  },
  'section-without-voters': {
    reason: 'A section of the election has no voters on this list.',
    remedy: 'Check that the list is complete, and that the section still exists.',
  },
  'fewer-voters': {
    reason: 'This list has far fewer voters than the one before it.',
    remedy: 'Check that the file is complete before you accept it.',
  },
  'age-against-category': {
    reason: 'The age on polling day does not fit the voter category.',
    remedy: 'Check the birth date and the category.',
  },
  'birth-date-differs': {
    reason: 'The birth date is another than the one in the national number.',
    remedy: 'Both can be right; check that the rows were not mixed up.',
  },
  'no-first-name': {
    reason: 'The voter has no first name.',
    remedy: 'That can be right; check it in the population register.',
  },
  'other-script': {
    reason: 'The text has letters of another script, which can look like ours.',
    remedy: 'Replace them if they came from copying.',
  },
  'garbled-letters': {
    reason: 'The text looks garbled, as when an encoding was mistaken earlier.',
    remedy: 'Compare it with the population register and export the list again in UTF-8.',
  },
  'no-post': {
    reason: 'No post can reach this voter.',
    remedy: 'The voter is named as an exception on paper; the letter can be had at the desk.',
  },
  'care-of-missing': {
    reason: 'This is a reference address or an institution, without the name of whom or which.',
    remedy: 'Fill in the name, and in an institution the room: without that line the letter may be lost.',
  },
  ...oddities,
}
