import {
  type Claim,
  type ClaimNote,
  type ListedClaim,
  mostMetres,
  noteClaim,
  readIban,
  type ShownClaim,
  showClaim,
} from '../../../bureaus/index.ts'
import { momentText } from '../../../platform/dates.ts'
import {
  Button,
  Details,
  type FieldErrors,
  Form,
  Inset,
  Radios,
  SummaryList,
  Table,
  TextField,
  Warning,
} from '../../../platform/http/components/index.ts'
import { type AssignmentId, isId } from '../../../platform/ids.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { seeOther, showPage } from '../../show-page.tsx'
import { because } from '../texts.nl.ts'
import { seatText, trailOf } from './claims-page.tsx'
import { euroText, texts } from './texts.nl.ts'

const words = texts.claim

/** One claim: what it comes to and why, what is missing, and where that is written down. */
export async function showOneClaim(desk: ElectionDesk, errors: FieldErrors = {}) {
  const listed = await claimOfAddress(desk)
  if (!listed) return notFoundPage(desk)
  const { election } = desk
  const { claim, state, payment } = listed
  const trail = [
    ...trailOf(election),
    { href: paths.claims({ election: election.code }), text: texts.claims.title },
  ]
  return showPage(
    desk,
    { title: listed.name, caption: election.name, trail, errors },
    <>
      {state === 'incomplete' && claim.missing.map((gap) => <Warning>{texts.gaps[gap].todo}</Warning>)}
      <SummaryList facts={factsOf(desk, listed)} />
      <Why claim={claim} />
      {payment ? <Inset>{words.left}</Inset> : <Fields {...{ desk, listed, errors }} />}
    </>,
  )
}

function factsOf({ election }: ElectionDesk, listed: ShownClaim) {
  const { facts } = words
  const { payment, claim, state, assignmentId, accountChangedAt } = listed
  const { fee, travel } = payment ?? claim
  return [
    { name: facts.seat, value: seatText(listed) },
    { name: facts.attendance, value: texts.attendances[listed.facts.attendance] },
    { name: facts.state, value: texts.states[state] },
    { name: facts.fee, value: euroText(fee) },
    { name: facts.travel, value: euroText(travel) },
    { name: facts.total, value: euroText(fee + travel) },
    ...(payment
      ? [
          {
            name: facts.batch,
            value: (
              <a href={paths.paymentBatch({ election: election.code, batch: payment.batchId })}>
                {payment.batchId}
              </a>
            ),
          },
        ]
      : []),
    ...(accountChangedAt
      ? [{ name: facts.account, value: words.accountChanged(momentText(accountChangedAt, 'nl')) }]
      : []),
    ...(listed.sharesAccountWith.length > 0
      ? [{ name: facts.shared, value: <Others election={election.code} others={listed.sharesAccountWith} /> }]
      : []),
    {
      name: words.timeline,
      value: (
        <a href={paths.bureauAssignment({ election: election.code, assignment: assignmentId })}>
          {words.timeline}
        </a>
      ),
    },
  ]
}

/** Without names: who looks there leaves a trace there. */
function Others({ election, others }: { election: string; others: ListedClaim['sharesAccountWith'] }) {
  return (
    <ul class="govuk-list">
      {others.map((assignment, place) => (
        <li>
          <a href={paths.claim({ election, assignment })}>{words.sharedOne(place + 1)}</a>
        </li>
      ))}
    </ul>
  )
}

function Why({ claim }: { claim: Claim }) {
  const { whyColumns } = words
  return (
    <Details summary={words.why}>
      <Table
        caption={words.why}
        hideCaption
        rows={claim.reasons}
        empty={words.noReasons}
        columns={[
          { heading: whyColumns.rule, cell: ({ rule }) => rule, isRowHeading: true },
          { heading: whyColumns.source, cell: ({ source }) => source },
          { heading: whyColumns.mark, cell: ({ mark }) => mark },
        ]}
      />
    </Details>
  )
}

interface FieldsProps {
  readonly desk: ElectionDesk
  readonly listed: ListedClaim
  readonly errors: FieldErrors
}

