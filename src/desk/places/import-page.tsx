import { importPlaces, type PlaceRowFault } from '../../elections/index.ts'
import { keepSectionsWithLetters } from '../../letters/index.ts'
import {
  Button,
  type Column,
  countText,
  Details,
  type FieldErrors,
  FileField,
  Form,
  Table,
} from '../../platform/http/components/index.ts'
import { readUpload } from '../../platform/http/read-upload.ts'
import { findingText } from '../../voters/index.ts'
import { isOurToken } from '../cookies.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { seeOther, showPage } from '../show-page.tsx'
import { texts } from './texts.nl.ts'
import { unreadableText } from './unreadable-texts.nl.ts'

const maxBytes = 20_000_000
const mostShown = 200

interface Trouble {
  readonly errors?: FieldErrors
  readonly faults?: readonly PlaceRowFault[]
}

/** A file with all places in the stead of those that are there. */
export function showImport(desk: ElectionDesk, { errors = {}, faults = [] }: Trouble = {}) {
  const { title, lead, file, hint, button, columns, columnsTitle } = texts.import
  const trail = [{ href: paths.places({ election: desk.election.code }), text: texts.places.title }]
  return showPage(
    desk,
    { title, caption: desk.election.name, trail, errors },
    <>
      {faults.length > 0 && <Faults faults={faults} />}
      <p class="desk-lead">{lead}</p>
      <Form csrf={desk.csrf} upload>
        <FileField {...{ name: 'file', label: file, hint, accept: '.csv,text/csv', error: errors.file }} />
        <Button>{button}</Button>
      </Form>
      <Details summary={columnsTitle}>
        <ul>
          {columns.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </Details>
    </>,
  )
}

export async function receivePlaces(desk: ElectionDesk) {
  const { election, deps, staff } = desk
  const upload = await readUpload(desk.context, {
    ...{ field: 'file', maxBytes, isOurToken: isOurToken(desk) },
    receive: (stream) =>
      importPlaces({ ...deps, mayReplace: keepSectionsWithLetters }, { election, stream, by: staff.staffId }),
  })
  if (!upload.ok) return showImport(desk, { errors: { file: texts.upload[upload.because] } })
  const { received } = upload
  if (received.ok) return seeOther(desk, paths.places({ election: election.code }), 'places-imported')
  if ('faults' in received) {
    const { faults } = received
    return showImport(desk, { errors: { file: texts.import.refused(countText(faults.length)) }, faults })
  }
  if ('fault' in received) {
    const { fault, facts } = received
    const { reason, remedy } = findingText(fault, 'nl')
    return showImport(desk, { errors: { file: unreadableText(fault, facts) ?? `${reason} ${remedy}` } })
  }
  const said =
    received.because === 'section-in-use' ? texts.import.inUse(received.detail ?? '') : texts.import.tooMany
  return showImport(desk, { errors: { file: said } })
}

function Faults({ faults }: { faults: readonly PlaceRowFault[] }) {
  const { caption, none, more } = texts.faults
  return (
    <>
      <Table {...{ caption, columns: faultColumns, rows: faults.slice(0, mostShown), empty: none }} />
      {faults.length > mostShown && <p>{more(countText(faults.length - mostShown))}</p>}
    </>
  )
}

const faultColumns: readonly Column<PlaceRowFault>[] = [
  { heading: texts.faults.row, cell: ({ row }) => row, isRowHeading: true },
  { heading: texts.faults.column, cell: ({ column }) => column ?? '' },
  { heading: texts.faults.wrong, cell: ({ code }) => texts.wrong[code].wrong },
  { heading: texts.faults.remedy, cell: ({ code }) => texts.wrong[code].remedy },
]
