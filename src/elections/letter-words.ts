import type { Assembly, LetterLanguage, Ruleset } from './ruleset.ts'

/** What a ruleset says on a letter, in one language. */
export interface LetterWords {
  readonly legalName: string
  /** `de districtsraad van Berchem`, where it is the council of a place. */
  readonly assembly: (code: Assembly, of?: string) => string
  readonly statement: (key: string) => { readonly title?: string | undefined; readonly text: string }
  readonly statutoryText: (key: string) => LawText
}

interface LawText {
  readonly citation: string
  readonly heading: string
  readonly text: string
}

/** The words of a ruleset in a language. Asking for a text that has no French throws: nothing mandatory is left out. */
export function letterWords(ruleset: Ruleset, language: LetterLanguage): LetterWords {
  const texts = language === 'fr' ? ruleset.french : ruleset
  if (!texts) throw new Error(`${ruleset.id} has no French`)
  return {
    legalName: texts.legalName.value,
    assembly: (code, of) => {
      const name = there(assemblyName(ruleset, language, code), code)
      return of ? `${name} ${language === 'fr' ? 'de' : 'van'} ${of}` : name
    },
    statement: (key) => there<Keyed['statement']>(texts.statements.find(named(key)), key),
    statutoryText: (key) => there<Keyed['statutoryText']>(texts.statutoryTexts.find(named(key)), key),
  }

  function there<Text>(text: Text | undefined, name: string): Text {
    if (text === undefined) throw new Error(`${ruleset.id} has no text “${name}” in language ${language}`)
    return text
  }
}

type Keyed = { [Kind in 'statement' | 'statutoryText']: ReturnType<LetterWords[Kind]> }

function named(wanted: string) {
  return ({ key }: { key: string }) => key === wanted
}

function assemblyName(ruleset: Ruleset, language: LetterLanguage, wanted: Assembly): string | undefined {
  if (language === 'fr') return ruleset.french?.assemblies[wanted]?.value
  return ruleset.assemblies.find(({ code }) => code === wanted)?.name
}
