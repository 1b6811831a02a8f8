import type { MyLetter } from '../../letters/index.ts'
import { withQuery } from '../../platform/http/path.ts'
import { type Language, languageNames, languageQuery, languagesOf } from '../language.ts'
import { paths } from '../paths.ts'
import { texts } from './texts.ts'

/** To the explanation of the letter in each language; the Dutch one is the letter in plain words. */
export function ExplanationLinks({ mine, language }: { mine: MyLetter; language: Language }) {
  const { election, municipality } = mine
  const { title, lead, plain } = texts[language].explanation
  const address = paths.explanation({ election: election.electionId })
  return (
    <>
      <h2>{title}</h2>
      <p>{lead}</p>
      <ul>
        {languagesOf(municipality).map((one) => (
          <li>
            <a
              href={withQuery(address, { [languageQuery]: one })}
              hreflang={one}
              lang={one === 'nl' ? undefined : one}
            >
              {one === 'nl' ? plain : languageNames[one]}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
