import { dayInBelgium, longDate } from '../../platform/dates.ts'
import { TaskList } from '../../platform/http/components/index.ts'
import { bureauStepFacts } from '../bureaus/steps/bureau-steps.ts'
import { BureauStepsList } from '../bureaus/steps/steps-list.tsx'
import { OutdatedNotice, sectionsToCorrect } from '../corrections/outdated-notice.tsx'
import { type ElectionDesk, inOwnScope, may } from '../desk.ts'
import { StandInNotice } from '../letters/stand-in-notice.tsx'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { campaignFacts } from './campaign-overview.ts'
import { nextStep, type Step, stepStates } from './campaign-steps.ts'
import { campaignTasks, stepHint } from './campaign-tasks.ts'
import { DeadlineList } from './deadline-list.tsx'
import { type Deadline, deadlineOf, deadlines } from './deadlines.ts'
import { stepLinks } from './step-links.ts'
import { texts } from './texts.nl.ts'

const mostShown = 5

/** How the campaign of an election stands: what is done, what is next, until when by law, what is late. */
export async function showElection(desk: ElectionDesk) {
  const { election, deps } = desk
  const now = deps.clock.now()
  const facts = await inOwnScope(desk, (db) => campaignFacts(db, election, now))
  const all = deadlines(election, facts, now, dayInBelgium(now))
  const shown = all.filter(({ state }) => ['late', 'next', 'open'].includes(state)).slice(0, mostShown)
  const bureaus = may(desk, 'bureaus.read')
    ? await inOwnScope(desk, (db) => bureauStepFacts(db, election))
    : undefined
  const links = stepLinks(desk)
  const next = nextStep(stepStates(facts))
  const toCorrect = await sectionsToCorrect(desk)
  return showPage(
    desk,
    {
      title: election.name,
      caption: longDate(election.pollingDay, 'nl'),
      trail: [{ href: paths.start(), text: texts.start.title }],
    },
    <>
      <StandInNotice desk={desk} />
      <OutdatedNotice desk={desk} sections={toCorrect} />
      <NextStep
        isAllRight={toCorrect.length === 0}
        step={next}
        hint={next && stepHint(next, facts)}
        deadlines={all}
        links={links}
      />
      <div class="column-pair">
        <section>
          <h2>{texts.home.steps}</h2>
          <TaskList id="stap" tasks={campaignTasks(facts, links)} />
          {bureaus && bureaus.bureaus > 0 && <BureauStepsList {...{ desk, facts: bureaus }} />}
        </section>
        <section>
          <h2>{texts.home.deadlines}</h2>
          {shown.length > 0 ? <DeadlineList deadlines={shown} isShort /> : <p>{texts.home.noDeadlines}</p>}
          <p>
            <a href={paths.calendar({ election: election.code })}>{texts.home.allDeadlines}</a>
          </p>
          <p>
            <a href={paths.electionFacts({ election: election.code })}>{texts.home.facts}</a>
          </p>
        </section>
      </div>
    </>,
  )
}

interface NextStepProps {
  /** No released letter says what holds no more. */
  readonly isAllRight: boolean
  readonly step: Step | undefined
  /** How it stands, as in the list below: of what stopped it does not say that it goes by itself. */
  readonly hint: string | undefined
  readonly deadlines: readonly Deadline[]
  readonly links: Readonly<Partial<Record<Step, string>>>
}

function NextStep({ isAllRight, step, hint, deadlines: all, links }: NextStepProps) {
  if (!step) return isAllRight ? <div class="next-step">{texts.home.allDone}</div> : null
  const { title } = texts.steps[step]
  const deadline = deadlineOf(step, all)
  const isLate = deadline?.state === 'late'
  const href = links[step]
  return (
    <div class={isLate ? 'next-step late' : 'next-step'}>
      <p class="desk-caption">{texts.home.next}</p>
      <p class="desk-lead">
        <strong>{href ? <a href={href}>{title}</a> : title}</strong>
      </p>
      <p>{hint}</p>
      {deadline && deadline.state !== 'done' && (
        <p>
          {(isLate ? texts.home.late : texts.home.byLaw)(
            longDate(deadline.lastDay ?? deadline.date, 'nl'),
            deadline.article,
          )}
        </p>
      )}
    </div>
  )
}
