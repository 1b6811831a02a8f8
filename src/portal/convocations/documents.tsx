import type { DocumentFacts } from '../../bureaus/index.ts'
import { momentText } from '../../platform/dates.ts'
import { localeOf } from '../../platform/language.ts'
import type { Language } from '../language.ts'
import { texts } from './texts.ts'

/** What was added, by kind, size and moment: even its own sender can't open it here. */
export function Documents({
  documents,
  language,
}: {
  readonly documents: readonly DocumentFacts[]
  readonly language: Language
}) {
  const words = texts[language].documents
  if (documents.length === 0) return <p>{words.none}</p>
  return (
    <>
      <h2>{words.title}</h2>
      <ul>
        {documents.map(({ type, bytes, addedAt }) => (
          <li>
            {words.kinds[type]}, {sizeText(bytes, language)}, {momentText(addedAt, language)}
          </li>
        ))}
      </ul>
      <p>{words.closed}</p>
    </>
  )
}

/** In kilobytes, and in megabytes from one on. */
function sizeText(bytes: number, language: Language): string {
  const isLarge = bytes >= 1_000_000
  const size = new Intl.NumberFormat(localeOf[language], { maximumFractionDigits: isLarge ? 1 : 0 })
  return isLarge ? `${size.format(bytes / 1_000_000)} MB` : `${size.format(Math.ceil(bytes / 1000))} kB`
}
