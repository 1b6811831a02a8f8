import type { MayNotSit } from '../../bureaus/index.ts'
import { Button, Checkboxes, Form, TextField } from '../../platform/http/components/index.ts'
import { type ElectionDesk, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { bureauName, seatName } from './bureau-text.ts'
import type { DeedProps } from './decide.tsx'
import { texts as excuseTexts } from './excuses/texts.nl.ts'
import { keptOutTexts as words } from './propose-texts.nl.ts'

const most = 20

/** Seats of whom the lists keep out since, each with the way there; nothing when there are none. */
export function KeptOutList({ desk, people }: { desk: ElectionDesk; people: readonly MayNotSit[] }) {
  if (people.length === 0) return null
  const election = desk.election.code
  return (
    <>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <ul>
        {people.slice(0, most).map((one) => (
          <li>
            <a href={paths.bureauAssignment({ election, assignment: one.assignmentId })}>
              {words.line(seatName(one), bureauName(one), one.whyNot)}
            </a>
          </li>
        ))}
      </ul>
      {people.length > most && <p>{words.more(people.length - most)}</p>}
    </>
  )
}

/** For the magistrate, of who is designated and did not come yet. */
export function RevokeDesignation({
  desk,
  shown,
  errors,
  authority,
}: DeedProps & { readonly authority: string | undefined }) {
  const { assignmentId, version, axes } = shown.assignment
  const isOpen = axes.designation === 'DESIGNATED' && axes.attendance === 'UNKNOWN'
  if (!isOpen || !may(desk, 'bureaus.designate')) return null
  const { title, lead, reason, reasonHint, button, withoutLetter, withoutLetterHint } = words.revoke
  const { who, whoHint } = excuseTexts.deciding
  const isCalled = axes.delivery !== 'NOT_SENT'
  const action = paths.revokeDesignation({ election: desk.election.code, assignment: assignmentId })
  return (
    <>
      <h2>{title}</h2>
      <p>{lead}</p>
      <Form csrf={desk.csrf} action={action}>
        <input type="hidden" name="stand" value={version} />
        <TextField
          {...{ name: 'waarom', label: reason, hint: reasonHint, maxlength: 200, error: errors.waarom }}
          value={desk.form.text('waarom')}
        />
        <TextField
          {...{ name: 'gezag', label: who, hint: whoHint, error: errors.gezag, maxlength: 200 }}
          value={desk.form.has('gezag') ? desk.form.text('gezag') : authority}
        />
        {isCalled && (
          <Checkboxes
            {...{ name: 'zonderBrief', label: withoutLetter.label, values: desk.form.all('zonderBrief') }}
            choices={[{ value: 'ja', label: withoutLetter.choice, hint: withoutLetterHint }]}
          />
        )}
        <Button kind="warning">{button}</Button>
      </Form>
    </>
  )
}
