import { Button, type FieldErrors, FileField, Form, Inset } from '../../platform/http/components/index.ts'
import { findUpload, isBusy, mostSheetBytes, receiveBeside } from '../../voters/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { notFromOurPagePage } from '../refusal-pages.tsx'
import { seeOther } from '../show-page.tsx'
import { receiveFile } from './receive-file.ts'
import { startReading } from './start-reading.ts'
import { texts } from './texts.nl.ts'
import { showVotersPage } from './voters-page.tsx'

const said = texts.mend
const limit = { bytes: mostSheetBytes, tooLarge: said.tooLarge }

/** Where the filled-in sheet comes back. */
export async function showMend(desk: ElectionDesk) {
  return mendPage(desk)
}

async function mendPage(desk: ElectionDesk, errors: FieldErrors = {}) {
  const election = desk.election.code
  const upload = await findUpload(desk.deps, desk.election)
  if (upload && isBusy(upload)) return seeOther(desk, paths.votersReading({ election }))
  if (!upload) return showVotersPage(desk, { title: said.title }, <Inset>{said.gone}</Inset>)
  return showVotersPage(
    desk,
    { title: said.title, caption: upload.sourceName, errors },
    <>
      <ol>
        {said.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <p>
        <a href={paths.votersSheet({ election })}>{texts.report.sheet}</a>
      </p>
      <Form csrf={desk.csrf} upload>
        <FileField
          {...{ name: 'sheet', label: said.file, hint: said.fileHint, accept: '.csv' }}
          limit={limit}
          error={errors.sheet}
        />
        <Button>{said.button}</Button>
      </Form>
    </>,
  )
}

/** Puts the sheet beside the list, and has the whole read again with it. */
export async function receiveSheet(desk: ElectionDesk) {
  const { deps, election } = desk
  const before = await findUpload(deps, election)
  const upload = await receiveFile(desk, {
    field: 'sheet',
    maxBytes: mostSheetBytes,
    receive: (stream) => receiveBeside(deps, { election, stream, file: 'new sheet' }),
  })
  if (!upload.ok && upload.because === 'not-from-our-page') return notFromOurPagePage(desk)
  if (!upload.ok) {
    const { because } = upload
    return mendPage(desk, {
      sheet: because === 'too-large' ? said.tooLarge : texts.upload.refused[because]!,
    })
  }
  const started = upload.received.ok ? await startReading(desk, before?.preset) : upload.received
  if (!started.ok) return mendPage(desk, { sheet: texts.upload.refused[started.because] ?? said.gone })
  return seeOther(desk, paths.votersReading({ election: election.code }))
}
