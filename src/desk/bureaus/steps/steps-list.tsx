import { dayInBelgium } from '../../../platform/dates.ts'
import { TaskList } from '../../../platform/http/components/index.ts'
import { type ElectionDesk, may } from '../../desk.ts'
import { stateColours } from '../../home/campaign-tasks.ts'
import { texts as homeTexts } from '../../home/texts.nl.ts'
import { paths } from '../../paths.ts'
import { type BureauStep, type BureauStepFacts, bureauStepStates, bureauSteps } from './bureau-steps.ts'
import { texts } from './texts.nl.ts'

/** Every step of the work on the bureaus, with how it stands and what there is to know of it. */
export function BureauStepsList({ desk, facts }: { desk: ElectionDesk; facts: BureauStepFacts }) {
  const states = bureauStepStates(facts, dayInBelgium(desk.deps.clock.now()))
  const tasks = bureauSteps.map((step) => ({
    title: texts.steps[step].title,
    href: pageOf(desk, step),
    hint: hintOf(step, facts) ?? texts.steps[step].hint,
    status: { text: homeTexts.states[states[step]], colour: stateColours[states[step]] },
  }))
  return (
    <>
      <h2>{texts.title}</h2>
      <TaskList id="bureaustap" tasks={tasks} />
    </>
  )
}

/** Where a step is done, for who may do it. */
function pageOf(desk: ElectionDesk, step: BureauStep): string | undefined {
  const election = desk.election.code
  const pages: Partial<Record<BureauStep, string>> = {
    draw: paths.draw({ election }),
    propose: paths.bureaus({ election }),
    train: paths.trainings({ election }),
    day: paths.bureauBoard({ election }),
    absences: paths.absences({ election }),
    ...(may(desk, 'bureaus.excuses') && { answers: paths.excuses({ election }) }),
    ...(may(desk, 'bureaus.designate') && { designate: paths.bureauProposals({ election }) }),
    ...(may(desk, 'bureaus.manage') && {
      plan: paths.bureauPlan({ election }),
      propose: paths.seating({ election }),
      'list-a': paths.memberLists({ election }),
      call: paths.memberLetters({ election }),
      messages: paths.messages({ election }),
      pay: paths.claims({ election }),
    }),
  }
  return pages[step]
}

function hintOf(
  step: BureauStep,
  { bureaus, counts, listA, listB, draw, claims, training }: BureauStepFacts,
): string | undefined {
  const { hints } = texts
  const some = (count: number, said: (count: number) => string) => (count > 0 ? said(count) : undefined)
  switch (step) {
    case 'plan':
      return some(bureaus, hints.plan)
    case 'list-a':
      return listA && { DRAFT: hints.draft, ADOPTED: hints.adopted, SENT: hints.sent }[listA]
    case 'draw':
      return draw === 'DRAWN'
        ? hints.listB[listB ?? 'DRAFT']
        : draw === 'COMMITTED'
          ? hints.committed
          : undefined
    case 'propose':
      return some(counts.open, hints.open)
    case 'designate':
      return some(counts.proposed, hints.waiting)
    case 'call':
      return some(counts.designated, hints.toCall)
    case 'answers':
      return some(counts.asking, hints.asking) ?? some(counts.called, hints.silent)
    case 'train':
      return training.trainings > 0 ? some(training.untrained, hints.untrained) : undefined
    case 'day':
      return undefined
    case 'absences':
      return some(counts.unreported, hints.unreported)
    case 'pay':
      return (
        some(claims.incomplete.many + claims.complete.many, hints.owed) ??
        some(claims.exported.many, hints.exported)
      )
  }
}
