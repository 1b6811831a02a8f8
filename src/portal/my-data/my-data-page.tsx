import { showPage } from '../frame.tsx'
import { MailLinks } from '../mail/mail-links.tsx'
import { type MailElection, myMailElections } from '../mail/my-election.ts'
import { Contact } from '../notices/notice-parts.tsx'
import { paths } from '../paths.ts'
import type { Portal } from '../portal.ts'
import { Events } from './events.tsx'
import { Kept } from './kept.tsx'
import { type Ledger, myLedgers } from './my-ledger.ts'
import { texts } from './texts.nl.ts'

/** Who looked at this citizen's data or letter, and what is kept until when: for every election of which there still is something. */
export async function showMyData(portal: Portal) {
  const ledgers = await myLedgers(portal)
  const mail = await myMailElections(
    portal,
    ledgers.map(({ election }) => election.electionId),
  )
  return showPage(
    portal,
    { title: texts.title, municipality: ledgers[0]?.municipality },
    ledgers.length === 0 ? <None /> : <Some {...{ ledgers, mail }} />,
  )
}

function None() {
  return (
    <>
      <h2>{texts.none.title}</h2>
      <p>{texts.none.text}</p>
    </>
  )
}

function Some({ ledgers, mail }: { ledgers: readonly Ledger[]; mail: readonly MailElection[] }) {
  return (
    <>
      <p>{texts.lead}</p>
      <h2>{texts.log.title}</h2>
      <p>{texts.log.lead}</p>
      {ledgers.map((ledger) => (
        <>
          <h3>{ledger.election.name}</h3>
          <Events {...ledger} />
        </>
      ))}
      <p>{texts.log.wholeLists}</p>
      <h2>{texts.kept.title}</h2>
      {ledgers.map(({ election }) => (
        <>
          <h3>{election.name}</h3>
          <Kept election={election} />
        </>
      ))}
      <MailLinks mail={mail} />
      <Rights ledgers={ledgers} />
    </>
  )
}

function Rights({ ledgers }: { ledgers: readonly Ledger[] }) {
  const bySlug = new Map(ledgers.map(({ municipality }) => [municipality.slug, municipality]))
  return (
    <>
      <h2>{texts.rights.title}</h2>
      <p>{texts.log.names}</p>
      {[...bySlug.values()].map((municipality) => (
        <>
          <Contact contact={municipality.contact} language="nl" />
          <p>
            <a href={paths.privacyOf({ municipality: municipality.slug })}>
              {texts.rights.privacy(municipality.name)}
            </a>
          </p>
        </>
      ))}
    </>
  )
}
