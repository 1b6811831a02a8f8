import { type AuditEntry, showPersonEvents, type WhichVoter } from '../../oversight/index.ts'
import {
  Button,
  countText,
  type FieldErrors,
  Form,
  Table,
  TextField,
} from '../../platform/http/components/index.ts'
import { isId, type VoterId } from '../../platform/ids.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { showPage } from '../show-page.tsx'
import { ledgerColumns } from './entry-columns.tsx'
import { texts } from './texts.nl.ts'

/**
 * Asks why, and of whom when the address does not say it by an opaque id. What is typed is sent by POST, so no number
 * of a person stands in an address.
 */
export function askForLedger(desk: ElectionDesk, errors: FieldErrors = {}) {
  const { election, form, csrf } = desk
  const voter = desk.context.req.param('voter')
  if (voter !== undefined && !isId(voter)) return notFoundPage(desk)
  const { title, lead, leadOfVoter, listNumber, listNumberHint, reason, reasonHint, show } = texts.ledger
  return showPage(
    desk,
    { title, caption: election.name, errors },
    <>
      <p class="desk-lead">{voter ? leadOfVoter : lead}</p>
      <Form csrf={csrf}>
        {!voter && (
          <TextField
            {...{ name: 'listNumber', label: listNumber, hint: listNumberHint, error: errors.listNumber }}
            {...{ inputmode: 'numeric', width: 10, value: form.text('listNumber') }}
          />
        )}
        <TextField
          {...{ name: 'reason', label: reason, hint: reasonHint, error: errors.reason, maxlength: 200 }}
          value={form.text('reason')}
        />
        <Button>{show}</Button>
      </Form>
    </>,
  )
}

/** The ledger of one voter: everything that anybody did about this person or a letter, with who and why. */
export async function showLedger(desk: ElectionDesk) {
  const { election, form, deps } = desk
  const which = whichVoter(desk)
  const reason = form.text('reason').slice(0, 200)
  const missing = {
    ...(!which && { listNumber: texts.ledger.noNumber }),
    ...(!reason && { reason: texts.because['reason-missing'] }),
  }
  if (!which || !reason) return askForLedger(desk, missing)
  const shown = await showPersonEvents(deps, { election, ...which, by: desk.staff.staffId, reason })
  if (!shown.ok) {
    const field = shown.because === 'number-in-text' ? 'reason' : 'listNumber'
    return askForLedger(desk, { [field]: texts.because[shown.because] })
  }
  return showPage(
    desk,
    {
      title: texts.ledger.of(countText(shown.listNumber)),
      caption: election.name,
      trail: [{ href: paths.ledger({ election: election.code }), text: texts.ledger.title }],
    },
    <Entries entries={shown.entries} />,
  )
}

function Entries({ entries }: { entries: readonly AuditEntry[] }) {
  const { told, caption, empty, note } = texts.ledger
  return (
    <>
      <p class="desk-lead">{told}</p>
      <Table {...{ caption, empty, rows: entries, columns: ledgerColumns }} />
      <p>{note}</p>
    </>
  )
}

function whichVoter({ context, form }: ElectionDesk): WhichVoter | undefined {
  const voter = context.req.param('voter')
  if (voter !== undefined) return isId(voter) ? { voterId: voter as VoterId } : undefined
  const typed = form.text('listNumber').replaceAll(/[ .]/g, '')
  return /^[1-9]\d{0,8}$/.test(typed) ? { listNumber: Number(typed) } : undefined
}
