import {
  contactOf,
  longestOfContact,
  membersById,
  noteContact,
  readContact,
  selectAssignments,
} from '../../../bureaus/index.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { Button, type FieldErrors, Form, TextField } from '../../../platform/http/components/index.ts'
import { type AssignmentId, isId } from '../../../platform/ids.ts'
import { type ElectionDesk, inOwnScope } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { seeOther, showPage } from '../../show-page.tsx'
import { texts as bureauTexts } from '../texts.nl.ts'
import { texts } from './texts.nl.ts'

const words = texts.contact

/** Where messages to one member go, as the municipality heard it. */
export function showContact(desk: ElectionDesk) {
  return contactPage(desk)
}

async function contactPage(desk: ElectionDesk, errors: FieldErrors = {}) {
  const person = await personOfAddress(desk)
  if (!person) return notFoundPage(desk)
  const { election, csrf, form } = desk
  const typed = (name: string, otherwise: string | undefined) => ({
    ...{ name, error: errors[name], value: form.has(name) ? form.text(name) : otherwise },
  })
  const address = { election: election.code, assignment: person.assignmentId }
  const trail = [
    { href: paths.bureaus({ election: election.code }), text: bureauTexts.title },
    { href: paths.bureauAssignment(address), text: person.name },
  ]
  return showPage(
    desk,
    { title: words.title, caption: person.name, trail, errors },
    <Form csrf={csrf}>
      <p>{words.lead}</p>
      <TextField
        {...{ ...typed('telefoon', person.phone), label: words.phone, type: 'tel' }}
        maxlength={longestOfContact.phone}
      />
      <TextField
        {...{ ...typed('mail', person.email), label: words.mail, type: 'email' }}
        maxlength={longestOfContact.email}
      />
      <Button>{words.save}</Button>
    </Form>,
  )
}

export async function keepContact(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, form, context } = desk
  const asked = context.req.param('assignment') ?? ''
  if (!isId(asked)) return notFoundPage(desk)
  const assignmentId = asked as string as AssignmentId
  const typed = { phone: form.text('telefoon'), email: form.text('mail'), iban: '' }
  const { contact, faults } = readContact(typed)
  if (faults.phone || faults.email)
    return contactPage(desk, {
      ...(faults.phone && { telefoon: words.phoneWrong }),
      ...(faults.email && { mail: words.mailWrong }),
    })
  const kept = await noteContact(deps, { election, assignmentId, contact, by: staff.staffId })
  if (!kept.ok) return notFoundPage(desk)
  return seeOther(
    desk,
    paths.bureauAssignment({ election: election.code, assignment: assignmentId }),
    'contact-kept',
  )
}

/** Whoever sees how somebody can be reached leaves a trace. */
async function personOfAddress(desk: ElectionDesk) {
  const { election, staff, context, deps } = desk
  const asked = context.req.param('assignment') ?? ''
  if (!isId(asked)) return undefined
  return inOwnScope(desk, async (db) => {
    const [found] = await selectAssignments(db, election, { assignments: [asked as string as AssignmentId] })
    if (!found) return undefined
    const { memberId, assignmentId } = found
    const member = (await membersById(db, election, [memberId])).get(memberId)!
    const contact = await contactOf(db, deps, election, memberId)
    const { municipalityId } = election
    const action = 'bureaus.contact-shown'
    await recordAudit(db, { municipalityId, actor: staff.staffId, action, subject: assignmentId })
    const name = [member.firstNames, member.lastName].filter(Boolean).join(' ')
    return { assignmentId, name, phone: contact?.phone, email: contact?.email }
  })
}
