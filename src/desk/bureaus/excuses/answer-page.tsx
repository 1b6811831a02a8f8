import {
  answerCall,
  type ExcuseGround,
  excuseGrounds,
  longestExcuse,
  longestOfContact,
  membersById,
  readContact,
  requestExcuse,
  selectAssignments,
  showBureau,
} from '../../../bureaus/index.ts'
import { recordAudit } from '../../../platform/audit.ts'
import {
  Button,
  type FieldErrors,
  Form,
  Radios,
  Select,
  TextArea,
  TextField,
} from '../../../platform/http/components/index.ts'
import { type AssignmentId, isId } from '../../../platform/ids.ts'
import { type ElectionDesk, inOwnScope } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { seeOther, showPage } from '../../show-page.tsx'
import { because } from '../texts.nl.ts'
import { answeringTexts } from './answering-texts.nl.ts'
import { texts } from './texts.nl.ts'

const words = answeringTexts

/** Somebody phones or stands at the counter: in which bureau they are called is asked first. */
export function showAnswering(
  desk: ElectionDesk,
  errors: FieldErrors = {},
  found: readonly CalledPerson[] = [],
) {
  const { election, csrf, form } = desk
  const trail = [{ href: paths.excuses({ election: election.code }), text: texts.list.title }]
  return showPage(
    desk,
    { title: words.title, caption: election.name, trail, errors },
    <>
      <p class="desk-lead">{words.lead}</p>
      <Form csrf={csrf}>
        <TextField
          {...{ name: 'bureau', label: words.bureau, hint: words.bureauHint, error: errors.bureau, width: 5 }}
          value={form.text('bureau')}
        />
        <Button>{words.find}</Button>
      </Form>
      {found.length > 0 && (
        <ul>
          {found.map(({ assignmentId, name, role }) => (
            <li>
              <a href={paths.recordAnswer({ election: election.code, assignment: assignmentId })}>{name}</a>,{' '}
              {role}
            </li>
          ))}
        </ul>
      )}
    </>,
  )
}

interface CalledPerson {
  readonly assignmentId: AssignmentId
  readonly name: string
  readonly role: string
}

export async function findCalled(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, form } = desk
  const shown = await showBureau(deps, { election, number: form.text('bureau'), by: staff.staffId })
  if (!shown.ok) return showAnswering(desk, { bureau: words.noBureau })
  const called = shown.seats.flatMap(({ role, people }) =>
    people
      .filter(({ assignment }) => assignment.axes.delivery === 'DELIVERED')
      .map(({ assignment, member }) => ({
        ...{ assignmentId: assignment.assignmentId, role: texts.roles[role] },
        name: `${member.firstNames} ${member.lastName}`,
      })),
  )
  return called.length > 0 ? showAnswering(desk, {}, called) : showAnswering(desk, { bureau: words.nobody })
}

/** What this person says, and how it was said. */
export async function showRecordAnswer(desk: ElectionDesk, errors: FieldErrors = {}) {
  const called = await calledOfAddress(desk)
  if (!called) return notFoundPage(desk)
  const { election, csrf } = desk
  const trail = [{ href: paths.answering({ election: election.code }), text: words.title }]
  return showPage(
    desk,
    { title: called.name, caption: election.name, trail, errors },
    <Form csrf={csrf}>
      <Fields {...{ desk, errors }} />
      <Button>{words.save}</Button>
    </Form>,
  )
}

function Fields({ desk: { form }, errors }: { desk: ElectionDesk; errors: FieldErrors }) {
  const typed = (name: string) => ({ name, error: errors[name], value: form.text(name) })
  return (
    <>
      <Radios
        {...{ ...typed('hoe'), label: words.how }}
        choices={[
          { value: 'PHONE', label: words.phone },
          { value: 'COUNTER', label: words.counter },
        ]}
      />
      <Radios
        {...{ ...typed('antwoord'), label: words.what }}
        choices={[
          { value: 'komt', label: words.comes },
          { value: 'verontschuldigt', label: words.excuse },
        ]}
      />
      <TextField
        {...{ ...typed('telefoon'), label: words.telephone, type: 'tel', maxlength: longestOfContact.phone }}
      />
      <TextField
        {...{ ...typed('mail'), label: words.mail, type: 'email', maxlength: longestOfContact.email }}
      />
      <TextField {...{ ...typed('rekening'), label: words.account, maxlength: longestOfContact.iban }} />
      <Select
        {...{ ...typed('grond'), label: words.ground }}
        choices={[
          { value: '', label: words.noGround },
          ...excuseGrounds.map((value) => ({ value, label: texts.grounds[value] })),
        ]}
      />
      <TextArea
        {...{ ...typed('uitleg'), label: words.text, hint: words.textHint, maxlength: longestExcuse }}
      />
    </>
  )
}

