/** What can be wrong with a row of a plan, in the words of the command line; pages say it in Dutch by the code. */
const texts = {
  'too-long': (most) => [`is longer than ${most} characters`, 'Shorten it'],
  'no-kind': (kinds) => ['is no kind of bureau', `Give one of ${kinds}`],
  'no-number': () => ['is no number of a bureau', 'Give digits, or letters and digits as G3'],
  'no-voting-mode': () => ['is neither PAPER nor DIGITAL', 'Give one of the two'],
  'no-section': () => ['is no number of a section', 'Give the section that votes there, such as 12'],
  'code-of-polling': () => ['is filled in of a polling bureau', 'Leave it empty'],
  'place-code-of-polling': () => [
    'is filled in',
    'Leave it empty: the building of a polling bureau follows from its section',
  ],
  'no-such-place': () => [
    'is no building of the places list',
    'Give its code as the places list has it, or leave it empty',
  ],
  'no-place': () => ['is empty', 'Give the building where people vote'],
  'section-of-other': () => ['is of a polling bureau only', 'Leave it empty'],
  'no-code': () => ['is empty', 'Give which of its kind it is: G, P, S'],
  'no-reserve': () => ['is no kind that has a reserve', 'Give POLLING or COUNTING'],
  'no-counts': () => ['are no sections', 'Give the sections whose ballots are counted here: 1|2|3'],
  'no-seats': () => ['is no number of seats', 'Give a number up to 30, or 4+1 for one that may be added'],
  'damaged-row': () => [
    'stands in a row that has not as many cells as the header',
    'Mend the row: a cell is missing, or there is one too many',
  ],
  'hidden-row': () => ['stands in a row that is hidden or filtered away', 'Show all rows, or take it out'],
  'hidden-column': () => ['stands under a header with a hidden column', 'Show all columns'],
  'merged-cells': () => ['stands in cells that are merged', 'Unmerge them and fill in each cell'],
  'number-twice': () => ['is the number of another row too', 'Give each bureau its own'],
  'same-bureau': () => ['is that of another row too', 'Leave one of the two rows out'],
  'counts-unknown': (section) => [
    `names section ${section}, which has no bureau here`,
    'Add its row, or leave it out',
  ],
  'section-unknown': (section) => [
    `is section ${section}, which the places list does not have`,
    'Read the places in first, or leave the row out',
  ],
  'place-of-section': (building) => [
    `is another building than that of its section: ${building}`,
    'Give that one; where people vote is changed in the places list',
  ],
  'seats-by-law': (seats) => [
    `is another number of seats than the law asks: ${seats}`,
    'Give that number, or leave all seats of the row empty while they are not known',
  ],
  'code-of-no-bureau': (code) => [
    `is ${code}, which the law of this election does not know`,
    'Leave the row out',
  ],
  'no-counting-kind': (codes) => ['is no kind of counting bureau of this election', `Give one of ${codes}`],
  'not-counted-by-people': () => ['is a way of voting of which nobody counts ballots', 'Leave the row out'],
  'counts-digital': (section) => [
    `names section ${section}, where people vote digitally: nobody counts its ballots`,
    'Leave it out',
  ],
  'main-bureau-counts': (fewest) => [
    `is a counting bureau where there are fewer than ${fewest} polling bureaus`,
    'Leave the row out: the main bureau counts',
  ],
  'counts-too-many': (size) => [
    `names more than ${size} polling bureaus`,
    'Divide them over more counting bureaus',
  ],
  'counts-too-few': (size) => [
    `names fewer than ${size} polling bureaus, and is no remainder`,
    `Join groups of ${size}; what is left over makes groups of one less`,
  ],
  'counted-twice': (section) => [`names section ${section}, which another one counts`, 'Leave it in one'],
} as const satisfies Record<string, (value: string | number) => readonly [wrong: string, remedy: string]>

export type PlanFaultCode = keyof typeof texts

export function planFaultText(
  code: PlanFaultCode,
  value: string | number = '',
  article?: string,
): { wrong: string; remedy: string } {
  const text: (value: string | number) => readonly [string, string] = texts[code]
  const [wrong, remedy] = text(value)
  return { wrong: article ? `${wrong} (${article})` : wrong, remedy }
}
