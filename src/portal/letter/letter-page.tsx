import { currentOf, type MyLetter } from '../../letters/index.ts'
import { ButtonLink } from '../../platform/http/components/index.ts'
import { showPage } from '../frame.tsx'
import type { Language } from '../language.ts'
import { paths } from '../paths.ts'
import type { Portal } from '../portal.ts'
import { ExplanationLinks } from './explanation-links.tsx'
import { texts } from './texts.ts'

/** The letter in each of its forms, its duplicate, and the letters that it replaced. */
export function showLetter(portal: Portal, letters: readonly MyLetter[]) {
  const { election, municipality } = currentOf(letters)[0]!
  const address = { election: election.electionId }
  const { language } = portal
  const { title, read, duplicate } = texts[language]
  return showPage(
    portal,
    { title, caption: election.name, municipality },
    <>
      <h2>{read.title}</h2>
      <ul>
        <li>
          <a href={paths.readLetter(address)}>{read.html}</a>
        </li>
        <li>
          <a href={paths.letterPdf(address)}>{read.pdf}</a>
        </li>
        <li>
          <a href={paths.largeLetter(address)}>{read.large}</a>
        </li>
      </ul>
      <p>{read.hint}</p>
      <ExplanationLinks {...{ language, election }} />
      <h2>{duplicate.title}</h2>
      <p>{duplicate.lead}</p>
      <ButtonLink kind="secondary" href={paths.duplicate(address)}>
        {duplicate.link}
      </ButtonLink>
      <OldLetters {...{ letters, language }} />
    </>,
  )
}

function OldLetters({ letters, language }: { letters: readonly MyLetter[]; language: Language }) {
  const current = new Set(currentOf(letters))
  const old = letters.filter((one) => !current.has(one))
  if (old.length === 0) return null
  const { title, text, superseded, withdrawn } = texts[language].old
  return (
    <>
      <h2>{title}</h2>
      <p>{text}</p>
      <ul>
        {old.map(({ letter: { state, version } }) => (
          <li>{state === 'superseded' ? superseded(version) : withdrawn(version)}</li>
        ))}
      </ul>
    </>
  )
}
