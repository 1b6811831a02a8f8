import type { Election } from '../../elections/index.ts'
import type { MunicipalitySettings } from '../../municipalities/index.ts'
import { cookieNames } from '../cookies.ts'
import { Contact, Listed, said } from './notice-parts.tsx'
import { texts } from './texts.nl.ts'

const words = texts.privacy

/** What AVG 13 and 14 ask to be told, from the municipality's file and the rules of its elections. */
export function PrivacyNotice(props: {
  municipality: MunicipalitySettings
  elections: readonly Election[]
  offersMail: boolean
}) {
  const { municipality, elections, offersMail } = props
  const officer = municipality.notices?.dataProtectionOfficer
  return (
    <>
      <p>{words.lead(said('privacyLaw'))}</p>
      <h2>{words.who}</h2>
      <p>{words.controller(said('controller'), municipality.name)}</p>
      <Contact contact={municipality.contact} />
      {officer ? (
        <p>
          {words.officer} <a href={`mailto:${officer}`}>{officer}</a>
        </p>
      ) : (
        <p>{words.noOfficer}</p>
      )}
      <h2>{words.what}</h2>
      <Listed items={words.data} />
      <p>{words.protected}</p>
      <h2>{words.why}</h2>
      <p>{words.whyText(said('basis'))}</p>
      <h2>{words.recipients}</h2>
      <Listed items={words.recipientList} />
      {offersMail && (
        <>
          <h2>{words.mail}</h2>
          <p>{words.mailText(said('mailBasis'))}</p>
        </>
      )}
      <h2>{words.howLong}</h2>
      <p>{elections.length > 0 ? words.howLongText : words.noElection}</p>
      {elections.map((election) => (
        <Retention election={election} />
      ))}
      <h2>{words.rights}</h2>
      <p>{words.rightsText}</p>
      <p>{words.complaint(said('authority'))}</p>
      <OnDevice />
    </>
  )
}

/** By the election's own ruleset: its articles where somebody read them. */
function Retention({ election }: { election: Election }) {
  const rules = election.ruleset.retention.flatMap(({ key, article, mark }) => {
    const told = words.retention[key]
    return told ? [words.until(told.data, told.until, mark === 'L' ? ` (${article})` : texts.notChecked)] : []
  })
  return (
    <>
      <h3>{election.name}</h3>
      <Listed items={rules} />
    </>
  )
}

function OnDevice() {
  const cookies = (Object.keys(cookieNames) as (keyof typeof cookieNames)[]).map(
    (name) => `${cookieNames[name]}: ${words.cookies[name]}`,
  )
  return (
    <>
      <h2>{words.device}</h2>
      <p>{words.deviceText}</p>
      <Listed items={[...cookies, ...words.kept]} />
    </>
  )
}
