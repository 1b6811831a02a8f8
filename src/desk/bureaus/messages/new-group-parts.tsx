import { longestOfWording, messageFields, type Wording } from '../../../bureaus/index.ts'
import {
  Button,
  ButtonGroup,
  Checkboxes,
  type FieldErrors,
  Form,
  Select,
  Table,
  TextArea,
  TextField,
} from '../../../platform/http/components/index.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { bureauName, fullName } from '../bureau-text.ts'
import { kinds, roles, states } from '../texts.nl.ts'
import type { Looked } from './new-group-page.tsx'
import { Written } from './template-parts.tsx'
import { texts } from './texts.nl.ts'

const words = texts.newGroup
const atOnce = 50

interface FieldsProps {
  readonly desk: ElectionDesk
  readonly errors: FieldErrors
  readonly looked: Looked | undefined
}

/** Whom it is for and what it says; what was looked at can still be changed here, and is looked at again. */
export function GroupFields({ desk, errors, looked }: FieldsProps) {
  const { form, csrf } = desk
  const choicesOf = (named: Readonly<Record<string, string>>) => [
    { value: '', label: words.all },
    ...Object.entries(named).map(([value, label]) => ({ value, label })),
  ]
  const chosen = (name: string, label: string, named: Readonly<Record<string, string>>) => ({
    ...{ name, label, error: errors[name], value: form.text(name), choices: choicesOf(named) },
  })
  const field = (name: keyof Wording) => ({
    ...{ name, label: words[name], error: errors[name], value: form.text(name) },
    maxlength: longestOfWording[name],
  })
  return (
    <Form csrf={csrf}>
      {looked && <p>{words.change}</p>}
      <h2>{words.whom}</h2>
      <Select {...chosen('soort', words.kind, kinds)} />
      <Select {...chosen('functie', words.role, roles)} />
      <TextField
        {...{ name: 'nummer', label: words.number, width: 5, maxlength: 10 }}
        value={form.text('nummer')}
      />
      <Select {...chosen('stand', words.state, statesToAsk)} />
      <Checkboxes
        {...{ name: 'stil', label: words.answer, values: form.all('stil') }}
        choices={[{ value: 'ja', label: words.unanswered }]}
      />
      <h2>{words.body}</h2>
      <p>
        {texts.template.fields} {messageFields.map((one) => `{${one}}`).join(', ')}.
      </p>
      <TextField {...field('subject')} />
      <TextArea {...field('body')} rows={10} />
      <TextArea {...field('sms')} rows={3} />
      <Button kind={looked ? 'secondary' : 'primary'} name="doe" value="kijk">
        {words.look}
      </Button>
    </Form>
  )
}

const { PROPOSED: _, CANCELLED: __, REVOKED: ___, REPLACED: ____, EXCUSED: _____, ...statesToAsk } = states

const draftFields = ['soort', 'functie', 'nummer', 'stand', 'stil', 'subject', 'body', 'sms'] as const

/** Who gets it, fifty at a time, how they see it, and a form of its own that asks for what was looked at. */
export function WhoGetsIt({
  desk: { form, csrf, election },
  looked,
}: {
  desk: ElectionDesk
  looked: Looked
}) {
  const { found, reachable, sha256, from, example, who } = looked
  const rows = found.slice(from, from + atOnce)
  const { columns } = words
  return (
    <Form csrf={csrf}>
      <p class="desk-lead">{words.found(found.length, reachable)}</p>
      {found.length > reachable && (
        <p>
          <a href={paths.peopleToCall({ election: election.code })}>{words.toCall}</a>
        </p>
      )}
      <input type="hidden" name="gezien" value={sha256} />
      {draftFields.map((name) => (
        <input type="hidden" name={name} value={form.text(name)} />
      ))}
      <Table
        {...{ caption: words.caption, empty: words.nobody, rows }}
        columns={[
          { heading: columns.who, isRowHeading: true, cell: fullName },
          { heading: columns.seat, cell: (one) => `${roles[one.role]}, ${bureauName(one)}` },
          { heading: columns.reach, cell: ({ isReachable }) => (isReachable ? words.yes : words.no) },
        ]}
      />
      {found.length > atOnce && <p>{words.range(from + 1, from + rows.length, found.length)}</p>}
      {example && who && <Written {...{ written: example, who }} />}
      <ButtonGroup>
        {reachable > 0 && (
          <Button name="doe" value="vraag">
            {words.ask(reachable)}
          </Button>
        )}
        {from + atOnce < found.length && (
          <Button kind="secondary" name="vanaf" value={`${from + atOnce}`}>
            {words.next}
          </Button>
        )}
        {from > 0 && (
          <Button kind="secondary" name="vanaf" value="0">
            {words.first}
          </Button>
        )}
      </ButtonGroup>
    </Form>
  )
}
