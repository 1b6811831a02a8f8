import { actorText, auditText, showPersonEvents } from '../../oversight/index.ts'
import { Table } from '../../platform/http/components/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { momentText } from '../home/day-texts.ts'
import { texts } from './search-texts.nl.ts'
import { notOpened, trailOf, voterIdFrom } from './voter-page.tsx'
import { showVotersPage } from './voters-page.tsx'

/** Everybody who did something about one voter, newest first: also what a citizen may ask (GDPR art. 15). */
export async function showLedger(desk: ElectionDesk) {
  const { deps, election, staff, form } = desk
  const voterId = voterIdFrom(desk)
  const reason = form.text('reden')
  const shown = voterId && (await showPersonEvents(deps, { election, voterId, by: staff.staffId, reason }))
  if (!shown?.ok) return notOpened(desk, shown?.because)
  const { ledger, voter } = texts
  return showVotersPage(
    desk,
    { title: ledger.title, trail: trailOf(desk) },
    <>
      <p class="quiet">{voter.reasonIs(reason)}</p>
      <Table
        caption={ledger.caption}
        columns={[
          { heading: voter.when, cell: ({ happenedAt }) => momentText(happenedAt) },
          { heading: ledger.who, isRowHeading: true, cell: (entry) => actorText(entry) },
          { heading: voter.what, cell: (entry) => auditText(entry) },
        ]}
        rows={shown.entries}
        empty={ledger.none}
      />
    </>,
  )
}
