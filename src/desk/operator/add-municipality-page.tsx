import { text } from 'node:stream/consumers'
import { addMunicipality } from '../../municipalities/index.ts'
import { type DocumentFault, parseJson } from '../../platform/document.ts'
import {
  Button,
  type Column,
  type FieldErrors,
  FileField,
  Form,
  Table,
} from '../../platform/http/components/index.ts'
import { readUpload } from '../../platform/http/read-upload.ts'
import { isOurToken } from '../cookies.ts'
import type { Desk } from '../desk.ts'
import { paths } from '../paths.ts'
import { seeOther, showPage } from '../show-page.tsx'
import { texts } from './texts.nl.ts'

/** The largest part of a file is a coat of arms, of which the schema bounds the size. */
const maxBytes = 2_000_000

interface Trouble {
  readonly errors?: FieldErrors
  readonly faults?: readonly DocumentFault[]
}

/** A municipality is one checked file. */
export function showAddMunicipality(desk: Desk, { errors = {}, faults = [] }: Trouble = {}) {
  const { title, lead, file, hint, button, caption, none, english } = texts.add
  return showPage(
    desk,
    { title, errors, trail: [{ href: paths.operator(), text: texts.municipalities.title }] },
    <>
      {faults.length > 0 && (
        <>
          <Table {...{ caption, columns, rows: faults, empty: none }} />
          <p class="quiet">{english}</p>
        </>
      )}
      <p class="desk-lead">{lead}</p>
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
    ...{ field: 'file', maxBytes, isOurToken: isOurToken(desk), receive: text },
  })
  if (!upload.ok) return showAddMunicipality(desk, { errors: { file: texts.upload[upload.because] } })
  const read = parseJson(upload.received)
  const added = read.ok
    ? await addMunicipality(deps, {
        document: read.document,
        by: staff.staffId,
        operator: staff.municipalityId,
      })
    : read
  if (added.ok) return seeOther(desk, paths.operator(), 'municipality-added')
  if ('faults' in added) {
    const { faults } = added
    return showAddMunicipality(desk, { errors: { file: texts.add.refused(faults.length) }, faults })
  }
  return showAddMunicipality(desk, { errors: { file: texts.add.alreadyThere } })
}

const columns: readonly Column<DocumentFault>[] = [
  { heading: texts.add.where, cell: ({ path }) => <code>{path}</code>, isRowHeading: true },
  { heading: texts.add.wrong, cell: ({ wrong }) => <span lang="en">{wrong}</span> },
  { heading: texts.add.remedy, cell: ({ remedy }) => <span lang="en">{remedy}</span> },
]
