import type { CampaignStatus } from '../../delivery/index.ts'
import { Table } from '../../platform/http/components/index.ts'
import { reasonText, todoOf } from './reason-texts.nl.ts'
import { texts } from './texts.nl.ts'

type Group = CampaignStatus['byReason'][number]

/** What did not go as it should, by cause: how many, what it means, what to do. */
export function Causes({ status, troubles }: { status: CampaignStatus; troubles?: string }) {
  const groups = groupsOf(status)
  return (
    <>
      <h2>{texts.causes.title}</h2>
      <Table<Group>
        caption={texts.causes.title}
        hideCaption
        empty={texts.causes.none}
        rows={groups}
        columns={[
          {
            heading: texts.causes.letters,
            cell: ({ count }) => count.toLocaleString('nl-BE'),
            isNumber: true,
          },
          { heading: texts.causes.state, cell: ({ state }) => texts.outcomes[state] },
          {
            heading: texts.causes.means,
            isRowHeading: true,
            cell: ({ reason }) => (
              <>
                {reasonText(reason).means} <code class="quiet">{reason}</code>
              </>
            ),
          },
          { heading: texts.causes.todo, cell: todoOf },
        ]}
      />
      {troubles && groups.length > 0 && (
        <p>
          <a href={troubles}>{texts.causes.more}</a>
        </p>
      )}
    </>
  )
}

/** Reasons that ask something first; what arrived with a reason asks nothing. */
function groupsOf({ byReason }: CampaignStatus): Group[] {
  const order = [
    'unconfirmed',
    'refused',
    'waiting',
    'attempting',
    'unreachable',
    'delivered',
    'inactive',
    'cancelled',
  ]
  return byReason.toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state))
}
