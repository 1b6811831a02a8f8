import { currentOf, type MyLetter } from '../../letters/index.ts'
import { ButtonLink } from '../../platform/http/components/index.ts'
import { showPage } from '../frame.tsx'
import { paths } from '../paths.ts'
import type { Portal } from '../portal.ts'
import { ExplanationLinks } from './explanation-links.tsx'
import { OldLetters } from './old-letters.tsx'
import { texts } from './texts.ts'

/** The letter in each of its forms, its duplicate, and the letters that it replaced. */
export function showLetter(portal: Portal, letters: readonly MyLetter[]) {
  const mine = currentOf(letters)[0]!
  const { election, municipality } = mine
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
      <ExplanationLinks {...{ mine, language }} />
      <h2>{duplicate.title}</h2>
      <p>{duplicate.lead}</p>
      <ButtonLink kind="secondary" href={paths.duplicate(address)}>
        {duplicate.link}
      </ButtonLink>
      <OldLetters old={letters.filter((one) => one !== mine)} language={language} />
    </>,
  )
}
