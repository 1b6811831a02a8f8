import {
  Button,
  Form,
  Radios,
  TextArea,
  TextField,
  Warning,
} from '../../../platform/http/components/index.ts'
import { paths } from '../../paths.ts'
import type { CaseProps } from './case-page.tsx'
import { texts } from './texts.nl.ts'

/** What the municipality does: it looks whether something is missing, and decides nothing. */
export function Looking({ desk, shown, errors }: CaseProps) {
  const address = { election: desk.election.code, excuse: shown.excuseId }
  const { title, text, complete, what, whatHint, ask } = texts.looking
  return (
    <>
      <h2>{title}</h2>
      <p>{text}</p>
      {!shown.isAfter && !shown.completeAt && (
        <Form id="volledig" csrf={desk.csrf} action={paths.excuseComplete(address)}>
          <Button>{complete}</Button>
        </Form>
      )}
      <Form csrf={desk.csrf} action={paths.excuseMore(address)}>
        <TextArea
          {...{ name: 'wat', label: what, hint: whatHint, error: errors.wat, rows: 3, maxlength: 500 }}
          value={desk.form.text('wat')}
        />
        <Button kind="secondary">{ask}</Button>
      </Form>
    </>
  )
}

/** What the magistrate does. */
export function Deciding({ desk, shown, errors, authority }: CaseProps & { authority: string | undefined }) {
  const { title, letter, question, yes, no, reason, reasonHint, who, whoHint, send } = texts.deciding
  const { notYet } = texts.deciding
  return (
    <>
      <h2>{title}</h2>
      <p>{shown.isAfter ? texts.deciding.after : letter}</p>
      {!shown.isAfter && !shown.completeAt && (
        <Warning>{shown.moreAsked ? notYet.more : notYet.asked}</Warning>
      )}
      <Form
        csrf={desk.csrf}
        action={paths.excuseDecision({ election: desk.election.code, excuse: shown.excuseId })}
      >
        <Radios
          {...{ name: 'beslissing', label: question, value: desk.form.text('beslissing') }}
          error={errors.beslissing}
          choices={[
            { value: 'ja', label: shown.isAfter ? texts.deciding.afterYes : yes },
            { value: 'neen', label: shown.isAfter ? texts.deciding.afterNo : no },
          ]}
        />
        <TextArea
          {...{
            name: 'reden',
            label: reason,
            hint: reasonHint,
            error: errors.reden,
            rows: 3,
            maxlength: 500,
          }}
          value={desk.form.text('reden')}
        />
        <TextField
          {...{ name: 'gezag', label: who, hint: whoHint, error: errors.gezag, maxlength: 200 }}
          value={desk.form.has('gezag') ? desk.form.text('gezag') : authority}
        />
        <Button>{send}</Button>
      </Form>
    </>
  )
}

/** The letter of a decision that left without one. */
export function DecisionLetter({
  desk,
  shown,
  errors,
  authority,
}: CaseProps & { authority: string | undefined }) {
  const { title, lead, address, send } = texts.decisionLetter
  const { who, whoHint } = texts.deciding
  const election = desk.election.code
  return (
    <>
      <h2>{title}</h2>
      <p>
        {lead} <a href={paths.memberAddress({ election, assignment: shown.assignmentId })}>{address}</a>
      </p>
      <Form csrf={desk.csrf} action={paths.excuseDecisionLetter({ election, excuse: shown.excuseId })}>
        <TextField
          {...{ name: 'gezag', label: who, hint: whoHint, error: errors.gezag, maxlength: 200 }}
          value={desk.form.has('gezag') ? desk.form.text('gezag') : authority}
        />
        <Button>{send}</Button>
      </Form>
    </>
  )
}
