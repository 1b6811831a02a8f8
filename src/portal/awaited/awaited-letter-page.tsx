import type { AwaitedLetter } from '../../letters/index.ts'
import { ButtonLink } from '../../platform/http/components/index.ts'
import { showPage } from '../frame.tsx'
import { OldLetters } from '../letter/old-letters.tsx'
import { texts as letterTexts } from '../letter/texts.ts'
import { paths } from '../paths.ts'
import type { Portal } from '../portal.ts'
import { AwaitedNotice } from './awaited-notice.tsx'
import { wordsOf } from './words-of.ts'

/** In the place of a letter that holds no more, of each of its forms and of its duplicates. */
export function showAwaitedLetter(portal: Portal, awaited: AwaitedLetter, status: 200 | 404 = 404) {
  const { language } = portal
  const { toElection, noDuplicate } = wordsOf(awaited, language)
  const { election, municipality } = awaited
  return showPage(
    portal,
    { title: letterTexts[language].title, caption: election.name, municipality, status },
    <>
      <AwaitedNotice {...{ awaited, language }} />
      <p>{noDuplicate}</p>
      <ButtonLink href={paths.election({ election: election.electionId })}>{toElection}</ButtonLink>
      <OldLetters old={awaited.sent} language={language} />
    </>,
  )
}
