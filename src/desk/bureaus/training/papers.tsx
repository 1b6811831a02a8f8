import { type EnrolledMember, enrolledIn, openTrainingCertificate } from '../../../bureaus/index.ts'
import { byteOrderMark, csvRows } from '../../../platform/csv/write-csv.ts'
import { dayInBelgium } from '../../../platform/dates.ts'
import { type Column, countText, Table } from '../../../platform/http/components/index.ts'
import { isId, type MemberId } from '../../../platform/ids.ts'
import { inOwnScope } from '../../desk.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { showPage } from '../../show-page.tsx'
import { bureauName, fullName } from '../bureau-text.ts'
import { roles } from '../texts.nl.ts'
import { texts } from './texts.nl.ts'
import { showTraining } from './training-page.tsx'
import { seatOf, whenText, whereText } from './training-text.ts'
import { type TrainingDesk, trailOf } from './with-training.ts'

/** More than one training has places and people who wait. */
const most = 2000
const emptyLines = 5
const words = texts.list

const everybody = (desk: TrainingDesk) =>
  inOwnScope(desk, (db) => enrolledIn(db, desk.election, desk.training.trainingId, { limit: most }))

/** The list on paper: who has a place signs beside the own name, who waits stands below, with lines for who came as well. */
export async function showSignatureList(desk: TrainingDesk) {
  const { training, election } = desk
  const all = await everybody(desk)
  const waiting = all.filter(({ hasPlace }) => !hasPlace)
  return showPage(
    desk,
    {
      ...{ title: words.title(training.title), caption: election.name },
      trail: trailOf(desk, training),
    },
    <>
      <p>
        {whenText(training)}. {whereText(training)}
      </p>
      <p class="no-print">{words.lead}</p>
      <Table
        {...{ caption: texts.one.caption, hideCaption: true, empty: texts.one.empty, columns }}
        rows={all.filter(({ hasPlace }) => hasPlace)}
      />
      {waiting.length > 0 && (
        <>
          <h2>{words.waiting}</h2>
          <Table {...{ caption: words.waiting, hideCaption: true, empty: '', rows: waiting, columns }} />
        </>
      )}
      <h2>{words.extra}</h2>
      {Array.from({ length: emptyLines }, () => (
        <p>
          {words.line} {words.line}
        </p>
      ))}
    </>,
  )
}

const columns: readonly Column<EnrolledMember>[] = [
  { heading: words.columns.at, isNumber: true, cell: ({ queue }) => countText(queue) },
  { heading: words.columns.who, isRowHeading: true, cell: fullName },
  { heading: words.columns.seat, cell: seatOf },
  { heading: words.columns.signature, cell: () => words.line },
]

/** Who is enrolled, for a spreadsheet: a name that begins as a formula does stays a name. */
export async function downloadEnrolled(desk: TrainingDesk): Promise<Response> {
  const rows = (await everybody(desk)).map(cellsOf)
  return desk.context.body(byteOrderMark + csvRows([texts.file.columns, ...rows]), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${desk.election.code}-opleiding.csv"`,
    'Cache-Control': 'no-store',
  })
}

function cellsOf(person: EnrolledMember): string[] {
  const { lastName, firstNames, role, kind, number, hasPlace, waitsAs } = person
  return [
    ...[hasPlace ? texts.file.has : texts.file.waits(waitsAs ?? 0), lastName, firstNames],
    ...[role ? roles[role] : '', kind && number ? bureauName({ kind, number }) : ''],
    ...[dayInBelgium(person.enrolledAt), texts.channels[person.channel]],
    person.attendance ? texts.attendances[person.attendance] : '',
  ]
}

/** The certificate of one member, for who asks it at the counter. */
export async function downloadCertificate(desk: TrainingDesk): Promise<Response> {
  const { deps, election, staff, context, training } = desk
  const asked = context.req.param('member') ?? ''
  if (!isId(asked)) return notFoundPage(desk)
  const memberId = asked as string as MemberId
  const { trainingId } = training
  const opened = await openTrainingCertificate(deps, { election, trainingId, memberId, by: staff.staffId })
  if (!opened.ok && opened.because === 'unprintable')
    return showTraining(desk, { bewijs: texts.one.unprintable })
  if (!opened.ok) return notFoundPage(desk)
  return context.body(new Uint8Array(opened.pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': 'attachment; filename="bewijs-van-opleiding.pdf"',
    'Cache-Control': 'no-store',
  })
}
