import {
  type BureauAuthority,
  type ListKind,
  type MemberList,
  mostDecisionBytes,
} from '../../../bureaus/index.ts'
import {
  Button,
  DateField,
  Details,
  FileField,
  Form,
  Radios,
  TextField,
} from '../../../platform/http/components/index.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { typedDate } from '../../typed-day.ts'
import { handingOver } from './handing-over-texts.nl.ts'
import type { ListTrouble } from './lists-page.tsx'
import { texts } from './texts.nl.ts'

interface DeedProps {
  readonly desk: ElectionDesk
  readonly kind: ListKind
  readonly trouble: ListTrouble | undefined
  /** Who may read a list here once it is sent. */
  readonly receivers: readonly BureauAuthority[]
}

/** What comes next for a list: the decision of the college, where it went, or opening it again. */
export function Deeds({ list, ...props }: DeedProps & { list: MemberList | undefined }) {
  const state = list?.state ?? 'DRAFT'
  return (
    <>
      {state === 'DRAFT' && <Adopt {...props} />}
      {state === 'ADOPTED' && <Send {...props} />}
      {state !== 'DRAFT' && <Reopen {...props} />}
    </>
  )
}

/** Fields of both lists stand on one page: each has the letter of its list behind it. */
function fieldsOf({ desk, kind, trouble }: DeedProps) {
  const form = trouble?.form ?? desk.form
  const name = (field: string) => `${field}-${kind.toLowerCase()}`
  return {
    text: (field: string) => ({
      ...{ name: name(field), value: form.text(name(field)), error: trouble?.errors[name(field)] },
    }),
    day: (field: string) => ({
      ...{ name: name(field), error: trouble?.errors[name(field)] },
      value: typedDate((one) => form.text(one), name(field)),
    }),
  }
}

function Adopt(props: DeedProps) {
  const { desk, kind } = props
  const words = texts.adopt
  const { text, day } = fieldsOf(props)
  const limit = { bytes: mostDecisionBytes, tooLarge: words.tooLarge }
  const { name, error } = text('document')
  return (
    <Details summary={`${words.title} (${kind})`} open={props.trouble !== undefined}>
      <p>{words.lead}</p>
      <Form csrf={desk.csrf} upload action={paths.adoptList({ election: desk.election.code, kind })}>
        <TextField
          {...{ ...text('besluit'), label: words.decision, hint: words.decisionHint, maxlength: 200 }}
        />
        <DateField {...{ ...day('dag'), label: words.day }} />
        <FileField
          {...{ name, error, label: words.file, hint: words.fileHint, accept: '.pdf,application/pdf', limit }}
        />
        <Button>{words.button}</Button>
      </Form>
    </Details>
  )
}

function Send(props: DeedProps) {
  const { desk, kind } = props
  const words = handingOver.send
  const { text, day } = fieldsOf(props)
  return (
    <Details summary={`${words.title} (${kind})`} open={props.trouble !== undefined}>
      <p>{words.lead}</p>
      <Form csrf={desk.csrf} action={paths.sendList({ election: desk.election.code, kind })}>
        {props.receivers.length > 0 && (
          <Radios
            {...{ ...text('ontvanger'), label: words.receiver, hint: words.receiverHint }}
            choices={[
              ...props.receivers.map(({ enterpriseNumber, name }) => ({
                value: enterpriseNumber,
                label: name,
              })),
              { value: '', label: words.elsewhere },
            ]}
          />
        )}
        <TextField
          {...{ ...text('aan'), label: words.to, maxlength: 200 }}
          hint={props.receivers.length > 0 ? words.toElsewhereHint : words.toHint}
        />
        <DateField {...{ ...day('verzonden'), label: words.day }} />
        <Button>{words.button}</Button>
      </Form>
    </Details>
  )
}

function Reopen(props: DeedProps) {
  const { desk, kind } = props
  const words = texts.reopen
  return (
    <Details summary={`${words.title} (${kind})`} open={props.trouble !== undefined}>
      <p>{words.lead}</p>
      <Form csrf={desk.csrf} action={paths.reopenList({ election: desk.election.code, kind })}>
        <TextField
          {...{
            ...fieldsOf(props).text('waarom'),
            label: words.reason,
            hint: words.reasonHint,
            maxlength: 500,
          }}
        />
        <Button kind="warning">{words.button}</Button>
      </Form>
    </Details>
  )
}
