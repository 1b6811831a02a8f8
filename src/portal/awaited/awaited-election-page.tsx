import type { AwaitedLetter } from '../../letters/index.ts'
import { ButtonGroup, ButtonLink } from '../../platform/http/components/index.ts'
import { GettingThere, WhatElse } from '../elections/election-parts.tsx'
import { texts as electionTexts } from '../elections/texts.ts'
import { WhereAndWhen } from '../elections/where-and-when.tsx'
import { showPage } from '../frame.tsx'
import { texts as letterTexts } from '../letter/texts.ts'
import { paths } from '../paths.ts'
import { texts as deskTexts } from '../polling-desk/texts.ts'
import type { Portal } from '../portal.ts'
import { AwaitedNotice } from './awaited-notice.tsx'
import { wordsOf } from './words-of.ts'

/**
 * An election for which another letter has to come: all that the page of an election says, as list and polling places have it now,
 * and nothing of the letter that holds no more or of the one that is not released.
 */
export function showAwaitedElection(portal: Portal, awaited: AwaitedLetter) {
  const { language } = portal
  const words = wordsOf(awaited, language)
  const { election, municipality } = awaited
  const address = { election: election.electionId }
  return showPage(
    portal,
    { title: election.name, titleLanguage: 'nl', municipality },
    <>
      <AwaitedNotice {...{ awaited, language }} />
      <p>{words.now}</p>
      <WhereAndWhen mine={awaited} language={language} />
      <ButtonGroup>
        <ButtonLink href={paths.pollingDesk(address)}>{deskTexts[language].link}</ButtonLink>
        <ButtonLink kind="secondary" href={paths.appointment(address)}>
          {electionTexts[language].appointment.link}
        </ButtonLink>
        <ButtonLink kind="secondary" href={paths.myLetter(address)}>
          {letterTexts[language].title}
        </ButtonLink>
      </ButtonGroup>
      <GettingThere {...{ portal, mine: awaited }} />
      <h2>{electionTexts[language].bring}</h2>
      <p>{words.bring}</p>
      <WhatElse {...{ portal, mine: awaited }} />
    </>,
  )
}
