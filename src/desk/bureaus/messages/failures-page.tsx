import { buffer } from 'node:stream/consumers'
import { mostFailureBytes, type NotedFailures, noteFailures } from '../../../bureaus/index.ts'
import { Button, type FieldErrors, FileField, Form, Notice } from '../../../platform/http/components/index.ts'
import { readUpload } from '../../../platform/http/read-upload.ts'
import { isOurToken } from '../../cookies.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { showPage } from '../../show-page.tsx'
import { texts as bureauTexts } from '../texts.nl.ts'
import { texts } from './texts.nl.ts'

const words = texts.failures

/** Reading in what came back after it was taken. */
export function showFailures(desk: ElectionDesk) {
  return failuresPage(desk)
}

function failuresPage(desk: ElectionDesk, errors: FieldErrors = {}, read?: NotedFailures) {
  const { election, csrf } = desk
  const trail = [
    { href: paths.bureaus({ election: election.code }), text: bureauTexts.title },
    { href: paths.messages({ election: election.code }), text: texts.title },
  ]
  const address = { election: election.code }
  return showPage(
    desk,
    { title: words.title, caption: election.name, trail, errors },
    <>
      {read && (
        <Notice kind="success">
          {words.done(read.noted, read.before, read.unknown, read.others)}{' '}
          <a href={paths.peopleToCall(address)}>{texts.toCall.title}</a>
        </Notice>
      )}
      <p class="desk-lead">{words.lead}</p>
      <Form csrf={csrf} upload>
        <FileField
          {...{ name: 'bestand', label: words.field, error: errors.bestand, accept: '.eml,.mbox,.csv,.txt' }}
          limit={{ bytes: mostFailureBytes, tooLarge: words.upload['too-large'] }}
        />
        <Button>{words.button}</Button>
      </Form>
      <p>{words.notCovered}</p>
    </>,
  )
}

export async function receiveFailures(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, context } = desk
  const upload = await readUpload(context, {
    ...{ field: 'bestand', maxBytes: mostFailureBytes, isOurToken: isOurToken(desk), receive: buffer },
  })
  if (!upload.ok) return failuresPage(desk, { bestand: words.upload[upload.because] })
  const file = upload.received.toString('utf8')
  return failuresPage(desk, {}, await noteFailures(deps, { election, file, by: staff.staffId }))
}
