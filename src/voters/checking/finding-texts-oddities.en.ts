import type { FindingTexts } from './finding-texts.ts'

/** What is possible, and still makes one look twice. */
export const englishOddities = {
  'birth-date-to-come': {
    reason: 'The date of birth is still to come.',
    remedy: 'Look the date up in the population register and correct it.',
  },
  'below-voting-age': {
    reason: 'On polling day this person is too young to vote in this category.',
    remedy: 'Correct the date of birth or the category; who is really too young is left out.',
  },
  'more-voters': {
    reason: 'This list has far more voters than the one before it.',
    remedy: 'Check that it is the list of your municipality, and not two exports in one.',
  },
  'unlike-last-election': {
    reason: 'This list is far smaller or larger than that of the election before.',
    remedy: 'That can be right, for not every election has the same voters; check that it is the right list.',
  },
  'list-of-another-election': {
    reason: 'This very file was the list of another election.',
    remedy: 'Check that it is the list of this election.',
  },
  'ages-of-another-day': {
    reason: 'The age of many voters does not fit their category on the day of this election.',
    remedy: 'Check that the list was made for this day.',
  },
  'another-municipality': {
    reason: 'Most voters live in a postcode of another municipality, or without a polling place.',
    remedy: 'Check that it is the list of your municipality.',
  },
  'large-section': {
    reason: 'A section has more voters than the law allows.',
    remedy:
      'Divide the section; if the governor allowed more, give the decision under size_leave in the places.',
  },
  'likely-same-person': {
    reason: 'Another row has the same name, date of birth and address under another number.',
    remedy: 'Check that they are two people; of one person, leave one of the rows out.',
  },
  'crowded-home': {
    reason: 'Very many voters live at this address.',
    remedy: 'If it is an institution, put INSTITUTION in address_kind, and its name and the room in care_of.',
  },
  'postcode-elsewhere': {
    reason: 'This postcode is none of the municipality, or has no polling place.',
    remedy:
      'Check that the voter lives here; if so, name all postcodes in the municipality file, under postcodes.',
  },
  'very-old': {
    reason: 'The voter would be very old.',
    remedy: 'Check that the century of the date of birth is right.',
  },
  'look-alike-letters': {
    reason: 'The text has a character of another script that looks like one of our letters.',
    remedy: 'Type the word again; the code behind it says which character it is.',
  },
  'lost-letter': {
    reason: 'The text has a question mark, where often a letter was lost.',
    remedy: 'Compare it with the population register and export the list again in UTF-8.',
  },
  'digit-in-name': {
    reason: 'The name has a digit.',
    remedy: 'Check that columns were not mixed up.',
  },
  'formula-start': {
    reason: 'The text begins with =, +, -, @ or a tab: a spreadsheet makes a formula of it.',
    remedy: 'Compare it with the population register and take the sign away.',
  },
  'made-a-date': {
    reason: 'A spreadsheet made a date of this number.',
    remedy: 'Write the number as it was, and keep the column as text.',
  },
  'stop-gap-name': {
    reason: 'The name is one that stands where none is known.',
    remedy: 'Look it up in the population register. Who has no name there stands so on the letter.',
  },
} satisfies Partial<FindingTexts>
