import { type BureauRules, loadBureauRules } from '../../bureaus/index.ts'
import type { Election, RetentionRule } from '../../elections/index.ts'
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

interface Offers {
  readonly offersMail: boolean
  /** Elections for which people sit in a bureau, or were called for one. */
  readonly withMembers: readonly Election[]
}

/** What AVG 13 and 14 ask to be told, from the municipality's file and the rules of its elections. */
export function PrivacyNotice(props: NoticeProps & Offers) {
  const { municipality, elections, withMembers, language, offersMail } = props
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
      {offersMail && (
        <>
          <h2>{words.mail}</h2>
          <p>{words.mailText(law('mailBasis'))}</p>
        </>
      )}
      <h2>{words.howLong}</h2>
      <p>{elections.length > 0 ? words.howLongText : words.noElection}</p>
      {elections.map((election) => (
        <Retention {...{ election, language, rules: election.ruleset.retention, all: words.retention }} />
      ))}
      {withMembers.length > 0 && <OfBureaus {...{ elections: withMembers, language }} />}
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

/** What is kept besides of who sits in a bureau, by the rules for those. */
function OfBureaus({ elections, language }: Pick<NoticeProps, 'elections' | 'language'>) {
  const { title, text, data, recipients, howLong, retention } = texts[language].privacy.bureaus
  return (
    <>
      <h2>{title}</h2>
      <p>{text}</p>
      <Listed items={data} />
      <p>{recipients}</p>
      <p>{howLong}</p>
      {elections.map((election) => (
        <Retention {...{ election, language, rules: rulesFor(election).retention, all: retention }} />
      ))}
    </>
  )
}

const rulesFor = ({ ruleset }: Election): BureauRules => loadBureauRules(ruleset)

interface RetentionProps {
  readonly election: Election
  readonly language: Language
  readonly rules: readonly RetentionRule[]
  /** By the key of the rule. */
  readonly all: Readonly<Record<string, ToldRule>>
}

/** By the election's own rules: their articles where somebody read them. */
function Retention({ election, language, rules: kept, all }: RetentionProps) {
  const { notChecked, privacy: words } = texts[language]
  const rules = kept.flatMap(({ key, article, mark }) => {
    const told = all[key]
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
