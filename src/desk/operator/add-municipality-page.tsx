import { text } from 'node:stream/consumers'
import { addMunicipality } from '../../municipalities/index.ts'
import { Button, type FieldErrors, FileField, Form } from '../../platform/http/components/index.ts'
import { readUpload } from '../../platform/http/read-upload.ts'
import { isOurToken } from '../cookies.ts'
import type { Desk } from '../desk.ts'
import { paths } from '../paths.ts'
import { seeOther, showPage } from '../show-page.tsx'
import type { ToldFault } from './fault-texts.nl.ts'
import { FileFaults } from './file-faults.tsx'
import { maxFileBytes } from './municipality-file.ts'
import { readMunicipalityFile } from './read-municipality-file.ts'
import { texts } from './texts.nl.ts'

interface Trouble {
  readonly errors?: FieldErrors
  readonly faults?: readonly ToldFault[]
}

/** A municipality is one checked file. */
export function showAddMunicipality(desk: Desk, { errors = {}, faults = [] }: Trouble = {}) {
  const { title, lead, file, hint, button, toForm } = texts.add
  return showPage(
    desk,
    { title, errors, trail: [{ href: paths.operator(), text: texts.municipalities.title }] },
    <>
      <FileFaults faults={faults} />
      <p class="desk-lead">{lead}</p>
      <p>
        <a href={paths.addByForm()}>{toForm}</a>
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

export async function receiveMunicipality(desk: Desk) {
  const { deps, staff } = desk
  const upload = await readUpload(desk.context, {
    ...{ field: 'file', maxBytes: maxFileBytes, isOurToken: isOurToken(desk), receive: text },
  })
  if (!upload.ok) return showAddMunicipality(desk, { errors: { file: texts.upload[upload.because] } })
  const read = readMunicipalityFile(upload.received)
  if (!read.ok) {
    const { faults } = read
    return showAddMunicipality(desk, { errors: { file: texts.add.refused(faults.length) }, faults })
  }
  const added = await addMunicipality(deps, {
    ...{ document: read.settings, by: staff.staffId, operator: staff.municipalityId },
  })
  if (added.ok)
    return seeOther(desk, paths.municipality({ nisCode: added.settings.nisCode }), 'municipality-added')
  if (added.because === 'already-there')
    return showAddMunicipality(desk, { errors: { file: texts.taken[added.field] } })
  throw new Error('a file that was right a moment ago is not any more')
}
