import type { Election } from '../../elections/index.ts'
import type { MunicipalitySettings } from '../../municipalities/index.ts'
import { cookieNames } from '../cookies.ts'
import { type Language, langOf } from '../language.ts'
import type { LegalName } from './legal-sources.ts'
import { Contact, Listed, said } from './notice-parts.tsx'
import { type Texts, texts } from './texts.ts'

interface NoticeProps {
  readonly municipality: MunicipalitySettings
  /** Those of which letters are kept. */
  readonly elections: readonly Election[]
  readonly language: Language
}

/** What AVG 13 and 14 ask to be told, from the municipality's file and the rules of its elections. */
export function PrivacyNotice({ municipality, elections, language }: NoticeProps) {
  const words = texts[language].privacy
  const law = (name: LegalName) => said(name, language)
  const officer = municipality.notices?.dataProtectionOfficer
  return (
    <>
      <p>{words.lead(law('privacyLaw'))}</p>
      <h2>{words.who}</h2>
      <p>{words.controller(law('controller'), municipality.name)}</p>
      <Contact contact={municipality.contact} language={language} />
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
      <p>{words.whyText(law('basis'))}</p>
      <h2>{words.recipients}</h2>
      <Listed items={words.recipientList} />
      <h2>{words.howLong}</h2>
      <p>{elections.length > 0 ? words.howLongText : words.noElection}</p>
      {elections.map((election) => (
        <Retention {...{ election, language }} />
      ))}
      <h2>{words.rights}</h2>
      <p>{words.rightsText}</p>
      <p>{words.complaint(law('authority'))}</p>
      <OnDevice {...words} />
    </>
  )
}

interface ToldRule {
  readonly data: string
  readonly until: string
}

/** By the election's own ruleset: its articles where somebody read them. */
function Retention({ election, language }: { election: Election; language: Language }) {
  const { notChecked, privacy: words } = texts[language]
  const rules = election.ruleset.retention.flatMap(({ key, article, mark }) => {
    const told = (words.retention as Readonly<Record<string, ToldRule | undefined>>)[key]
    return told ? [words.until(told.data, told.until, mark === 'L' ? ` (${article})` : notChecked)] : []
  })
  return (
    <>
      <h3 lang={langOf('nl', language)}>{election.name}</h3>
      <Listed items={rules} />
    </>
  )
}

function OnDevice(words: Texts['privacy']) {
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