export async function recordAnswer(desk: ElectionDesk): Promise<Response> {
  const { form } = desk
  const called = await calledOfAddress(desk)
  if (!called) return notFoundPage(desk)
  const channel = (['PHONE', 'COUNTER'] as const).find((one) => one === form.text('hoe'))
  if (!channel) return showRecordAnswer(desk, { hoe: words.howMissing })
  const answer = form.text('antwoord')
  if (answer !== 'komt' && answer !== 'verontschuldigt')
    return showRecordAnswer(desk, { antwoord: words.whatMissing })
  return answer === 'komt' ? recordComes(desk, called, channel) : recordExcuse(desk, called, channel)
}

type Channel = 'PHONE' | 'COUNTER'

async function recordComes(desk: ElectionDesk, { assignmentId }: CalledPerson, channel: Channel) {
  const { deps, form, election, staff } = desk
  const typed = { phone: form.text('telefoon'), email: form.text('mail'), iban: form.text('rekening') }
  const { contact, faults } = readContact(typed)
  if (Object.keys(faults).length > 0)
    return showRecordAnswer(desk, {
      ...(faults.phone && { telefoon: words.telephoneWrong }),
      ...(faults.email && { mail: words.mailWrong }),
      ...(faults.iban && { rekening: words.accountWrong }),
    })
  const act = { by: staff.staffId, authority: 'municipality', details: { channel } } as const
  const done = await answerCall(deps, { election, assignmentId, contact, ...act })
  return done.ok ? recorded(desk) : showRecordAnswer(desk, { antwoord: texts.changedMeanwhile })
}

async function recordExcuse(desk: ElectionDesk, { assignmentId }: CalledPerson, channel: Channel) {
  const { deps, form, election, staff } = desk
  const ground: ExcuseGround | undefined = excuseGrounds.find((one) => one === form.text('grond'))
  const text = form.text('uitleg')
  if (!ground || !text || text.length > longestExcuse)
    return showRecordAnswer(desk, {
      ...(!ground && { grond: words.groundMissing }),
      ...((!text || text.length > longestExcuse) && { uitleg: words.textMissing }),
    })
  const done = await requestExcuse(deps, {
    ...{ election, assignmentId, channel, request: { ground, text } },
    ...{ by: staff.staffId, authority: 'municipality' },
  })
  if (!done.ok && done.because === 'number-in-text')
    return showRecordAnswer(desk, { uitleg: because['number-in-text'] })
  return done.ok ? recorded(desk) : showRecordAnswer(desk, { antwoord: texts.changedMeanwhile })
}

const recorded = (desk: ElectionDesk) =>
  seeOther(desk, paths.excuses({ election: desk.election.code }), 'answer-recorded')

/** Who is called by the assignment of the address. Whoever looks at a person leaves a trace. */
async function calledOfAddress(desk: ElectionDesk): Promise<CalledPerson | undefined> {
  const { election, staff, context } = desk
  const asked = context.req.param('assignment') ?? ''
  if (!isId(asked)) return undefined
  const assignmentId = asked as AssignmentId
  return inOwnScope(desk, async (db) => {
    const [found] = await selectAssignments(db, election, { assignments: [assignmentId] })
    if (found?.axes.delivery !== 'DELIVERED') return undefined
    const member = (await membersById(db, election, [found.memberId])).get(found.memberId)!
    const { municipalityId } = election
    const action = 'bureaus.excuse-answering-opened'
    await recordAudit(db, { municipalityId, actor: staff.staffId, action, subject: assignmentId })
    return { assignmentId, name: `${member.firstNames} ${member.lastName}`, role: texts.roles[found.role] }
  })
}
