import {
  type AbsenceFile,
  type AbsenceReport,
  AbsenceReportChanged,
  openAbsenceReport,
  type ReportedMember,
  reportAbsences,
  roleNames,
  showAbsences,
} from '../../../bureaus/index.ts'
import { momentText } from '../../../platform/dates.ts'
import {
  Button,
  type Column,
  countText,
  type FieldErrors,
  Form,
  Inset,
  Table,
  Warning,
} from '../../../platform/http/components/index.ts'
import { type ElectionDesk, may } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { seeOther, showPage } from '../../show-page.tsx'
import { bureauName } from '../bureau-text.ts'
import { hourOf } from '../day/day-text.ts'
import { checkpoints } from '../day/texts.nl.ts'
import { Deadline, trailOf } from './absences-page.tsx'
import { RemarkForm } from './remark-form.tsx'
import { OnTheRoute, SendForm, SentFiles } from './sent-files.tsx'
import { texts } from './texts.nl.ts'
import { Withdrawals } from './withdrawals-part.tsx'

const words = texts.bureau

/** The file of one bureau as it would be now, what a judge would miss in it, and the files that were made. */
export async function showBureauAbsences(desk: ElectionDesk, errors: FieldErrors = {}) {
  const shown = await shownOf(desk)
  if (!shown) return notFoundPage(desk)
  const { election } = desk
  const { bureau, file, reports, route, withdrawals } = shown
  const props = { desk, errors, shown }
  const trail = [
    ...trailOf(election),
    { href: paths.absences({ election: election.code }), text: texts.list.title },
  ]
  return showPage(
    desk,
    { title: `${texts.list.title}: ${bureauName(bureau)}`, caption: election.name, trail, errors },
    <>
      <Deadline election={election} />
      <OnTheRoute {...{ route, reports, withdrawals }} />
      <Withdrawals {...{ desk, shown }} />
      {typeof file === 'string' ? (
        <Warning>{file === 'no-hour' ? words.noHour : words.notClosed}</Warning>
      ) : (
        <File {...{ desk, file, number: bureau.number }} />
      )}
      <h2>{words.made}</h2>
      <Table
        {...{ caption: words.made, hideCaption: true, empty: words.madeEmpty, rows: reports }}
        columns={reportColumns(election.code, bureau.number)}
      />
      <SentFiles {...props} />
      <SendForm {...props} />
      <RemarkForm {...props} />
    </>,
  )
}

interface FileProps {
  readonly desk: ElectionDesk
  readonly file: AbsenceFile
  readonly number: string
}

function File({ desk, file, number }: FileProps) {
  const { election, csrf } = desk
  const { reported, excusedAfter, takenBack, notTold, unknown, legalBasis, leavingBasis } = file
  const columns = memberColumns(election.code)
  return (
    <>
      <p>{words.basis(legalBasis.source, legalBasis.mark)}</p>
      {leavingBasis && <p>{words.leavingBasis(leavingBasis.source, leavingBasis.mark)}</p>}
      <Table {...{ caption: words.caption, empty: words.empty, rows: reported, columns }} />
      {excusedAfter.length > 0 && (
        <Table {...{ caption: words.excusedAfter, empty: '', rows: excusedAfter, columns }} />
      )}
      {takenBack.length > 0 && (
        <Table {...{ caption: words.takenBack, empty: '', rows: takenBack, columns }} />
      )}
      {notTold.length > 0 && (
        <>
          <Table
            {...{ caption: words.notTold, empty: '', rows: notTold }}
            columns={unknownColumns(election.code)}
          />
          <p>{words.notToldLead}</p>
        </>
      )}
      {unknown.length > 0 && (
        <>
          <Warning>{words.unknownLead(unknown.length)}</Warning>
          <Table
            {...{ caption: words.unknown, empty: '', rows: unknown }}
            columns={unknownColumns(election.code)}
          />
          <p>
            <a href={paths.bureauDay({ election: election.code, number })}>{words.toDay}</a>
          </p>
        </>
      )}
      {reported.length + takenBack.length > 0 && may(desk, 'bureaus.manage') && (
        <>
          <Inset>{words.makeLead}</Inset>
          <Form id="dossier" csrf={csrf} action={paths.absencesOfBureau({ election: election.code, number })}>
            <Button>{words.make}</Button>
          </Form>
        </>
      )}
    </>
  )
}

