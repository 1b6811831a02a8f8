import { raw } from 'hono/html'
import type { AwaitedLetter, MyLetter, WhereToVote } from '../../letters/index.ts'
import { momentText } from '../../platform/dates.ts'
import { Inset } from '../../platform/http/components/index.ts'
import { smallQrSvg } from '../../platform/pdf/qr-drawing.ts'
import { AwaitedNotice } from '../awaited/awaited-notice.tsx'
import { wordsOf } from '../awaited/words-of.ts'
import { Parts } from '../elections/explained.tsx'
import { isPhoneViewVouchedFor, myStatements } from '../elections/my-statements.ts'
import { type Language, langOf } from '../language.ts'
import { texts } from './texts.ts'

interface ScreenProps<Mine = MyLetter> {
  readonly mine: Mine
  readonly now: Date
  readonly language: Language
}

/** What the committee looks at: name, number and room, the number as a code, when it was fetched, and what else to bring. */
export function Screen({ mine, now, language }: ScreenProps) {
  return (
    <>
      <Facts {...{ mine, now, language }} />
      <Accepted {...{ mine, language }} />
      <p>{texts[language].paper}</p>
    </>
  )
}

/** The same while another letter has to come: as list and polling places have it now, in the place of what was kept before. */
export function AwaitedScreen({ mine: awaited, now, language }: ScreenProps<AwaitedLetter>) {
  const { bring, replaced } = wordsOf(awaited, language)
  return (
    <>
      <Facts {...{ mine: awaited, now, language }} />
      <AwaitedNotice {...{ awaited, language }} />
      <p>{replaced}</p>
      <p>{bring}</p>
      <p>{texts[language].paper}</p>
    </>
  )
}

function Facts({ mine, now, language }: ScreenProps<WhereToVote>) {
  const words = texts[language]
  const { listNumber, fullName } = mine.form.voter
  const { room, bureau } = mine.form.data
  const lang = langOf(mine.form.data.language, language)
  return (
    <>
      <dl class="portal-facts portal-in-columns">
        <div class="portal-whole">
          <dt>
            <Label {...{ language }} of="name" />
          </dt>
          <dd>
            <strong>{fullName}</strong>
          </dd>
        </div>
        <div>
          <dt>
            <Label {...{ language }} of="listNumber" />
          </dt>
          <dd>
            <strong class="portal-number">{listNumber}</strong>
          </dd>
        </div>
        <div>
          <dt>
            <Label {...{ language }} of="room" />
          </dt>
          <dd>
            <strong lang={lang}>{bureau}</strong>
            <span lang={lang}>{room.place}</span>
            <span lang={lang}>{room.name}</span>
          </dd>
        </div>
      </dl>
      <div class="portal-code" role="img" aria-label={`${words.code}: ${listNumber}`}>
        {raw(smallQrSvg(String(listNumber)).replace('<svg', '<svg aria-hidden="true"'))}
      </div>
      <p>{words.fetched(momentText(now, language))}</p>
    </>
  )
}

/** For the bureau, which works in Dutch, and for whose screen it is. */
function Label({ of, language }: { of: 'name' | 'listNumber' | 'room'; language: Language }) {
  if (language === 'nl') return texts.nl[of]
  return (
    <>
      <span lang="nl">{texts.nl[of]}</span> · {texts[language][of]}
    </>
  )
}

/** Whether it is enough at the bureau says the ruleset's `phoneView`, and only when somebody vouched for that value. */
function Accepted({ mine, language }: Omit<ScreenProps, 'now'>) {
  const said = myStatements(mine, language).find(({ key }) => key === 'st.phoneOk')
  return (
    <Inset>
      {said && isPhoneViewVouchedFor(mine) ? (
        <Parts {...said} language={language} />
      ) : (
        texts[language].notOnPhone
      )}
    </Inset>
  )
}
