import { accessesOf, type ChairAccess, holders } from '../../../bureaus/index.ts'
import { momentText } from '../../../platform/dates.ts'
import { Button, ButtonGroup, Form, Table, Warning } from '../../../platform/http/components/index.ts'
import { inOwnScope } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { access as words } from './texts.nl.ts'
import type { DayDesk } from './with-day.ts'

export const addressOf = ({ election, day }: DayDesk) => ({
  election: election.code,
  number: day.bureau.number,
})

/** Who has access to this bureau by telephone, a code for who has none, and the way to take it away. */
export async function Access({ desk, error }: { desk: DayDesk; error: string | undefined }) {
  const { csrf, election, day, deps } = desk
  const now = deps.clock.now()
  const rows = await inOwnScope(desk, (db) => accessesOf(db, election, day.bureau.bureauId))
  const free = holders.filter((holder) => !rows.some((one) => one.holder === holder && !one.revokedAt))
  const { columns } = words
  return (
    <section id="toegang">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      {error && <Warning>{error}</Warning>}
      <Table
        {...{ caption: words.caption, hideCaption: true, empty: words.none, rows }}
        columns={[
          { heading: columns.who, isRowHeading: true, cell: ({ holder }) => words.holders[holder] },
          { heading: columns.state, cell: (one) => words.states[stateOf(one, now)] },
          { heading: columns.made, cell: ({ madeAt }) => momentText(madeAt, 'nl') },
          { heading: columns.seen, cell: ({ seenAt }) => (seenAt ? momentText(seenAt, 'nl') : words.never) },
          {
            heading: columns.deed || words.revoke,
            cell: (one) => !one.revokedAt && <Revoke {...{ desk, one }} />,
          },
        ]}
      />
      <p>{words.lost}</p>
      {free.length > 0 && (
        <Form csrf={csrf} action={paths.chairAccess(addressOf(desk))}>
          <ButtonGroup>
            {free.map((holder) => (
              <Button kind="secondary" name="voor" value={holder}>
                {words.make[holder]}
              </Button>
            ))}
          </ButtonGroup>
        </Form>
      )}
    </section>
  )
}

function stateOf({ revokedAt, usedAt, expiresAt }: ChairAccess, now: Date): keyof typeof words.states {
  if (revokedAt) return 'revoked'
  if (expiresAt <= now) return 'over'
  return usedAt ? 'used' : 'waiting'
}

function Revoke({ desk, one }: { desk: DayDesk; one: ChairAccess }) {
  return (
    <Form csrf={desk.csrf} action={paths.revokeChairAccess(addressOf(desk))}>
      <Button kind="warning" name="toegang" value={one.accessId}>
        {words.revoke}
        <span class="govuk-visually-hidden"> {words.revokeOf(words.holders[one.holder])}</span>
      </Button>
    </Form>
  )
}