function Fields({ desk, listed: { facts }, errors }: FieldsProps) {
  const { form, csrf } = desk
  const field = (name: string, kept: string) => ({
    ...{ name, error: errors[name] },
    value: form.has(name) ? form.text(name) : kept,
  })
  const { metres, decided, needed, livesHere } = facts
  return (
    <Form csrf={csrf}>
      <h2>{words.title}</h2>
      <Radios
        {...{ ...field('woont', livesHere ? 'hier' : 'elders'), label: words.lives, hint: words.livesHint }}
        choices={[
          { value: 'hier', label: words.here },
          { value: 'elders', label: words.elsewhere },
        ]}
      />
      <TextField
        {...{ ...field('km', metres === null ? '' : kmText(metres)), label: words.km, hint: words.kmHint }}
        {...{ inputmode: 'decimal', width: 5, maxlength: 8 }}
      />
      {(facts.attendance === 'DISMISSED' || facts.attendance === 'LEFT') && (
        <Radios
          {...{
            ...field('betaald', decided ?? ''),
            label: words.decided[facts.attendance],
            hint: words.decidedHint,
          }}
          choices={[
            { value: 'paid', label: words.paid },
            { value: 'unpaid', label: words.unpaid },
          ]}
        />
      )}
      {facts.role === 'SUBSTITUTE' && (
        <Radios
          {...{ ...field('apart', needed ? 'ja' : 'neen'), label: words.needed, hint: words.neededHint }}
          choices={[
            { value: 'ja', label: words.paid },
            { value: 'neen', label: words.unpaid },
          ]}
        />
      )}
      <TextField
        {...{ ...field('rekening', ''), label: words.account, hint: words.accountHint(facts.accountKnown) }}
        maxlength={50}
      />
      <Button>{words.save}</Button>
    </Form>
  )
}

export async function saveClaim(desk: ElectionDesk): Promise<Response> {
  const listed = await claimOfAddress(desk)
  if (!listed) return notFoundPage(desk)
  const { deps, election, staff } = desk
  const read = noteFrom(desk)
  if (!read.ok) return showOneClaim(desk, read.errors)
  const { assignmentId } = listed
  const done = await noteClaim(deps, { election, assignmentId, note: read.note, by: staff.staffId })
  if (!done.ok) return showOneClaim(desk, { woont: because[done.because] })
  return seeOther(desk, paths.claim({ election: election.code, assignment: assignmentId }), 'claim-noted')
}

function noteFrom({
  form,
}: ElectionDesk): { ok: true; note: ClaimNote } | { ok: false; errors: FieldErrors } {
  const metres = metresOf(form.text('km'))
  const iban = readIban(form.text('rekening'))
  const isAccountWrong = !iban.ok && iban.because !== 'no-account'
  const errors: FieldErrors = {
    ...(metres === null && { km: words.kmWrong }),
    ...(isAccountWrong && { rekening: words.accountWrong }),
  }
  if (metres === null || Object.keys(errors).length > 0) return { ok: false, errors }
  const decided = (['paid', 'unpaid'] as const).find((one) => one === form.text('betaald'))
  return {
    ok: true,
    note: {
      ...{ livesHere: form.text('woont') === 'hier', metres, decided, needed: form.text('apart') === 'ja' },
      iban: iban.ok ? iban.iban : undefined,
    },
  }
}

/** `24,6` as metres; `undefined`: nothing was typed; `null`: it is no distance. */
function metresOf(typed: string): number | null | undefined {
  if (typed === '') return undefined
  if (!/^\d{1,4}([.,]\d{1,3})?$/.test(typed)) return null
  const [whole, part = ''] = typed.split(/[.,]/)
  const metres = Number(whole) * 1000 + Number(part.padEnd(3, '0'))
  return metres <= mostMetres ? metres : null
}

function kmText(metres: number): string {
  return String(metres / 1000).replace('.', ',')
}

async function claimOfAddress(desk: ElectionDesk): Promise<ShownClaim | undefined> {
  const asked = desk.context.req.param('assignment') ?? ''
  if (!isId(asked)) return undefined
  const { election, deps, staff } = desk
  return showClaim(deps, { election, assignmentId: asked as AssignmentId, by: staff.staffId })
}
