import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import {
  keptBureaus,
  type PlanRowFault,
  planCsv,
  planGround,
  planJson,
  previewPlan,
  type ReadPlan,
  readPlanCsv,
  readPlanJson,
} from '../../bureaus/index.ts'
import { parseJson } from '../../platform/document.ts'
import {
  Button,
  type Column,
  countText,
  type FieldErrors,
  FileField,
  Form,
  Table,
} from '../../platform/http/components/index.ts'
import { readUpload } from '../../platform/http/read-upload.ts'
import { refused } from '../../platform/result.ts'
import { isOurToken } from '../cookies.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { paths } from '../paths.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { showPage } from '../show-page.tsx'
import { Difference, differenceHash } from './plan-difference.tsx'
import { Adopt, adoptAsSeen } from './plan-page.tsx'
import { texts } from './plan-texts.nl.ts'
import { texts as bureauTexts } from './texts.nl.ts'

const words = texts.file
const maxBytes = 150_000
const mostShown = 200

/** The bureaus as they are, without people, to fill in elsewhere and read in again. */
export async function downloadPlan(desk: ElectionDesk) {
  const { context, election } = desk
  const format = context.req.param('format')
  if (format !== 'bureaus.csv' && format !== 'bureaus.json') return notFoundPage(desk)
  const kept = await inOwnScope(desk, (db) => keptBureaus(db, election))
  const isJson = format === 'bureaus.json'
  const text = isJson ? `${JSON.stringify(planJson(kept), null, 2)}\n` : planCsv(kept)
  return context.body(text, 200, {
    'Content-Type': isJson ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${format}"`,
  })
}

interface Trouble {
  readonly errors?: FieldErrors
  readonly faults?: readonly PlanRowFault[]
}

export function showUpload(desk: ElectionDesk, { errors = {}, faults = [] }: Trouble = {}) {
  return showPage(
    desk,
    { title: words.upload, caption: desk.election.name, trail: trailOf(desk), errors },
    <>
      {faults.length > 0 && <Faults faults={faults} />}
      <p class="desk-lead">{words.uploadLead}</p>
      <Form csrf={desk.csrf} action={paths.bureauPlanUpload({ election: desk.election.code })} upload>
        <FileField
          {...{ name: 'bestand', label: words.field, hint: words.hint, error: errors.bestand }}
          accept=".csv,.json,.xlsx,text/csv,application/json,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        />
        <Button>{words.button}</Button>
      </Form>
    </>,
  )
}

function trailOf({ election: { code } }: ElectionDesk) {
  return [
    { href: paths.bureaus({ election: code }), text: bureauTexts.title },
    { href: paths.bureauPlan({ election: code }), text: texts.title },
  ]
}

/** Shows what the file would change, row by row what is wrong when something is. Nothing is kept of it. */
export async function receivePlan(desk: ElectionDesk) {
  const upload = await readUpload(desk.context, {
    ...{ field: 'bestand', maxBytes, isOurToken: isOurToken(desk), receive: buffer },
  })
  if (!upload.ok) return showUpload(desk, { errors: { bestand: texts.upload[upload.because] } })
  return planOfFile(desk, upload.received)
}

async function planOfFile(desk: ElectionDesk, file: Buffer, isChanged = false) {
  const { election, deps } = desk
  const read = await readPlan(desk, file)
  if (!read.ok) return refusedFile(desk, read)
  const difference = await previewPlan(deps, { election, wanted: read.wanted })
  const fields = { plan: file.toString('base64'), gezien: differenceHash(difference) }
  const errors = isChanged ? { overnemen: texts.preview.changedMeanwhile } : {}
  return showPage(
    desk,
    { title: texts.preview.title, caption: election.name, trail: trailOf(desk), errors },
    <Difference difference={difference} election={desk.election.code}>
      <Adopt
        {...{ desk, difference, fields }}
        action={paths.bureauPlanTakeOver({ election: election.code })}
      />
    </Difference>,
  )
}

function refusedFile(desk: ElectionDesk, read: Exclude<ReadPlan, { ok: true }>) {
  if (!('faults' in read)) return showUpload(desk, { errors: { bestand: words.notAList } })
  const { faults } = read
  return showUpload(desk, { errors: { bestand: words.refused(faults.length) }, faults })
}

/** The file is read again: what a browser sends back is as little trusted as what it sent first. */
export async function takeOver(desk: ElectionDesk) {
  const file = Buffer.from(desk.form.text('plan'), 'base64')
  const read = await readPlan(desk, file)
  if (!read.ok) return refusedFile(desk, read)
  return (await adoptAsSeen(desk, read.wanted)) ?? planOfFile(desk, file, true)
}

async function readPlan(desk: ElectionDesk, file: Buffer): Promise<ReadPlan> {
  const ground = await inOwnScope(desk, (db) => planGround(db, desk.election))
  if (!/^\s*[[{]/.test(file.toString('utf8', 0, 200))) return readPlanCsv(Readable.from([file]), ground)
  const parsed = parseJson(file.toString('utf8'))
  return parsed.ok ? readPlanJson(parsed.document, ground) : refused('not-a-list')
}

function Faults({ faults }: { faults: readonly PlanRowFault[] }) {
  const { caption, none, more } = words.faults
  return (
    <>
      <Table {...{ caption, columns: faultColumns, rows: faults.slice(0, mostShown), empty: none }} />
      {faults.length > mostShown && <p>{more(faults.length - mostShown)}</p>}
    </>
  )
}

function faultText({ code, value = '', article }: PlanRowFault): string {
  const { wrong } = texts.faults[code](value)
  return article ? `${wrong} (${article})` : wrong
}

const faultColumns: readonly Column<PlanRowFault>[] = [
  { heading: words.faults.row, cell: ({ row }) => countText(row), isRowHeading: true },
  { heading: words.faults.column, cell: ({ column }) => column },
  { heading: words.faults.wrong, cell: faultText },
  { heading: words.faults.remedy, cell: ({ code, value = '' }) => texts.faults[code](value).remedy },
]
