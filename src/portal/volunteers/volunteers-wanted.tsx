import type { Election } from '../../elections/index.ts'
import type { MunicipalitySettings } from '../../municipalities/index.ts'
import { type Language, langOf } from '../language.ts'
import { paths } from '../paths.ts'
import { texts } from './texts.ts'

interface Props {
  readonly municipality: MunicipalitySettings
  readonly calls: readonly Election[]
  readonly language: Language
}

/** Leads to the form for each election for which this municipality asks for volunteers; nothing where it asks for none. */
export function VolunteersWanted({ municipality, calls, language }: Props) {
  if (calls.length === 0) return null
  const { title, text } = texts[language].start
  return (
    <>
      <h2>{title}</h2>
      <p>{text}</p>
      <ul>
        {calls.map(({ code, name }) => (
          <li>
            <a
              href={paths.volunteer({ municipality: municipality.slug, election: code })}
              lang={langOf('nl', language)}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
