import { currentOf, type MyLetter } from '../../letters/index.ts'
import { ButtonGroup, ButtonLink } from '../../platform/http/components/index.ts'
import { showPage } from '../frame.tsx'
import { paths } from '../paths.ts'
import { texts as deskTexts } from '../polling-desk/texts.ts'
import type { Portal } from '../portal.ts'
import { texts as walletTexts } from '../wallet/texts.ts'
import { offersPass } from '../wallet/wallet-pass.ts'
import { CorrectedNotice } from './corrected-notice.tsx'
import { GettingThere, Listed, WhatElse } from './election-parts.tsx'
import { texts } from './texts.ts'
import { WhereAndWhen } from './where-and-when.tsx'

/** Everything about one election for this citizen: where, when, how to get in, what to bring, what for. */
export function showElection(portal: Portal, letters: readonly MyLetter[]) {
  const { language } = portal
  const words = texts[language]
  const mine = currentOf(letters)[0]!
  const { election, municipality } = mine
  const address = { election: election.electionId }
  const isCorrected = letters.length > 1
  return showPage(
    portal,
    { title: election.name, titleLanguage: 'nl', municipality },
    <>
      {isCorrected && <CorrectedNotice language={language} />}
      <WhereAndWhen {...{ mine, language }} />
      <ButtonGroup>
        <ButtonLink href={paths.myLetter(address)}>{words.openLetter}</ButtonLink>
        <ButtonLink kind="secondary" href={paths.pollingDesk(address)}>
          {deskTexts[language].link}
        </ButtonLink>
        <ButtonLink kind="secondary" href={paths.appointment(address)}>
          {words.appointment.link}
        </ButtonLink>
        {offersPass(portal, mine) && (
          <ButtonLink kind="secondary" href={paths.walletPass(address)}>
            {walletTexts[language].link}
          </ButtonLink>
        )}
      </ButtonGroup>
      <GettingThere {...{ portal, mine }} />
      <Listed title={words.bring} items={words.bringItems} />
      <WhatElse {...{ portal, mine }} />
    </>,
  )
}
