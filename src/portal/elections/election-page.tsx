import { currentOf, type MyLetter } from '../../letters/index.ts'
import { ButtonGroup, ButtonLink, Inset } from '../../platform/http/components/index.ts'
import { offersMail } from '../../platform/mail-settings.ts'
import { showPage } from '../frame.tsx'
import { type Language, langOf } from '../language.ts'
import { texts as mailTexts } from '../mail/texts.ts'
import { paths } from '../paths.ts'
import { texts as deskTexts } from '../polling-desk/texts.ts'
import type { Portal } from '../portal.ts'
import { WayThere } from '../way-there/way-there.tsx'
import { Explained } from './explained.tsx'
import { assembliesIn } from './letter-facts.ts'
import { myStatements } from './my-statements.ts'
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
      {isCorrected && (
        <Inset>
          <p>
            <strong>{words.changed.title}</strong>
          </p>
          <p>{words.changed.text}</p>
        </Inset>
      )}
      <WhereAndWhen {...{ mine, language }} />
      <ButtonGroup>
        <ButtonLink href={paths.myLetter(address)}>{words.openLetter}</ButtonLink>
        <ButtonLink kind="secondary" href={paths.pollingDesk(address)}>
          {deskTexts[language].link}
        </ButtonLink>
        <ButtonLink kind="secondary" href={paths.appointment(address)}>
          {words.appointment.link}
        </ButtonLink>
      </ButtonGroup>
      <WayThere portal={portal} mine={mine} />
      {offersMail(portal.deps.config) && (
        <p>
          <a href={paths.mail(address)}>{mailTexts[language].link}</a>
        </p>
      )}
      <Access {...{ mine, language }} />
      <Listed title={words.bring} {...bringIn(mine, language)} />
      <Listed title={words.youElect} {...assembliesIn(mine, language)} />
      <Explained
        language={language}
        statements={myStatements(mine, language).filter(({ key }) => key !== 'st.phoneOk')}
      />
    </>,
  )
}

function bringIn({ form }: MyLetter, language: Language) {
  const isOwn = form.data.language === language
  return { items: isOwn ? form.data.texts.bring : texts[language].bringItems }
}

/** How to get in is in the words of the municipality, also on a page in another language. */
function Access({ mine, language }: { mine: MyLetter; language: Language }) {
  const words = texts[language]
  const { room, language: written } = mine.form.data
  const { stepFree = room.stepFree, facilities = [] } = mine.section?.place.details ?? {}
  const known = stepFree === undefined ? [] : [stepFree ? words.stepFree : words.notStepFree]
  if (!room.entrance && known.length + facilities.length === 0) return null
  return (
    <>
      <h2>{words.access}</h2>
      {room.entrance && <p lang={langOf(written, language)}>{room.entrance}</p>}
      {known.length + facilities.length > 0 && (
        <ul>
          {known.map((item) => (
            <li>{item}</li>
          ))}
          {facilities.map((item) => (
            <li lang={langOf('nl', language)}>{item}</li>
          ))}
        </ul>
      )}
    </>
  )
}

interface ListedProps {
  readonly title: string
  readonly items: readonly string[]
  readonly lang?: Language | undefined
}

function Listed({ title, items, lang }: ListedProps) {
  return (
    <>
      <h2>{title}</h2>
      <ul lang={lang}>
        {items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    </>
  )
}
