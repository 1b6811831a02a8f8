import { changeAccount, longestOfContact, readIban } from '../../bureaus/index.ts'
import { Button, ErrorSummary, Form, TextField } from '../../platform/http/components/index.ts'
import { showPage } from '../frame.tsx'
import { paths } from '../paths.ts'
import type { Portal } from '../portal.ts'
import { texts as frameTexts } from '../texts.ts'
import { showCall } from './call-page.tsx'
import { mayChangeAccount } from './may-change-account.ts'
import { texts } from './texts.ts'
import type { MyCallCase } from './with-my-call.ts'

/** The account to which the fee goes: the one thing that can still be changed after polling day. */
export function showAccount(portal: Portal, call: MyCallCase, error?: string) {
  if (!mayChangeAccount(portal, call)) return showCall(portal, call)
  const { form, language } = portal
  const { answer, account } = texts[language]
  const shown = form.has('rekening') ? form.text('rekening') : call.contact?.iban
  return showPage(
    portal,
    { title: account.title, caption: call.election.name, municipality: call.municipality, error },
    <>
      <ErrorSummary title={frameTexts[language].notRightYet} errors={error ? { rekening: error } : {}} />
      <p>{account.lead}</p>
      <Form csrf={portal.csrf} action={paths.changeAccount({ call: call.mine.assignmentId })}>
        <TextField
          {...{ name: 'rekening', label: account.label, hint: answer.iban.hint, error }}
          {...{ errorWord: frameTexts[language].error, maxlength: longestOfContact.iban }}
          value={shown?.replaceAll(/(.{4})(?=.)/g, '$1 ')}
        />
        <Button>{account.send}</Button>
      </Form>
    </>,
  )
}

export async function sendAccount(portal: Portal, call: MyCallCase): Promise<Response> {
  const { deps, form, context, language } = portal
  const { answer, account } = texts[language]
  const typed = readIban(form.text('rekening'))
  if (!typed.ok)
    return showAccount(
      portal,
      call,
      typed.because === 'no-account' ? account.missing : answer.faults[typed.because],
    )
  const { election, mine } = call
  // What is not possible any more is seen on the page of the call.
  await changeAccount(deps, { election, assignmentId: mine.assignmentId, iban: typed.iban, by: 'citizen' })
  return context.redirect(paths.call({ call: mine.assignmentId }), 303)
}
