import {
  explainedStatements,
  explainedTopics,
  explainStatements,
  explanationOf,
  statutoryTexts,
  unsignedValues,
} from '../../elections/index.ts'
import { currentOf, type MyLetter } from '../../letters/index.ts'
import { longDate } from '../../platform/dates.ts'
import { Inset } from '../../platform/http/components/index.ts'
import { Explained } from '../elections/explained.tsx'
import { assembliesIn } from '../elections/letter-facts.ts'
import { situationOf } from '../elections/my-statements.ts'
import { texts as electionTexts } from '../elections/texts.ts'
import { WhereAndWhen } from '../elections/where-and-when.tsx'
import { showPage } from '../frame.tsx'
import { type Language, langOf } from '../language.ts'
import { paths } from '../paths.ts'
import type { Portal } from '../portal.ts'
import { texts } from './texts.ts'

interface Explaining {
  readonly mine: MyLetter
  readonly language: Language
}

/**
 * What the letter says, explained in the language of the page: from the facts of the letter itself and the explanation that ships
 * with its ruleset. It is a page beside the letter and never stands in its place.
 */
export function showExplanation(portal: Portal, letters: readonly MyLetter[]) {
  const { language } = portal
  const words = texts[language].explanation
  const mine = currentOf(letters)[0]!
  const { election, municipality } = mine
  const address = { election: election.electionId }
  return showPage(
    portal,
    { title: words.title, caption: election.name, municipality },
    <>
      <NoForce {...{ mine, language }} />
      <p>
        <a href={paths.readLetter(address)}>{words.toLetter}</a>
      </p>
      <What {...{ mine, language }} />
      <WhereAndWhen {...{ mine, language }} />
      <Lists {...{ mine, language }} />
      <Topics {...{ mine, language }} />
      <Explained language={language} statements={statementsOfLetter(mine, language)} />
      <LawInPlainWords {...{ mine, language }} />
    </>,
  )
}

/** That it is no letter, which law says in which language the letter is, and whether somebody vouches for that. */
function NoForce({ mine, language }: Explaining) {
  const { election, municipality, form } = mine
  const words = texts[language].explanation
  const { languageRegime: regime } = municipality
  const explanation = explanationOf(election.ruleset)
  const isOpen = unsignedValues(election, municipality).some(({ path }) => path === `languages.${regime}`)
  return (
    <Inset>
      <p>
        <strong>{words.noForce}</strong>
      </p>
      <p>
        {words.written[form.data.language]} {words.decides(explanation.languageLaw[regime][language])}{' '}
        {isOpen && words.notChecked}
      </p>
      {explanation.wording.checkedBy === undefined && <p>{words.wordingNotChecked}</p>}
    </Inset>
  )
}

/** Who calls or invites, and what the letter says straight after it: that voting is a duty. */
function What({ mine, language }: Explaining) {
  const { election, municipality } = mine
  const { what, called, invited } = texts[language].explanation
  const name = explanationOf(election.ruleset).letterName[language]
  const day = longDate(election.pollingDay, language)
  const situation = situationOf(mine)
  return (
    <>
      <h2>{what}</h2>
      <p>{election.ruleset.attendanceDuty.value ? called(name, day) : invited(name, day)}</p>
      {situation && (
        <Explained
          language={language}
          statements={explainedStatements(
            election,
            municipality,
            { ...situation, where: 'opening' },
            language,
          )}
        />
      )}
    </>
  )
}

function Lists({ mine, language }: Explaining) {
  const { bring, bringItems, youElect } = electionTexts[language]
  const { items, lang } = assembliesIn(mine, language)
  return (
    <>
      <h2>{bring}</h2>
      <ul>
        {bringItems.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
      <h2>{youElect}</h2>
      <ul lang={lang}>
        {items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    </>
  )
}

function Topics({ mine, language }: Explaining) {
  const situation = situationOf(mine)
  const topics = situation ? explainedTopics(mine.election, situation) : []
  return (
    <>
      {topics.map(({ key, words }) => (
        <>
          <h2 id={key}>{words[language].title}</h2>
          <p>{words[language].text}</p>
        </>
      ))}
    </>
  )
}

/** What this letter says below its facts, one by one: which those are was decided when it was made. */
function statementsOfLetter({ election, municipality, form }: MyLetter, language: Language) {
  const keys = form.data.statements.map(({ key }) => key)
  return explainStatements(election, municipality, keys, language)
}

/** Each text of the law on the letter, with the heading and article under which it stands there. */
function LawInPlainWords({ mine: { election, form }, language }: Explaining) {
  const { law, lawLead } = texts[language].explanation
  const explained = explanationOf(election.ruleset).law
  const written = form.data.language
  return (
    <>
      <h2>{law}</h2>
      <p>{lawLead}</p>
      <ul>
        {statutoryTexts(election.ruleset, written).map(({ key, citation, heading }) => (
          <li>
            {explained[key]?.[language]}{' '}
            <span class="quiet" lang={langOf(written, language)}>
              {heading} ({citation})
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
