import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import {
  BatchChanged,
  batchFormats,
  type KeptBatch,
  openBatchFile,
  type PaymentReport,
  type ReadBack,
  type ReportFault,
  readBackPayments,
  readPain002,
  readPaymentCsv,
  selectBatches,
} from '../../../bureaus/index.ts'
import { longDate, momentText } from '../../../platform/dates.ts'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  type Column,
  countText,
  type FieldErrors,
  FileField,
  Form,
  Notice,
  SummaryList,
  Table,
} from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import { readUpload } from '../../../platform/http/read-upload.ts'
import { isOurToken } from '../../cookies.ts'
import { type ElectionDesk, inOwnScope } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { showPage } from '../../show-page.tsx'
import { because } from '../texts.nl.ts'
import { trailOf } from './claims-page.tsx'
import { euroText, texts } from './texts.nl.ts'

const words = texts.batch
/** A report on the payments of one batch is a megabyte at most. */
const maxBytes = 4_000_000
const mostShown = 200

/** One batch: its files, and what became of its payments. */
export async function showBatch(desk: ElectionDesk, errors: FieldErrors = {}, read?: ReadBack) {
  const batch = await batchOfAddress(desk)
  if (!batch) return notFoundPage(desk)
  const { election } = desk
  const address = { election: election.code, batch: batch.batchId }
  const trail = [
    ...trailOf(election),
    { href: paths.claims({ election: election.code }), text: texts.claims.title },
    { href: paths.payments({ election: election.code }), text: texts.payments.title },
  ]
  return showPage(
    desk,
    { title: words.title(momentText(batch.madeAt, 'nl')), caption: election.name, trail, errors },
    <>
      {read && <Outcome {...{ desk, read }} />}
      <SummaryList facts={factsOf(batch)} />
      <h2>{words.files}</h2>
      <p>{words.filesLead}</p>
      <ButtonGroup>
        {batchFormats.map((format) => (
          <ButtonLink kind="secondary" href={paths.paymentFile({ ...address, format })}>
            {words[format]}
          </ButtonLink>
        ))}
      </ButtonGroup>
      <h2>{words.report}</h2>
      <p>{words.reportLead}</p>
      <Form csrf={desk.csrf} action={paths.paymentReport(address)} upload>
        <FileField
          {...{ name: 'bestand', label: words.field, error: errors.bestand }}
          accept=".csv,.xml,text/csv,application/xml"
        />
        <Button>{words.button}</Button>
      </Form>
    </>,
  )
}

function factsOf({ payer, payOn, payments, sum, paid, bounced, batchId }: KeptBatch) {
  const { facts } = words
  return [
    { name: facts.payer, value: payer.name },
    { name: facts.account, value: payer.iban },
    { name: facts.payOn, value: longDate(payOn, 'nl') },
    { name: facts.payments, value: countText(payments) },
    { name: facts.sum, value: euroText(sum) },
    { name: facts.paid, value: countText(paid) },
    { name: facts.bounced, value: countText(bounced) },
    { name: facts.open, value: countText(payments - paid - bounced) },
    { name: facts.id, value: batchId },
  ]
}

function Outcome({ desk: { election }, read }: { desk: ElectionDesk; read: ReadBack }) {
  const { faults, bounced, paid, pending, known } = read
  const isTaken = paid + bounced + pending + known > 0
  const claims = withQuery(paths.claims({ election: election.code }), {
    toon: 'incomplete',
    mist: 'came-back',
  })
  return (
    <>
      <Notice kind={isTaken ? 'success' : 'information'}>
        {words.done(read)} {bounced > 0 && <a href={claims}>{words.bouncedNext}</a>}
      </Notice>
      {faults.length > 0 && (
        <Table
          {...{ caption: words.faults.caption, rows: faults.slice(0, mostShown), empty: words.faults.none }}
          columns={faultColumns}
        />
      )}
    </>
  )
}

const faultColumns: readonly Column<ReportFault>[] = [
  { heading: words.faults.row, cell: ({ at }) => countText(at), isRowHeading: true },
  { heading: words.faults.wrong, cell: ({ code }) => words.codes[code] },
]

/** The file for whoever pays: the same bytes each time. */
export async function downloadPayments(desk: ElectionDesk): Promise<Response> {
  const { context, deps, election, staff } = desk
  const batchId = context.req.param('batch') ?? ''
  const format = batchFormats.find((one) => one === context.req.param('format'))
  if (!format) return notFoundPage(desk)
  try {
    const opened = await openBatchFile(deps, { election, batchId, format, by: staff.staffId })
    if (!opened.ok) return notFoundPage(desk)
    return context.body(opened.text, 200, {
      'Content-Type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/xml; charset=utf-8',
      'Content-Disposition': `attachment; filename="${batchId}.${format}"`,
      'Cache-Control': 'no-store',
    })
  } catch (error) {
    if (error instanceof BatchChanged) return showBatch(desk, { bestand: words.noFile })
    throw error
  }
}

/** What the bank or the payer answered, row by row. */
export async function receiveReport(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, context } = desk
  const upload = await readUpload(context, {
    ...{ field: 'bestand', maxBytes, isOurToken: isOurToken(desk), receive: buffer },
  })
  if (!upload.ok) return showBatch(desk, { bestand: words.upload[upload.because] })
  const report = await reportIn(upload.received)
  if (!report) return showBatch(desk, { bestand: words.unreadable })
  const batchId = context.req.param('batch') ?? ''
  const read = await readBackPayments(deps, { election, batchId, report, by: staff.staffId })
  if (read.ok) return showBatch(desk, {}, read)
  if (read.because === 'no-such-batch') return notFoundPage(desk)
  const said = read.because === 'another-batch' ? words.anotherBatch : because[read.because]
  return showBatch(desk, { bestand: said })
}

async function reportIn(file: Buffer): Promise<PaymentReport | undefined> {
  const isXml = /^\s*</.test(file.toString('utf8', 0, 200).replace(/^\ufeff/, ''))
  const read = isXml ? readPain002(file) : await readPaymentCsv(Readable.from([file]))
  return read.ok ? read.report : undefined
}

async function batchOfAddress(desk: ElectionDesk): Promise<KeptBatch | undefined> {
  const batchId = desk.context.req.param('batch') ?? ''
  const found = await inOwnScope(desk, (db) => selectBatches(db, desk.election, { batchId, most: 1 }))
  return found[0]
}
