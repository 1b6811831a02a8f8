import { text } from 'node:stream/consumers'
import { Button, type FieldErrors, FileField, Form } from '../../platform/http/components/index.ts'
import { readUpload } from '../../platform/http/read-upload.ts'
import { isOurToken } from '../cookies.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { showChange } from './confirm-change.tsx'
import type { ToldFault } from './fault-texts.nl.ts'
import { FileFaults } from './file-faults.tsx'
import { maxFileBytes } from './municipality-file.ts'
import { readMunicipalityFile } from './read-municipality-file.ts'
import { texts } from './texts.nl.ts'
import { type MunicipalityDesk, placeOf } from './with-municipality.ts'

interface Trouble {
  readonly errors?: FieldErrors
  readonly faults?: readonly ToldFault[]
}

/** A municipality changes by its file: what would change is shown before it does. */
export function showChangeByFile(desk: MunicipalityDesk, { errors = {}, faults = [] }: Trouble = {}) {
  const { title, lead, file, hint, button } = texts.changeByFile
  const { document } = desk.about.current
  const place = placeOf(desk)
  return showPage(
    desk,
    {
      ...{ title, caption: document.name, errors },
      trail: [
        { href: paths.operator(), text: texts.municipalities.title },
        { href: paths.municipality(place), text: document.name },
      ],
    },
    <>
      <FileFaults faults={faults} />
      <p class="desk-lead">{lead}</p>
      <p>
        <a href={paths.municipalityFile(place)} download>
          {texts.municipality.download}
        </a>
      </p>
      <Form csrf={desk.csrf} upload>
        <FileField
          {...{ name: 'file', label: file, hint, accept: '.json,application/json', error: errors.file }}
        />
        <Button>{button}</Button>
      </Form>
    </>,
  )
}

export async function receiveChange(desk: MunicipalityDesk) {
  const upload = await readUpload(desk.context, {
    ...{ field: 'file', maxBytes: maxFileBytes, isOurToken: isOurToken(desk), receive: text },
  })
  if (!upload.ok) return showChangeByFile(desk, { errors: { file: texts.upload[upload.because] } })
  const read = readMunicipalityFile(upload.received)
  if (!read.ok) {
    const { faults } = read
    return showChangeByFile(desk, { errors: { file: texts.changeByFile.refused(faults.length) }, faults })
  }
  const { nisCode, name } = read.settings
  if (nisCode !== desk.about.current.document.nisCode)
    return showChangeByFile(desk, { errors: { file: texts.changeByFile.ofAnother(name, nisCode) } })
  return showChange(desk, read.settings, desk.about.current.version)
}
