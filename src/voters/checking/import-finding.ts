import type { CsvFaultCode } from '../../platform/csv/csv-fault.ts'

/**
 * What can be wrong with a voters list, with a sheet that mends one, or with a file of mutations. An error refuses the
 * whole file; a warning is kept for the clerk, who decides. A finding never repeats the content of a cell: that may be a national number.
 */
export const severities = {
  'cell-count': 'error',
  'hidden-row': 'error',
  'merged-cells': 'error',
  'merged-header': 'error',
  'one-cell': 'error',
  'join-without-partners': 'error',
  'error-value': 'error',
  'missing-value': 'error',
  'too-long': 'error',
  'unprintable-character': 'error',
  'not-a-whole-number': 'error',
  'number-length': 'error',
  'number-check-digits': 'error',
  'number-date': 'error',
  'number-future': 'error',
  'number-counter': 'error',
  'number-test-number': 'error',
  'not-a-date': 'error',
  'birth-date-to-come': 'error',
  'below-voting-age': 'error',
  'unknown-category': 'error',
  'category-without-vote': 'error',
  'unknown-section': 'error',
  'bad-postcode': 'error',
  'unknown-country': 'error',
  'unknown-no-post': 'error',
  'unknown-language': 'error',
  'unknown-address-kind': 'error',
  'address-incomplete': 'error',
  'double-national-number': 'error',
  'double-list-number': 'error',
  'row-changed': 'error',
  'no-such-row': 'error',
  'no-such-column': 'error',
  'check-missing': 'error',
  'mended-twice': 'error',
  'unknown-mutation': 'error',
  'unknown-ground': 'error',
  'date-to-come': 'error',
  'nothing-to-correct': 'error',
  'another-person': 'error',
  'not-on-list': 'error',
  'another-name': 'error',
  'already-struck': 'error',
  'already-on-list': 'error',
  'unknown-column': 'warning',
  'repeated-header': 'warning',
  'total-line': 'warning',
  'row-passed-over': 'warning',
  'hidden-row-passed-over': 'warning',
  'hidden-column': 'warning',
  'sheet-not-read': 'warning',
  'join-partly-used': 'warning',
  'numbering-gap': 'warning',
  'section-without-voters': 'warning',
  'fewer-voters': 'warning',
  'more-voters': 'warning',
  'unlike-last-election': 'warning',
  'list-of-another-election': 'warning',
  'ages-of-another-day': 'warning',
  'another-municipality': 'warning',
  'large-section': 'warning',
  'likely-same-person': 'warning',
  'crowded-home': 'warning',
  'postcode-elsewhere': 'warning',
  'very-old': 'warning',
  'age-against-category': 'warning',
  'birth-date-differs': 'warning',
  'no-first-name': 'warning',
  'other-script': 'warning',
  'look-alike-letters': 'warning',
  'lost-letter': 'warning',
  'digit-in-name': 'warning',
  'stop-gap-name': 'warning',
  'made-a-date': 'warning',
  'formula-start': 'warning',
  'garbled-letters': 'warning',
  'no-post': 'warning',
  'care-of-missing': 'warning',
} as const satisfies Record<string, 'error' | 'warning'>

export type FindingCode = keyof typeof severities
export type Severity = 'error' | 'warning'

/** The file as a whole is no list: nothing of it was looked at row by row. */
export type FileFault = CsvFaultCode | 'header-only'

export interface Finding {
  /** As a spreadsheet counts: the header is row 1. Absent: about the list as a whole. */
  readonly row?: number
  readonly column?: string
  readonly code: FindingCode
  readonly severity: Severity
  /** The other row of a double. */
  readonly sameAs?: number
  /** What exactly: a character (`U+0430`), a section, a number of voters. Never the content of a cell. */
  readonly detail?: string
}

export function finding(
  code: FindingCode,
  where: Pick<Finding, 'row' | 'column' | 'sameAs' | 'detail'> = {},
): Finding {
  return { ...where, code, severity: severities[code] }
}