function unknownColumns(election: string): Column<AbsenceFile['unknown'][number]>[] {
  return [
    {
      heading: words.columns.who,
      isRowHeading: true,
      cell: ({ name, assignmentId }) => (
        <a href={paths.bureauAssignment({ election, assignment: assignmentId })}>{name}</a>
      ),
    },
    { heading: words.role, cell: ({ role }) => roleNames[role] },
  ]
}

function memberColumns(election: string): Column<ReportedMember>[] {
  const { columns } = words
  return [
    {
      heading: columns.who,
      isRowHeading: true,
      cell: ({ name, assignmentId }) => (
        <a href={paths.bureauAssignment({ election, assignment: assignmentId })}>{name}</a>
      ),
    },
    {
      heading: columns.fact,
      cell: factText,
    },
    {
      heading: columns.missed,
      cell: ({ missed = [] }) =>
        missed
          .map(({ checkpoint, reachedAt }) => `${checkpoints[checkpoint]} (${hourOf(reachedAt)})`)
          .join(', ') || words.noMoment,
    },
    { heading: columns.told, cell: toldText },
    {
      heading: columns.weaknesses,
      cell: ({ weaknesses }) => weaknesses.map((one) => texts.weaknesses[one]).join(', ') || words.fine,
    },
  ]
}

function factText({ fact, minutesLate, left }: ReportedMember): string {
  const late = minutesLate === undefined && fact !== 'LATE' ? undefined : words.late(minutesLate)
  if (fact === 'ABSENT') return words.absent
  return [late, left && words.left(hourOf(left.at), left.because)].filter(Boolean).join('. ')
}

function toldText({ told }: ReportedMember): string {
  const arrived = told.findLast((by) => by.arrived)?.arrived
  return arrived ? words.arrived(momentText(arrived.at, 'nl')) : words.notArrived
}

function reportColumns(election: string, number: string): Column<AbsenceReport>[] {
  const { madeColumns } = words
  return [
    {
      heading: madeColumns.version,
      isRowHeading: true,
      cell: ({ version }) => (
        <a href={paths.absenceReport({ election, number, version: String(version) })}>
          {words.version(version)}
        </a>
      ),
    },
    { heading: madeColumns.when, cell: ({ madeAt }) => momentText(madeAt, 'nl') },
    { heading: madeColumns.reported, isNumber: true, cell: ({ reported }) => countText(reported) },
    { heading: madeColumns.takenBack, isNumber: true, cell: ({ takenBack }) => countText(takenBack) },
  ]
}

export async function makeReport(desk: ElectionDesk): Promise<Response> {
  const shown = await shownOf(desk)
  if (!shown) return notFoundPage(desk)
  const { deps, election, staff } = desk
  const { bureauId, number } = shown.bureau
  const made = await reportAbsences(deps, { election, bureauId, by: staff.staffId })
  if (!made.ok) return showBureauAbsences(desk, { dossier: texts.refused[made.because] })
  const address = paths.absencesOfBureau({ election: election.code, number })
  return seeOther(desk, address, made.isNew ? 'absences-reported' : 'absences-same')
}

/** The file as it was made: names, and what is held against people. */
export async function downloadReport(desk: ElectionDesk): Promise<Response> {
  const shown = await shownOf(desk)
  if (!shown) return notFoundPage(desk)
  const { deps, election, staff, context } = desk
  const version = Number(context.req.param('version'))
  const { bureauId, number } = shown.bureau
  try {
    const opened = await openAbsenceReport(deps, { election, bureauId, version, by: staff.staffId })
    if (!opened.ok) return notFoundPage(desk)
    return context.body(new Uint8Array(opened.pdf), 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="afwezigen-${number}-${version}.pdf"`,
      'Cache-Control': 'no-store',
    })
  } catch (error) {
    if (error instanceof AbsenceReportChanged) return showBureauAbsences(desk, { dossier: words.changed })
    throw error
  }
}

export function shownOf({ deps, election, staff, context }: ElectionDesk) {
  const number = context.req.param('number') ?? ''
  return showAbsences(deps, { election, number, by: staff.staffId })
}
