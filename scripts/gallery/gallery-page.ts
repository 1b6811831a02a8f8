import { markText, type VoterCategory, type VotingMode } from '../../src/elections/index.ts'
import { type GalleryLetter, type GalleryReader, galleryLetters, type variants } from './gallery-letters.ts'
import { gallerySituations } from './gallery-situations.ts'

const introduction = `# Every letter, as it looks

Written by \`node --import tsx scripts/write-gallery.ts\` from the rulesets, the template and an invented municipality and voter.
A test holds this page against the letters that there are; another has every one of them judged for both standards and its text
compared with the mentions that the law wants. Who looks at one letter here looks at what a voter gets: only place, person and
QR code differ.

Letters that read the same are shown once, with everybody who gets them. The colour of the paper is for the printer: it is not
drawn. Words between quotes are Dutch, as they stand on the letter; marks are those of [the rulesets](../rulesets.md).
`

const categories: Record<VoterCategory, string> = {
  BELGIAN: 'Belgians of 18 and older',
  BELGIAN_16_17: 'Belgians of 16 and 17',
  EU: 'citizens of the Union of 18 and older',
  EU_16_17: 'citizens of the Union of 16 and 17',
  NON_EU: 'citizens of other countries',
  BELGIAN_ABROAD: 'Belgians abroad',
}
const modes: Record<VotingMode, string> = { PAPER: 'on paper', DIGITAL: 'digital' }
const languages = { nl: 'Dutch', fr: 'French' }
const circumstances: Record<keyof typeof variants, string> = {
  plain: '',
  moved: ', moved since the list was fixed',
  correction: ', sent another letter before',
}

/** The page of the gallery: a heading per kind of election, a table and two pictures per letter. */
export function galleryPage(): string {
  const letters = galleryLetters()
  const chapters = gallerySituations.map((situation) => {
    const own = letters.filter((letter) => letter.situation.id === situation.id)
    return `## ${situation.title}\n\n${own.map(letterText).join('\n')}`
  })
  return [introduction, ...chapters].join('\n')
}

/** The file names of a letter's two pages, beside the page. */
export function picturesOf({ id }: GalleryLetter): [string, string] {
  return [`${id}-1.png`, `${id}-2.png`]
}

function letterText(letter: GalleryLetter): string {
  const { language, variant, readers } = letter
  const who = [...new Set(readers.map(({ category }) => categories[category]))].join('; ')
  const voting = [...new Set(readers.map(({ votingMode }) => modes[votingMode]))].join(' and ')
  const title = `### ${capital(who)}${circumstances[variant]}, voting ${voting}, in ${languages[language]}`
  const rows = readers.map((reader) => row(reader)).join('\n')
  const pictures = picturesOf(letter).map(
    (name, page) => `<img src="${name}" width="49%" alt="${alternative(page)}">`,
  )
  return [
    `${title}\n`,
    '| Model | Who | Voting | Paper | Source | How sure |',
    '| --- | --- | --- | --- | --- | --- |',
    `${rows}\n`,
    `${textsText(letter)}\n`,
    `${pictures.join('\n')}\n`,
  ].join('\n')
}

function row({ category, votingMode, model }: GalleryReader): string {
  const sure = [markText(model.mark), model.note].filter(Boolean).join('. ')
  const cells = [
    `\`${model.key}\``,
    categories[category],
    modes[votingMode],
    model.paperColour,
    model.article,
    sure,
  ]
  return `| ${cells.join(' | ')} |`
}

/** Where the law's own words on the letter come from. */
function textsText({ facts }: GalleryLetter): string {
  const { name, attendanceDuty, statutoryTexts } = facts.election
  const sources = [...new Set(statutoryTexts.map(({ source }) => source))].join('; ')
  return `“${name}”. ${attendanceDuty ? 'Called up' : 'Invited'}. Texts of the law: ${sources}.`
}

function alternative(page: number): string {
  return page === 0 ? 'Front of the letter' : 'Back of the letter'
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
