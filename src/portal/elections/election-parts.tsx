import type { WhereToVote } from '../../letters/index.ts'
import { offersMail } from '../../platform/mail-settings.ts'
import { type Language, langOf } from '../language.ts'
import { texts as mailTexts } from '../mail/texts.ts'
import { paths } from '../paths.ts'
import type { Portal } from '../portal.ts'
import { WayThere } from '../way-there/way-there.tsx'
import { Explained } from './explained.tsx'
import { drawingFor, FacilityIcon } from './facility-icon.tsx'
import { assembliesIn, entranceIn } from './letter-facts.ts'
import { myStatements, type Told } from './my-statements.ts'
import { texts } from './texts.ts'
import { WhatIf } from './what-if.tsx'

/** Parts of the page of an election, which a voter needs with a letter that holds as without one. */

interface PartProps {
  readonly portal: Portal
  readonly mine: Told
}

/** The way, a mail before polling day, and how to get in. */
export function GettingThere({ portal, mine }: PartProps) {
  const { language } = portal
  return (
    <>
      <WayThere portal={portal} mine={mine} />
      {offersMail(portal.deps.config) && (
        <p>
          <a href={paths.mail({ election: mine.election.electionId })}>{mailTexts[language].link}</a>
        </p>
      )}
      <Access {...{ mine, language }} />
    </>
  )
}

/** Said where the letter is, or of a screen that stands in its place: this page is neither. */
const ofScreenOrLetter = ['st.phoneOk', 'st.correction']
/** Said of a letter that somebody has, or could have printed again. */
const ofLetterThatHolds = ['st.complement', 'st.duplicateDesk']

/** What if, what one votes for, and what the ruleset says on a phone; without a letter that holds, nothing of a letter. */
export function WhatElse({ portal, mine }: PartProps) {
  const { language } = portal
  const left = mine.letter ? ofScreenOrLetter : [...ofScreenOrLetter, ...ofLetterThatHolds]
  return (
    <>
      <WhatIf {...{ portal, mine }} />
      {/* What is said first below it, that voting is a duty, has no title of its own. */}
      <Listed title={texts[language].youElect} {...assembliesIn(mine, language)} />
      <Explained
        language={language}
        statements={myStatements(mine, language).filter(({ key }) => !left.includes(key))}
      />
    </>
  )
}

/** How to get in is in the words of the municipality, also on a page in another language. */
function Access({ mine, language }: { mine: WhereToVote; language: Language }) {
  const words = texts[language]
  const { room } = mine.form.data
  const entrance = entranceIn(mine, language)
  const { stepFree = room.stepFree, facilities = [] } = mine.section?.place.details ?? {}
  const isKnown = stepFree !== undefined
  if (!entrance && !isKnown && facilities.length === 0) return null
  return (
    <>
      <h2>{words.access}</h2>
      {entrance && <p lang={entrance.lang}>{entrance.text}</p>}
      {(isKnown || facilities.length > 0) && (
        <ul class="portal-facilities">
          {isKnown && (
            <li>
              <FacilityIcon drawing={stepFree ? 'wheelchair' : 'steps'} />
              {stepFree ? words.stepFree : words.notStepFree}
            </li>
          )}
          {facilities.map((item) => (
            <li lang={langOf('nl', language)}>
              <FacilityIcon drawing={drawingFor(item)} />
              {item}
            </li>
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

export function Listed({ title, items, lang }: ListedProps) {
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
