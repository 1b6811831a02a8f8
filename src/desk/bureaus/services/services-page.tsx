import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import {
  importServices,
  type ListRowFault,
  loadBureauRules,
  monthsKept,
  mostServicesBytes,
  recordServices,
  type ServiceCount,
  serviceCounts,
  serviceList,
} from '../../../bureaus/index.ts'
import { dayInBelgium, longDate } from '../../../platform/dates.ts'
import {
  Button,
  type Column,
  countText,
  type FieldErrors,
  FileField,
  Form,
  Inset,
  Table,
} from '../../../platform/http/components/index.ts'
import { readUpload } from '../../../platform/http/read-upload.ts'
import { isOurToken } from '../../cookies.ts'
import { type ElectionDesk, inOwnScope } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFromOurPagePage } from '../../refusal-pages.tsx'
import { seeOther, showPage } from '../../show-page.tsx'
import { Faults } from '../lists/faults.tsx'
import { texts as bureauTexts } from '../texts.nl.ts'
import { texts } from './texts.nl.ts'

/** How often people served, as an extract of the register: what is kept, written down of this election, told by the register, and passed on. */
export async function showServices(
  desk: ElectionDesk,
  errors: FieldErrors = {},
  faults: readonly ListRowFault[] = [],
) {
  const { election, deps } = desk
  const counts = await inOwnScope(desk, (db) => serviceCounts(db, election.municipalityId))
  const rules = loadBureauRules(election.ruleset)
  const isOver = dayInBelgium(deps.clock.now()) > election.pollingDay
  const trail = [{ href: paths.bureaus({ election: election.code }), text: bureauTexts.title }]
  return showPage(
    desk,
    { title: texts.title, caption: election.name, trail, errors },
    <>
      <p class="desk-lead">{texts.lead(rules.exemption.served.value.times)}</p>
      <Table {...{ caption: texts.caption, empty: texts.empty, rows: counts, columns }} />
      <p>{texts.kept(monthsKept(rules) / 12)}</p>
      <h2>{texts.record.title}</h2>
      {isOver ? <OfThisElection desk={desk} /> : <Inset>{texts.record.notYet}</Inset>}
      <h2>{texts.upload.title}</h2>
      <p>{texts.upload.lead}</p>
      <p>
        {texts.upload.columns} <code>national_number; polling_day; bureau; role; served</code>
      </p>
      {faults.length > 0 && <Faults faults={faults} />}
      <Form csrf={desk.csrf} action={paths.services({ election: election.code })} upload>
        <FileField
          {...{ name: 'bestand', label: texts.upload.file, hint: texts.upload.hint, error: errors.bestand }}
          accept=".csv,text/csv"
          limit={{ bytes: mostServicesBytes, tooLarge: texts.upload.tooLarge }}
        />
        <Button>{texts.upload.button}</Button>
      </Form>
    </>,
  )
}

function OfThisElection({ desk }: { desk: ElectionDesk }) {
  const { csrf } = desk
  const election = desk.election.code
  return (
    <>
      <p>{texts.record.lead}</p>
      <Form id="opnemen" csrf={csrf} action={paths.recordServices({ election })}>
        <Button>{texts.record.button}</Button>
      </Form>
      <p>
        <a href={paths.serviceList({ election })}>{texts.list.link}</a> {texts.list.hint}
      </p>
    </>
  )
}

const columns: readonly Column<ServiceCount>[] = [
  { heading: texts.columns.day, isRowHeading: true, cell: ({ pollingDay }) => longDate(pollingDay, 'nl') },
  { heading: texts.columns.noted, isNumber: true, cell: ({ noted }) => countText(noted) },
  { heading: texts.columns.told, isNumber: true, cell: ({ told }) => countText(told) },
]

/** Writes down who served in this election. */
export async function record(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff } = desk
  const done = await recordServices(deps, { election, by: staff.staffId })
  if (!done.ok) return showServices(desk, { opnemen: texts.record.notYet })
  return seeOther(desk, paths.services({ election: election.code }), 'services-recorded')
}

/** Takes over what the register says; one row that is wrong refuses the file, with every fault. */
export async function receiveServices(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff } = desk
  const upload = await readUpload(desk.context, {
    ...{ field: 'bestand', maxBytes: mostServicesBytes, isOurToken: isOurToken(desk), receive: buffer },
  })
  if (!upload.ok && upload.because === 'not-from-our-page') return notFromOurPagePage(desk)
  const { refused } = texts.upload
  if (!upload.ok)
    return showServices(desk, { bestand: refused[upload.because as keyof typeof refused] ?? refused.broken })
  const stream = Readable.from([upload.received])
  const read = await importServices(deps, { election, stream, by: staff.staffId })
  if (read.ok) return seeOther(desk, paths.services({ election: election.code }), 'services-imported')
  return showServices(desk, { bestand: refused[read.because] }, 'faults' in read ? read.faults : [])
}

/** The names that go to the register. */
export async function downloadServices({ deps, election, staff, context }: ElectionDesk): Promise<Response> {
  const { csv } = await serviceList(deps, { election, by: staff.staffId })
  return context.body(csv, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="diensten.csv"',
  })
}
