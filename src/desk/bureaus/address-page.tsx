import {
  type AddressField,
  correctAddress,
  longestOfAddress,
  readAddress,
  showAssignment,
} from '../../bureaus/index.ts'
import { Button, type FieldErrors, Form, TextField } from '../../platform/http/components/index.ts'
import { type AssignmentId, isId } from '../../platform/ids.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { seeOther, showPage } from '../show-page.tsx'
import { address as words } from './address-texts.nl.ts'
import { fullName } from './bureau-text.ts'
import { because, texts } from './texts.nl.ts'

/** Names of the fields of the form, by what they are of an address. */
const fields = {
  street: 'straat',
  houseNumber: 'huisnummer',
  box: 'bus',
  postcode: 'postcode',
  city: 'gemeente',
  country: 'land',
} as const satisfies Record<AddressField, string>
const entries = Object.entries(fields) as [AddressField, string][]

/** Where a member lives: completed or corrected by the municipality, for the letters that follow. */
export async function showAddress(desk: ElectionDesk, errors: FieldErrors = {}) {
  const { election, deps, staff, form } = desk
  const assignmentId = assignmentOf(desk)
  const shown = assignmentId && (await showAssignment(deps, { election, assignmentId, by: staff.staffId }))
  if (!shown?.ok) return notFoundPage(desk)
  const here = { election: election.code, assignment: shown.assignment.assignmentId }
  const { address } = shown.member
  return showPage(
    desk,
    {
      ...{ title: words.title, caption: fullName(shown.member), errors },
      trail: [
        { href: paths.bureaus({ election: election.code }), text: texts.title },
        { href: paths.bureauAssignment(here), text: texts.assignment.title },
      ],
    },
    <>
      <p class="desk-lead">{words.lead}</p>
      <Form csrf={desk.csrf}>
        {entries.map(([of, name]) => (
          <TextField
            {...{ name, label: words.fields[of], hint: words.hints[of], error: errors[name] }}
            {...{ maxlength: longestOfAddress[of], value: form.has(name) ? form.text(name) : address?.[of] }}
            {...(longestOfAddress[of] <= 20 && { width: 10 as const })}
          />
        ))}
        <Button>{words.button}</Button>
      </Form>
    </>,
  )
}

export async function saveAddress(desk: ElectionDesk): Promise<Response> {
  const { election, deps, staff, form } = desk
  const assignmentId = assignmentOf(desk)
  if (!assignmentId) return notFoundPage(desk)
  const typed = Object.fromEntries(entries.map(([of, name]) => [of, form.text(name)]))
  const { address, faults } = readAddress(typed as Record<AddressField, string>)
  const wrong = entries.filter(([of]) => faults[of])
  if (wrong.length > 0)
    return showAddress(
      desk,
      Object.fromEntries(wrong.map(([of, name]) => [name, words.faults[faults[of]!](words.fields[of])])),
    )
  const done = await correctAddress(deps, { election, assignmentId, address, by: staff.staffId })
  if (done.ok)
    return seeOther(
      desk,
      paths.bureauAssignment({ election: election.code, assignment: assignmentId }),
      'address-corrected',
    )
  if (done.because === 'no-such-assignment') return notFoundPage(desk)
  return showAddress(desk, { straat: because[done.because] })
}

function assignmentOf({ context }: ElectionDesk): AssignmentId | undefined {
  const asked = context.req.param('assignment') ?? ''
  return isId(asked) ? (asked as string as AssignmentId) : undefined
}
