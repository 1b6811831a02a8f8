import {
  answerCall,
  type Contact,
  type ContactFaults,
  longestOfContact,
  readContact,
} from '../../bureaus/index.ts'
import { Button, ErrorSummary, Form, TextField } from '../../platform/http/components/index.ts'
import { showPage } from '../frame.tsx'
import { paths } from '../paths.ts'
import type { Portal } from '../portal.ts'
import { texts as frameTexts } from '../texts.ts'
import { mayAnswer, showCall } from './call-page.tsx'
import { type Texts, texts } from './texts.ts'
import type { MyCallCase } from './with-my-call.ts'

/** How this member can be reached and paid; with it they say that they read the call. */
export function showAnswer(portal: Portal, call: MyCallCase, faults: ContactFaults = {}) {
  if (!mayAnswer(portal, call)) return showCall(portal, call)
  const words = texts[portal.language]
  const errors = errorsOf(faults, words)
  const first = Object.values(errors)[0]
  return showPage(
    portal,
    { title: words.answer.title, caption: call.election.name, municipality: call.municipality, error: first },
    <>
      <ErrorSummary title={frameTexts[portal.language].notRightYet} errors={errors} />
      <p>{words.answer.lead}</p>
      <Form csrf={portal.csrf} action={paths.answerCall({ call: call.mine.assignmentId })}>
        <Fields {...{ portal, contact: call.contact, errors }} />
        <Button>{words.answer.send}</Button>
      </Form>
      <p>{words.answer.kept}</p>
    </>,
  )
}

interface FieldsProps {
  readonly portal: Portal
  readonly contact: Contact | undefined
  readonly errors: Readonly<Record<string, string>>
}

function Fields({ portal, contact, errors }: FieldsProps) {
  const { form, language } = portal
  const { phone, email, iban } = texts[language].answer
  const errorWord = frameTexts[language].error
  const shownOf = (name: string, kept: string | undefined) => (form.has(name) ? form.text(name) : kept)
  return (
    <>
      <TextField
        {...{ name: 'telefoon', ...phone, error: errors.telefoon, errorWord, type: 'tel' }}
        {...{ autocomplete: 'tel', maxlength: longestOfContact.phone }}
        value={shownOf('telefoon', contact?.phone)}
      />
      <TextField
        {...{ name: 'mail', ...email, error: errors.mail, errorWord, type: 'email' }}
        {...{ autocomplete: 'email', maxlength: longestOfContact.email }}
        value={shownOf('mail', contact?.email)}
      />
      <TextField
        {...{ name: 'rekening', ...iban, error: errors.rekening, errorWord }}
        {...{ maxlength: longestOfContact.iban }}
        value={shownOf('rekening', contact?.iban?.replaceAll(/(.{4})(?=.)/g, '$1 '))}
      />
    </>
  )
}

export async function sendAnswer(portal: Portal, call: MyCallCase): Promise<Response> {
  const { deps, form, context } = portal
  const { assignmentId } = call.mine
  const typed = { phone: form.text('telefoon'), email: form.text('mail'), iban: form.text('rekening') }
  const { contact, faults } = readContact(typed)
  if (Object.keys(faults).length > 0) return showAnswer(portal, call, faults)
  const { election } = call
  const act = { by: 'citizen', authority: 'person', details: { channel: 'PORTAL' } } as const
  // What is not possible any more is seen on the page of the call.
  await answerCall(deps, { election, assignmentId, contact, ...act })
  return context.redirect(paths.call({ call: assignmentId }), 303)
}

function errorsOf({ phone, email, iban }: ContactFaults, { answer: { faults } }: Texts) {
  return {
    ...(phone && { telefoon: faults[phone] }),
    ...(email && { mail: faults[email] }),
    ...(iban && { rekening: faults[iban] }),
  }
}
