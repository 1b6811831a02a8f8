import { buffer } from 'node:stream/consumers'
import {
  addEvidence,
  type EvidenceRefusal,
  mostBytes,
  mostDocuments,
  takeBackEvidence,
} from '../../bureaus/index.ts'
import { Button, ErrorSummary, FileField, Form } from '../../platform/http/components/index.ts'
import { sameText } from '../../platform/http/cookies.ts'
import { readUpload } from '../../platform/http/read-upload.ts'
import { showPage } from '../frame.tsx'
import { paths } from '../paths.ts'
import type { Portal } from '../portal.ts'
import { texts as frameTexts } from '../texts.ts'
import { isRequestOpen, showCall } from './call-page.tsx'
import { Documents, takeBackIn } from './documents.tsx'
import { texts } from './texts.ts'
import type { MyCallCase } from './with-my-call.ts'

/** The documents of a request, one file at a time: on a slow network each that arrived stays. */
export function showEvidence(portal: Portal, call: MyCallCase, error?: string) {
  const { mine, election, municipality, documents } = call
  if (!isRequestOpen(call)) return showCall(portal, call)
  const { language, csrf } = portal
  const words = texts[language].evidence
  const isFull = documents.length >= mostDocuments
  return showPage(
    portal,
    { title: words.title, caption: election.name, municipality, error },
    <>
      <ErrorSummary title={frameTexts[language].notRightYet} errors={error ? { bewijs: error } : {}} />
      <p>
        <strong>{words.asked}</strong>
      </p>
      <p>{words.who}</p>
      <Documents {...{ documents, language, takeBackFor: takeBackIn(portal, call) }} />
      {isFull ? (
        <p>{words.refused['too-many-documents']}</p>
      ) : (
        <Form csrf={csrf} upload action={paths.addEvidence({ call: mine.assignmentId })}>
          <FileField
            {...{ name: 'bewijs', label: words.file, hint: words.hint, error }}
            errorWord={frameTexts[language].error}
            accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
          />
          <Button>{words.send}</Button>
        </Form>
      )}
      <p>
        <a href={paths.call({ call: mine.assignmentId })}>{words.ready}</a>
      </p>
    </>,
  )
}

export async function receiveEvidence(portal: Portal, call: MyCallCase): Promise<Response> {
  const { deps, context, csrf, language } = portal
  const { assignmentId } = call.mine
  const words = texts[language].evidence
  const upload = await readUpload(context, {
    ...{ field: 'bewijs', maxBytes: mostBytes, isOurToken: (token) => sameText(token, csrf) },
    receive: async (file, name) => ({ name, bytes: await buffer(file) }),
  })
  if (!upload.ok) return showEvidence(portal, call, words.upload[upload.because])
  const { election } = call
  const added = await addEvidence(deps, { election, assignmentId, file: upload.received, by: 'citizen' })
  if (!added.ok) return showEvidence(portal, call, words.refused[added.because satisfies EvidenceRefusal])
  return context.redirect(paths.addEvidence({ call: assignmentId }), 303)
}

/** One that is gone already is gone, as who pressed the button meant. */
export async function takeBackDocument(portal: Portal, call: MyCallCase): Promise<Response> {
  const { deps, context, language } = portal
  const { mine, election, documents } = call
  const { assignmentId } = mine
  const document = documents.find(({ evidenceId }) => evidenceId === context.req.param('document'))
  if (document) {
    const { evidenceId } = document
    const done = await takeBackEvidence(deps, { election, assignmentId, evidenceId, by: 'citizen' })
    if (!done.ok && done.because === 'found-complete')
      return showEvidence(portal, call, texts[language].documents.foundComplete)
  }
  return context.redirect(paths.addEvidence({ call: assignmentId }), 303)
}
