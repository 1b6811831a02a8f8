import { type ExplainedTopic, explainedTopics } from '../../elections/index.ts'
import { Elsewhere } from '../elsewhere.tsx'
import { langOf } from '../language.ts'
import { paths } from '../paths.ts'
import type { Portal } from '../portal.ts'
import { situationOf, type Told } from './my-statements.ts'
import { texts } from './texts.ts'

interface WhatIfProps {
  readonly portal: Portal
  readonly mine: Told
}

/** What if I can't go, and what if I have moved: as the explanation of the ruleset has it. */
export function WhatIf({ portal, mine }: WhatIfProps) {
  const { language } = portal
  const situation = situationOf(mine)
  const topics = situation ? explainedTopics(mine.election, situation) : []
  const [proxy, moved] = ['proxy', 'moved'].map((wanted) => topics.find(({ key }) => key === wanted))
  return (
    <>
      {proxy && <CannotGo {...{ portal, mine, proxy }} />}
      {moved && (
        <>
          <h2>{moved.words[language].title}</h2>
          <p>{moved.words[language].text}</p>
        </>
      )}
    </>
  )
}

function CannotGo({ portal, mine, proxy }: WhatIfProps & { proxy: ExplainedTopic }) {
  const { language } = portal
  const { title, text, how, toForm, ask } = texts[language].cannotGo
  const { department, phone, email } = mine.municipality.contact
  const form = proxy.form?.url
  const explanation = paths.explanation({ election: mine.election.electionId })
  return (
    <>
      <h2>{title}</h2>
      {/* Without a letter that holds there is no page that explains it: then it is explained here. */}
      <p>{mine.letter ? text : proxy.words[language].text}</p>
      <ul>
        {mine.letter && (
          <li>
            <a href={`${explanation}#proxy`}>{how}</a>
          </li>
        )}
        {form && (
          <li>
            <Elsewhere portal={portal} href={form}>
              {toForm(new URL(form).hostname)}
            </Elsewhere>
          </li>
        )}
        <li>
          {ask} <span lang={langOf('nl', language)}>{department}</span>,{' '}
          <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>,{' '}
          <a href={`mailto:${email}`}>{email}</a>
        </li>
      </ul>
    </>
  )
}
