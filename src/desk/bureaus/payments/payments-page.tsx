import {
  claimCounts,
  type Exported,
  type ExportRefusal,
  exportClaims,
  type KeptBatch,
  mostInBatch,
  readIban,
  selectBatches,
} from '../../../bureaus/index.ts'
import { longDate, momentText } from '../../../platform/dates.ts'
import { isEnterpriseNumber } from '../../../platform/enterprise-number.ts'
import {
  Button,
  type Column,
  countText,
  DateField,
  type FieldErrors,
  Form,
  Inset,
  Pages,
  Table,
  TextField,
  Warning,
} from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import { type ElectionDesk, inOwnScope } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { seeOther, showPage } from '../../show-page.tsx'
import { dayOf, typedDate } from '../../typed-day.ts'
import { payerText, trailOf } from './claims-page.tsx'
import { euroText, texts } from './texts.nl.ts'

const onPage = 50
const words = texts.payments

/** What left for payment, the newest first, and the form for the next batch. */
export async function showPayments(
  desk: ElectionDesk,
  errors: FieldErrors = {},
  leftOut: Exported['leftOut'] = [],
) {
  const { election, context } = desk
  const before = context.req.query('voor') || undefined
  const { batches, complete } = await inOwnScope(desk, async (db) => ({
    batches: await selectBatches(db, election, { before, most: onPage + 1 }),
    complete: (await claimCounts(db, election)).states.complete,
  }))
  const rows = batches.slice(0, onPage)
  const here = paths.payments({ election: election.code })
  const trail = [
    ...trailOf(election),
    { href: paths.claims({ election: election.code }), text: texts.claims.title },
  ]
  return showPage(
    desk,
    { title: words.title, caption: election.name, trail, errors },
    <>
      {leftOut.length > 0 && <LeftOut {...{ election: election.code, leftOut }} />}
      <p class="desk-lead">{words.lead(payerText(election))}</p>
      <Table {...{ caption: words.caption, empty: words.none, rows, columns: columnsFor(election.code) }} />
      <Pages
        next={batches.length > onPage ? withQuery(here, { voor: rows.at(-1)!.batchId }) : undefined}
        first={before && here}
      />
      <h2>{words.make}</h2>
      {complete.many === 0 ? (
        <Inset>{words.nothingReady}</Inset>
      ) : (
        <>
          <p>
            {words.ready(complete.many, euroText(complete.cents))}{' '}
            {complete.many > mostInBatch && words.most(mostInBatch)}
          </p>
          <Order {...{ desk, errors, last: rows[0] }} />
        </>
      )}
    </>,
  )
}

/** Complete, and left behind all the same: what to put right first. */
function LeftOut({ election, leftOut }: { election: string; leftOut: Exported['leftOut'] }) {
  return (
    <>
      <Warning>{words.leftOut}</Warning>
      <ul>
        {leftOut.map(({ assignmentId, because }, place) => (
          <li>
            <a href={paths.claim({ election, assignment: assignmentId })}>{words.leftOne(place + 1)}</a>:{' '}
            {words.refused[because]}
          </li>
        ))}
      </ul>
    </>
  )
}

function columnsFor(election: string): Column<KeptBatch>[] {
  const { columns } = words
  return [
    {
      heading: columns.made,
      isRowHeading: true,
      cell: ({ batchId, madeAt }) => (
        <a href={paths.paymentBatch({ election, batch: batchId })}>{momentText(madeAt, 'nl')}</a>
      ),
    },
    { heading: columns.payOn, cell: ({ payOn }) => longDate(payOn, 'nl') },
    { heading: columns.payments, isNumber: true, cell: ({ payments }) => countText(payments) },
    { heading: columns.sum, isNumber: true, cell: ({ sum }) => euroText(sum) },
    { heading: columns.paid, isNumber: true, cell: ({ paid }) => countText(paid) },
    { heading: columns.bounced, isNumber: true, cell: ({ bounced }) => countText(bounced) },
  ]
}

interface OrderProps {
  readonly desk: ElectionDesk
  readonly errors: FieldErrors
  /** Whoever paid the last one pays the next. */
  readonly last: KeptBatch | undefined
}

function Order({ desk: { form, csrf }, errors, last }: OrderProps) {
  const field = (name: string, kept = '') => ({
    ...{ name, error: errors[name] },
    value: form.has(name) ? form.text(name) : kept,
  })
  return (
    <Form csrf={csrf}>
      <TextField
        {...{ ...field('naam', last?.payer.name), label: words.name, hint: words.nameHint, maxlength: 70 }}
      />
      <TextField
        {...{ ...field('nummer', last?.payer.enterpriseNumber), label: words.number }}
        {...{ inputmode: 'numeric', width: 20, maxlength: 14 }}
      />
      <TextField {...{ ...field('rekening', last?.payer.iban), label: words.account, maxlength: 50 }} />
      <DateField
        {...{ name: 'dag', label: words.day, error: errors.dag }}
        value={typedDate((name) => form.text(name), 'dag')}
      />
      <Button>{words.button}</Button>
    </Form>
  )
}

export async function makePayments(desk: ElectionDesk): Promise<Response> {
  const { deps, election, form, staff } = desk
  const name = form.text('naam')
  const number = form.text('nummer').replaceAll(/[\s.]/g, '')
  const account = readIban(form.text('rekening'))
  const payOn = dayOf(typedDate((part) => form.text(part), 'dag'))
  const errors: FieldErrors = {
    ...(!name && { naam: words.nameMissing }),
    ...(number && !isEnterpriseNumber(number) && { nummer: words.numberWrong }),
    ...(!account.ok && { rekening: words.accountWrong }),
    ...(!payOn && { dag: words.dayWrong }),
  }
  if (!account.ok || !payOn || Object.keys(errors).length > 0) return showPayments(desk, errors)
  const payer = { name, iban: account.iban, ...(number && { enterpriseNumber: number }) }
  const made = await exportClaims(deps, { election, payer, payOn, by: staff.staffId })
  if (!made.ok) return showPayments(desk, { [fieldOf(made.because)]: words.refused[made.because] })
  if (made.leftOut.length > 0) return showPayments(desk, {}, made.leftOut)
  const address = paths.paymentBatch({ election: election.code, batch: made.batchId })
  return seeOther(desk, address, 'payments-exported')
}

function fieldOf(because: ExportRefusal): string {
  if (because === 'day-past' || because === 'pay-day') return 'dag'
  return because === 'payer-account' ? 'rekening' : 'naam'
}
