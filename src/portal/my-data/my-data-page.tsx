import { showPage } from '../frame.tsx'
import { type Language, langOf } from '../language.ts'
import { MailLinks } from '../mail/mail-links.tsx'
import { type MailElection, myMailElections } from '../mail/my-election.ts'
import { Contact } from '../notices/notice-parts.tsx'
import { paths } from '../paths.ts'
import { inLanguageOf, type Portal } from '../portal.ts'
import { Events } from './events.tsx'
import { Kept } from './kept.tsx'
import { type Ledger, myLedgers } from './my-ledger.ts'
import { texts } from './texts.ts'

/** Who looked at this citizen's data or letter, and what is kept until when: for every election of which there still is something. */
export async function showMyData(portal: Portal) {
  const ledgers = await myLedgers(portal)
  const municipality = ledgers[0]?.municipality
  const here = inLanguageOf(portal, municipality)
  const { language } = here
  const mail = await myMailElections(
    portal,
    ledgers.map(({ election }) => election.electionId),
  )
  return showPage(
    here,
    { title: texts[language].title, municipality },
    ledgers.length === 0 ? <None language={language} /> : <Some {...{ ledgers, mail, language }} />,
  )
}

function None({ language }: { language: Language }) {
  const words = texts[language].none
  return (
    <>
      <h2>{words.title}</h2>
      <p>{words.text}</p>
    </>
  )
}

interface SomeProps {
  readonly ledgers: readonly Ledger[]
  readonly mail: readonly MailElection[]
  readonly language: Language
}

function Some({ ledgers, mail, language }: SomeProps) {
  const words = texts[language]
  return (
    <>
      <p>{words.lead}</p>
      <h2>{words.log.title}</h2>
      <p>{words.log.lead}</p>
      {ledgers.map((ledger) => (
        <>
          <h3 lang={langOf('nl', language)}>{ledger.election.name}</h3>
          <Events {...ledger} language={language} />
        </>
      ))}
      <p>{words.log.wholeLists}</p>
      <h2>{words.kept.title}</h2>
      {ledgers.map(({ election, isVoter, isCalled }) => (
        <>
          <h3 lang={langOf('nl', language)}>{election.name}</h3>
          <Kept {...{ election, isVoter, isCalled, language }} />
        </>
      ))}
      <MailLinks {...{ mail, language }} />
      <Rights {...{ ledgers, language }} />
    </>
  )
}

function Rights({ ledgers, language }: Omit<SomeProps, 'mail'>) {
  const words = texts[language]
  const bySlug = new Map(ledgers.map(({ municipality }) => [municipality.slug, municipality]))
  return (
    <>
      <h2>{words.rights.title}</h2>
      <p>{words.log.names}</p>
      {[...bySlug.values()].map((municipality) => (
        <>
          <Contact contact={municipality.contact} language={language} />
          <p>
            <a href={paths.privacyOf({ municipality: municipality.slug })}>
              {words.rights.privacy(municipality.name)}
            </a>
          </p>
        </>
      ))}
    </>
  )
}
