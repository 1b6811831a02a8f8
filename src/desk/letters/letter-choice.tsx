import { type LetterLanguage, type VoterCategory, voterCategories } from '../../elections/index.ts'
import { type PreviewChoices, word } from '../../letters/index.ts'
import { Select } from '../../platform/http/components/index.ts'
import { texts } from './texts.nl.ts'

/** Of which letter an example is asked. */
export interface AskedLetter {
  readonly section: number
  readonly category: VoterCategory
  readonly language: LetterLanguage
}

export function categoryOf(text: string | undefined): VoterCategory | undefined {
  return voterCategories.find((one) => one === text)
}

/** The fields in which one chooses it: section, voters, language. */
export function LetterChoice({ choices, asked }: { choices: PreviewChoices; asked: AskedLetter }) {
  const { section, voters, language } = texts.preview
  return (
    <>
      <Select
        name="afdeling"
        label={section}
        value={String(asked.section)}
        choices={choices.sections.map((one) => ({
          value: String(one.section),
          label: `${one.section}: ${one.place.name}, ${one.room}`,
        }))}
      />
      <Select
        name="kiezers"
        label={voters}
        value={asked.category}
        choices={choices.categories.map((value) => ({ value, label: word(value) }))}
      />
      <Select
        name="taal"
        label={language}
        value={asked.language}
        choices={choices.languages.map((value) => ({ value, label: word(value) }))}
      />
    </>
  )
}
