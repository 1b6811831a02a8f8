import type { ConvocationRun } from '../../../bureaus/index.ts'
import { momentText } from '../../../platform/dates.ts'
import {
  Button,
  countText,
  type FieldErrors,
  Form,
  Inset,
  Live,
  Progress,
  Table,
  TextField,
  Warning,
} from '../../../platform/http/components/index.ts'
import { type ElectionDesk, may } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { fullName } from '../bureau-text.ts'
import { kinds, roles } from '../texts.nl.ts'
import type { LettersFacts } from './letters-page.tsx'
import { texts } from './texts.nl.ts'

interface FormProps {
  readonly desk: ElectionDesk
  readonly facts: LettersFacts
  readonly errors: FieldErrors
}

/** Calling everybody: an example of each letter first; while a worker does it, how far it is. */
export function Call({ desk, facts, errors }: FormProps) {
  const { run, toCall, authority } = facts
  const words = texts.call
  const isBusy = run !== undefined && !run.endedAt
  return (
    <>
      <h2>{words.title}</h2>
      {run && <Run {...{ desk, run }} />}
      <WithoutAddresses {...{ desk, facts }} />
      {!isBusy && toCall === 0 && <p>{words.nobody}</p>}
      {!isBusy && toCall > 0 && (
        <>
          <Examples election={desk.election.code} roles={facts.roles} />
          {may(desk, 'bureaus.manage') && (
            <>
              <Warning>{words.final}</Warning>
              <Form csrf={desk.csrf} action={paths.convokeAll({ election: desk.election.code })}>
                <TextField
                  {...{
                    name: 'gezag',
                    label: words.who,
                    hint: words.whoHint,
                    error: errors.gezag,
                    maxlength: 200,
                  }}
                  value={desk.form.has('gezag') ? desk.form.text('gezag') : authority}
                />
                <Button>{words.button(toCall)}</Button>
              </Form>
            </>
          )}
        </>
      )}
    </>
  )
}

/** Who can't be called yet, each with the way to complete the address. */
function WithoutAddresses({ desk, facts }: Pick<FormProps, 'desk' | 'facts'>) {
  const { title, more } = texts.withoutAddress
  const all = facts.withoutAddress
  const election = desk.election.code
  if (all.length === 0) return null
  return (
    <>
      <p>{title(all.length)}</p>
      <ul>
        {all.slice(0, 50).map((one) => (
          <li>
            <a href={paths.memberAddress({ election, assignment: one.assignmentId })}>{fullName(one)}</a>
            {`, ${roles[one.role].toLowerCase()}, ${one.number}`}
          </li>
        ))}
      </ul>
      {all.length > 50 && <p>{more(all.length - 50)}</p>}
    </>
  )
}

const wordsOf = ({ what }: ConvocationRun) => (what === 'call' ? texts.run : texts.corrections.run)

function Run({ desk, run }: { desk: ElectionDesk; run: ConvocationRun }) {
  const words = texts.run
  const missing = Object.entries(run.notCalled) as [keyof typeof words.missing, number][]
  if (run.endedAt)
    return (
      <Inset>
        <p>
          {wordsOf(run).ended[run.state as keyof typeof words.ended](
            run.called,
            momentText(run.endedAt, 'nl'),
          )}
        </p>
        {missing.map(([because, count]) => (
          <p>{words.missing[because](count)}</p>
        ))}
      </Inset>
    )
  return (
    <>
      <Live>
        <Progress
          label={wordsOf(run).busy(countText(run.called), countText(run.total))}
          done={run.called}
          total={run.total}
        />
        <p>{run.stopAskedAt ? words.stopping : words.leave}</p>
      </Live>
      {!run.stopAskedAt && may(desk, 'bureaus.manage') && (
        <Form csrf={desk.csrf} action={paths.stopConvoking({ election: desk.election.code })}>
          <Button kind="secondary">{words.stop}</Button>
        </Form>
      )}
    </>
  )
}

function Examples({ election, roles: rows }: { election: string; roles: LettersFacts['roles'] }) {
  const { caption, columns, pdf, picture } = texts.examples
  const file = (example: string, format: string) =>
    paths.callPreview({ election, assignment: example, file: `voorbeeld.${format}` })
  return (
    <Table
      {...{ caption, rows, empty: '' }}
      columns={[
        {
          heading: columns.role,
          isRowHeading: true,
          cell: ({ role, kind }) => `${roles[role]}, ${kinds[kind].toLowerCase()}`,
        },
        { heading: columns.people, isNumber: true, cell: ({ people }) => countText(people) },
        {
          heading: columns.example,
          cell: ({ role, example }) => (
            <>
              <a href={file(example, 'png')}>
                {picture}
                <span class="govuk-visually-hidden"> {roles[role]}</span>
              </a>
              {', '}
              <a href={file(example, 'pdf')}>
                {pdf}
                <span class="govuk-visually-hidden"> {roles[role]}</span>
              </a>
            </>
          ),
        },
      ]}
    />
  )
}

/** The letters that reached no mailbox, as one file for the printer. */
export function Print({ desk, facts: { counts }, errors }: FormProps) {
  const { title, lead, none, again, button, buttonAgain } = texts.print
  const { undelivered, printed } = counts
  const action = paths.printMemberLetters({ election: desk.election.code })
  return (
    <>
      <h2>{title}</h2>
      <p>{lead}</p>
      {errors.drukken && (
        <p class="govuk-error-message" id="drukken">
          {errors.drukken}
        </p>
      )}
      {undelivered === 0 && <p>{none}</p>}
      {may(desk, 'bureaus.manage') && (
        <>
          {undelivered > 0 && (
            <Form csrf={desk.csrf} action={action} newWindow>
              <Button>{button(undelivered)}</Button>
            </Form>
          )}
          {printed > 0 && (
            <Form csrf={desk.csrf} action={action} newWindow>
              <p>{again}</p>
              <Button kind="secondary" name="opnieuw" value="ja">
                {buttonAgain(undelivered + printed)}
              </Button>
            </Form>
          )}
        </>
      )}
    </>
  )
}
