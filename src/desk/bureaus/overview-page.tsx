import { outdatedCalls } from '../../bureaus/index.ts'
import {
  ButtonGroup,
  ButtonLink,
  Figures,
  Pages,
  SubNavigation,
  Table,
  Warning,
} from '../../platform/http/components/index.ts'
import { withQuery } from '../../platform/http/path.ts'
import { type ElectionDesk, inOwnScope, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { bureauColumns } from './bureau-columns.tsx'
import { type BureauRow, bureausFacts, type StateCounts } from './bureaus-overview.ts'
import { KeptOutList } from './kept-out.tsx'
import { texts as letters } from './letters/texts.nl.ts'
import { showPartOfBureaus } from './part-page.tsx'
import { seesAPart } from './sight.ts'
import { bureauStepFacts } from './steps/bureau-steps.ts'
import { BureauStepsList } from './steps/steps-list.tsx'
import { texts } from './texts.nl.ts'
import { vacancies } from './vacancies/texts.nl.ts'
import { WhatIsMissing } from './what-is-missing.tsx'

const onPage = 100
const words = texts.overview

/** How far the bureaus are: what is missing and how many people are where first, then bureau by bureau. */
export async function showBureaus(desk: ElectionDesk) {
  if (seesAPart(desk)) return showPartOfBureaus(desk)
  const { election, context } = desk
  const facts = await inOwnScope(desk, (db) => bureausFacts(db, election))
  const steps = await inOwnScope(desk, (db) => bureauStepFacts(db, election, facts))
  const { bureaus } = facts
  const outdated = may(desk, 'bureaus.manage')
    ? (await inOwnScope(desk, (db) => outdatedCalls(db, election, desk.deps.clock.now()))).outdated
    : []
  const title = { title: texts.title, caption: election.name }
  if (bureaus.length === 0) return showPage(desk, title, <NoneYet desk={desk} />)
  const here = paths.bureaus({ election: election.code })
  const isOpenOnly = context.req.query('toon') === 'open'
  const shown = isOpenOnly ? bureaus.filter(({ open }) => open > 0) : bureaus
  const from = context.req.query('vanaf')
  const rest = shown.slice(bureauAt(shown, from) + 1)
  const rows = rest.slice(0, onPage)
  const toon = isOpenOnly ? 'open' : undefined
  return showPage(
    desk,
    title,
    <>
      <WhatIsMissing desk={desk} facts={facts} />
      {outdated.length > 0 && (
        <Warning>
          {letters.corrections.notice(outdated.length)}{' '}
          <a href={`${paths.memberLetters({ election: election.code })}#verbeteren`}>
            {letters.corrections.link}
          </a>
        </Warning>
      )}
      <KeptOutList desk={desk} people={facts.keptOut} />
      <Figures figures={figuresOf(facts.states)} />
      <BureauStepsList {...{ desk, facts: steps }} />
      <ul class="govuk-list">
        {may(desk, 'bureaus.manage') && (
          <li>
            <a href={paths.vacancies({ election: election.code })}>{vacancies.link}</a>
          </li>
        )}
        {may(desk, 'bureaus.manage') && facts.states.proposed > 0 && (
          <li>
            <a href={paths.designatedOnPaper({ election: election.code })}>{words.paper}</a>
          </li>
        )}
        {may(desk, 'bureaus.designate') && (
          <li>
            <a href={paths.receivedLists({ election: election.code })}>{words.receivedLists}</a>
          </li>
        )}
        <li>
          <a href={paths.compositions({ election: election.code })}>{words.composition}</a>
        </li>
        <li>
          <a href={paths.volunteers({ election: election.code })}>{words.volunteers}</a>
        </li>
      </ul>
      <SubNavigation
        label={words.show.label}
        current={isOpenOnly ? withQuery(here, { toon }) : here}
        links={[
          { href: here, text: words.show.all },
          { href: withQuery(here, { toon: 'open' }), text: words.show.open },
        ]}
      />
      <Table {...{ caption: words.caption, empty: words.allFilled, rows, columns: bureauColumns(desk) }} />
      <Pages
        next={rest.length > onPage ? withQuery(here, { toon, vanaf: rows.at(-1)!.number }) : undefined}
        first={from === undefined ? undefined : withQuery(here, { toon })}
      />
    </>,
  )
}

/** The place of the bureau that the page before ended with; before all of them when it is gone. */
function bureauAt(bureaus: readonly BureauRow[], number: string | undefined): number {
  return bureaus.findIndex((one) => one.number === number)
}

function NoneYet({ desk }: { desk: ElectionDesk }) {
  if (!may(desk, 'bureaus.manage')) return <div class="empty">{words.noneToSee}</div>
  return (
    <>
      <div class="empty">{words.none}</div>
      <ButtonGroup>
        <ButtonLink href={paths.bureauPlan({ election: desk.election.code })}>{words.makePlan}</ButtonLink>
      </ButtonGroup>
    </>
  )
}

function figuresOf(states: StateCounts) {
  const { figures } = words
  return [
    { name: figures.open, value: states.open, note: figures.ofSeats(states.seats) },
    { name: figures.proposed, value: states.proposed },
    { name: figures.designated, value: states.designated },
    { name: figures.called, value: states.called },
    {
      ...{ name: figures.answered, value: states.answered },
      ...(states.asking > 0 && { note: figures.asking(states.asking) }),
    },
    { name: figures.excused, value: states.excused },
  ]
}
