import { isPunishable } from '../../../bureaus/index.ts'
import { Button, ButtonGroup, ButtonLink, Form, TextField } from '../../../platform/http/components/index.ts'
import { may } from '../../desk.ts'
import { paths } from '../../paths.ts'
import type { DeedProps } from '../decide.tsx'
import { texts as excuseTexts } from '../excuses/texts.nl.ts'
import { texts } from './texts.nl.ts'

const words = texts.after
const mostReason = 200

interface AfterProps extends DeedProps {
  /** Who decided last, as letters name it. */
  readonly authority: string | undefined
}

/** What can be done with an assignment once polling day was there: a statement for who came, a reason accepted of who did not. */
export function AfterPollingDay(props: AfterProps) {
  const { desk, shown } = props
  const { axes } = shown.assignment
  const mayState =
    axes.attendance !== 'UNKNOWN' && axes.attendance !== 'ABSENT' && may(desk, 'bureaus.manage')
  const mayExcuse =
    isPunishable(axes.attendance) && axes.sanction !== 'EXCUSED_AFTER' && may(desk, 'bureaus.decide')
  if (axes.designation !== 'DESIGNATED' || !(mayState || mayExcuse)) return null
  const address = { election: desk.election.code, assignment: shown.assignment.assignmentId }
  return (
    <>
      <h2>{words.title}</h2>
      {mayState && (
        <ButtonGroup>
          <ButtonLink kind="secondary" href={paths.serviceStatement(address)}>
            {words.statement}
          </ButtonLink>
        </ButtonGroup>
      )}
      {mayExcuse && <Excuse {...props} />}
    </>
  )
}

function Excuse({ desk, shown, errors, authority }: AfterProps) {
  const { assignmentId, version } = shown.assignment
  const { who, whoHint } = excuseTexts.deciding
  return (
    <>
      <h3>{words.excuse}</h3>
      <p>{words.lead}</p>
      <Form
        csrf={desk.csrf}
        action={paths.excuseAfter({ election: desk.election.code, assignment: assignmentId })}
      >
        <input type="hidden" name="stand" value={version} />
        <TextField
          {...{ name: 'waarom', label: words.reason, hint: words.reasonHint, maxlength: mostReason }}
          {...{ error: errors.waarom, value: desk.form.text('waarom') }}
        />
        <TextField
          {...{ name: 'gezag', label: who, hint: whoHint, error: errors.gezag, maxlength: 200 }}
          value={desk.form.has('gezag') ? desk.form.text('gezag') : authority}
        />
        <Button>{words.button}</Button>
      </Form>
    </>
  )
}
