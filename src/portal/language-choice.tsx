import { type Language, languageNames } from './language.ts'
import { texts } from './texts.ts'

interface LanguageChoiceProps {
  readonly language: Language
  /** In which the page can be read; one is no choice. */
  readonly languages: readonly Language[]
  readonly inLanguage: (language: Language) => string
}

/** Plain links, each in its own language: they work without script, and the page one is on opens again in another. */
export function LanguageChoice({ language, languages, inLanguage }: LanguageChoiceProps) {
  if (languages.length < 2) return null
  return (
    <nav class="portal-languages" aria-label={texts[language].languages}>
      <ul class="portal-width">
        {languages.map((one) => (
          <li>
            <a
              href={inLanguage(one)}
              lang={one}
              hreflang={one}
              {...(one === language && { 'aria-current': 'true' as const })}
            >
              {languageNames[one]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
