import type { CampaignStatus } from '../../delivery/index.ts'
import { reasonText, todoOf } from './reason-texts.nl.ts'
import { texts } from './texts.nl.ts'

type Group = CampaignStatus['byReason'][number]

/** What did not go as it should, by cause: how many, what it means, what to do. */
export function Causes({ status, troubles }: { status: CampaignStatus; troubles?: string }) {
  const groups = groupsOf(status)
  return (
    <>
      <h2>{texts.causes.title}</h2>
      {groups.length === 0 && <div class="empty">{texts.causes.none}</div>}
      {groups.map((group) => (
        <Cause group={group} />
      ))}
      {troubles && groups.length > 0 && (
        <p>
          <a href={troubles}>{texts.causes.more}</a>
        </p>
      )}
    </>
  )
}

/** As in the report of a list: on a phone what to do would be the column that is out of sight. */
function Cause({ group }: { group: Group }) {
  const { count, state, reason } = group
  return (
    <section>
      <h3>
        {texts.causes.of(count, texts.outcomes[state])} {reasonText(reason).means}
      </h3>
      <p>
        <strong>{texts.causes.todo}</strong> {todoOf(group)}{' '}
        <span class="quiet">
          ({texts.causes.code} <code>{reason}</code>)
        </span>
      </p>
    </section>
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
