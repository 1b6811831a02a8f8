import type { SeatingRun } from '../../../bureaus/index.ts'
import { momentText } from '../../../platform/dates.ts'
import { Button, type FieldErrors, Form, Inset, Live } from '../../../platform/http/components/index.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { texts } from './texts.nl.ts'

interface Props {
  readonly desk: ElectionDesk
  readonly run: SeatingRun
  /** Nothing was asked after it. */
  readonly isLast: boolean
  readonly filled: number
  readonly errors: FieldErrors
}

/** Proposing everybody of the division; afterwards what became of it, or what had changed. */
export function Propose({ desk, run, isLast, filled, errors }: Props) {
  const words = texts.propose
  const { proposalAskedAt, proposalEndedAt, proposalRefused, proposed, runId } = run
  const isBusy = proposalAskedAt !== null && !proposalEndedAt
  const isDone = proposed !== null && proposalEndedAt !== null
  return (
    <>
      <h3>{words.title}</h3>
      {errors.voorstel && (
        <p class="govuk-error-message" id="voorstel">
          {errors.voorstel}
        </p>
      )}
      {isBusy && (
        <Live>
          <p>{words.busy}</p>
        </Live>
      )}
      {isDone && <Inset>{words.done(proposed, momentText(proposalEndedAt, 'nl'))}</Inset>}
      {proposalRefused && !isBusy && <Refused changed={proposalRefused.changed} />}
      {!isBusy && !isDone && !proposalRefused && isLast && filled > 0 && (
        <>
          <p>{words.lead}</p>
          <Form csrf={desk.csrf} action={paths.proposeSeating({ election: desk.election.code })}>
            <Button name="voorstel" value={runId}>
              {words.button(filled)}
            </Button>
          </Form>
        </>
      )}
    </>
  )
}

function Refused({ changed = [] }: { changed: NonNullable<SeatingRun['proposalRefused']>['changed'] }) {
  const words = texts.propose
  if (changed.length === 0)
    return (
      <Inset>
        <p>{words.otherReason}</p>
        <p>{words.again}</p>
      </Inset>
    )
  return (
    <Inset>
      <p>{words.refused}</p>
      <ul>
        {changed.map((source) => (
          <li>{words.changed[source]}</li>
        ))}
      </ul>
      <p>{words.again}</p>
    </Inset>
  )
}
