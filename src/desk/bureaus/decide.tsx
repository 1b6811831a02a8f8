import { lastDayToDesignate, loadBureauRules, type ShownAssignment } from '../../bureaus/index.ts'
import { dayInBelgium, longDate } from '../../platform/dates.ts'
import {
  Button,
  type FieldErrors,
  Form,
  Inset,
  TextField,
  Warning,
} from '../../platform/http/components/index.ts'
import { withQuery } from '../../platform/http/path.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { texts as paper } from './signing/texts.nl.ts'
import { texts } from './texts.nl.ts'

export interface DeedProps {
  readonly desk: ElectionDesk
  readonly shown: ShownAssignment
  readonly errors: FieldErrors
}

/** Until when may be designated; after it a warning, for it counts all the same. */
export function LastDay({ desk }: { desk: ElectionDesk }) {
  const { election, deps } = desk
  const day = lastDayToDesignate(loadBureauRules(election.ruleset), election)
  if (dayInBelgium(deps.clock.now()) > day) return <Warning>{texts.decide.late(longDate(day, 'nl'))}</Warning>
  return <Inset>{texts.decide.until(longDate(day, 'nl'))}</Inset>
}

/** The magistrate signs for one person, or refuses. */
export function Decide({ desk, shown, errors }: DeedProps) {
  const { assignmentId, version } = shown.assignment
  const election = desk.election.code
  const words = texts.decide
  return (
    <>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <LastDay desk={desk} />
      <Form csrf={desk.csrf} action={paths.designateProposals({ election })}>
        <input type="hidden" name="voordracht" value={`${assignmentId} ${version}`} />
        <Button>{words.sign}</Button>
      </Form>
      <Form csrf={desk.csrf} action={paths.refuseProposal({ election, assignment: assignmentId })}>
        <input type="hidden" name="stand" value={version} />
        <TextField
          {...{ name: 'weigering', label: words.why, hint: words.whyHint, error: errors.weigering }}
          {...{ value: desk.form.text('weigering'), maxlength: 200 }}
        />
        <Button kind="warning">{words.refuse}</Button>
      </Form>
    </>
  )
}

/** The way to where a clerk writes down that the magistrate signed on paper. */
export function OnPaper({ desk, shown }: DeedProps) {
  const here = paths.designatedOnPaper({ election: desk.election.code })
  return (
    <>
      <h2>{texts.paper.title}</h2>
      <p>
        {paper.link.lead} <a href={withQuery(here, { bureau: shown.bureau?.number })}>{paper.link.text}</a>
      </p>
    </>
  )
}
