import { currentOf, type MyLetter, myLetters } from '../../letters/index.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import { showPage } from '../frame.tsx'
import { type Language, langOf } from '../language.ts'
import { MailLinks } from '../mail/mail-links.tsx'
import { myMailElections } from '../mail/my-election.ts'
import { mySubjects } from '../my-data/my-events-overview.ts'
import { noteOpened } from '../note-opened.ts'
import { paths } from '../paths.ts'
import { inOwnScope, type Portal } from '../portal.ts'
import { texts } from './texts.ts'
import { WhereAndWhen } from './where-and-when.tsx'

/** Every coming election for which this citizen has a letter: the soonest first. */
export async function showElections(portal: Portal) {
  const { language } = portal
  const letters = await inOwnScope(portal, (db) => myLetters(db, portal.citizen.index))
  const today = dayInBelgium(portal.deps.clock.now())
  const coming = currentOf(letters).filter(({ election }) => election.pollingDay >= today)
  for (const mine of coming) await noteOpened(portal, mine)
  const municipality = coming[0]?.municipality
  if (coming.length === 0) return showNothing(portal, language)
  return showPage(
    portal,
    { title: texts[language].title, municipality },
    coming.map((mine) => <Coming {...{ mine, language }} />),
  )
}

function Coming({ mine, language }: { mine: MyLetter; language: Language }) {
  const { electionId, name } = mine.election
  return (
    <section class="portal-card">
      <h2 lang={langOf('nl', language)}>{name}</h2>
      <WhereAndWhen {...{ mine, language }} />
      <p>
        <a href={paths.election({ election: electionId })}>
          {texts[language].more} <span lang={langOf('nl', language)}>{name}</span>
        </a>
      </p>
    </section>
  )
}

/** Who is on a list already can be told when there is a letter. */
async function showNothing(portal: Portal, language: Language) {
  const subjects = await inOwnScope(portal, (db) => mySubjects(db, portal.citizen.index))
  const mail = await myMailElections(
    portal,
    subjects.map(({ electionId }) => electionId),
  )
  return showPage(
    portal,
    { title: texts[language].title },
    <>
      <Nothing language={language} />
      <MailLinks {...{ mail, language }} />
    </>,
  )
}

function Nothing({ language }: { language: Language }) {
  const { title, text, reasons, ask } = texts[language].none
  return (
    <>
      <h2>{title}</h2>
      <p>{text}</p>
      <ul>
        {reasons.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
      <p>{ask}</p>
    </>
  )
}
