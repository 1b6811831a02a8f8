import { excusesPerPage, type ListedExcuse, listExcuses } from '../../../bureaus/index.ts'
import { momentText } from '../../../platform/dates.ts'
import { ButtonLink, type Column, Pages, Table, Tag } from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import { type ExcuseId, isId } from '../../../platform/ids.ts'
import { type ElectionDesk, inOwnScope, may } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { showPage } from '../../show-page.tsx'
import { texts } from './texts.nl.ts'

/** Who asks not to sit: what waits, or with `toon=beslist` what was decided. */
export async function showExcuses(desk: ElectionDesk) {
  const { election, context } = desk
  const asked = context.req.query('na') ?? ''
  const after = isId(asked) ? (asked as ExcuseId) : undefined
  const areOpen = context.req.query('toon') !== 'beslist'
  const found = await inOwnScope(desk, (db) => listExcuses(db, election, { areOpen, after }))
  const rows = found.slice(0, excusesPerPage)
  const here = withQuery(paths.excuses({ election: election.code }), areOpen ? {} : { toon: 'beslist' })
  const next = found.length > excusesPerPage ? withQuery(here, { na: rows.at(-1)!.excuseId }) : undefined
  const words = texts.list
  return showPage(
    desk,
    { title: words.title, caption: election.name },
    <>
      <p class="desk-lead">{words.lead}</p>
      <Actions desk={desk} />
      <Table
        caption={areOpen ? words.open : words.decided}
        columns={columnsFor(election.code)}
        rows={rows}
        empty={areOpen ? words.noneOpen : words.noneDecided}
      />
      <Pages next={next} first={after && here} />
      <p>
        <a
          href={
            areOpen
              ? withQuery(paths.excuses({ election: election.code }), { toon: 'beslist' })
              : paths.excuses({ election: election.code })
          }
        >
          {areOpen ? words.toDecided : words.toOpen}
        </a>
      </p>
    </>,
  )
}

function Actions({ desk }: { desk: ElectionDesk }) {
  const address = { election: desk.election.code }
  return (
    <>
      {may(desk, 'bureaus.manage') && (
        <ButtonLink kind="secondary" href={paths.answering(address)}>
          {texts.list.record}
        </ButtonLink>
      )}
      {may(desk, 'bureaus.decide') && (
        <ButtonLink kind="secondary" href={paths.readerKey(address)}>
          {texts.key.title}
        </ButtonLink>
      )}
    </>
  )
}

function columnsFor(election: string): readonly Column<ListedExcuse>[] {
  const { columns, inTime, late } = texts.list
  return [
    {
      heading: columns.who,
      isRowHeading: true,
      cell: ({ excuseId, name }) => <a href={paths.excuse({ election, excuse: excuseId })}>{name}</a>,
    },
    { heading: columns.seat, cell: seatText },
    { heading: columns.asked, cell: ({ askedAt }) => momentText(askedAt, 'nl') },
    {
      heading: columns.inTime,
      cell: (one) => <Tag colour={one.inTime ? 'green' : 'yellow'}>{one.inTime ? inTime : late}</Tag>,
    },
    { heading: columns.documents, isNumber: true, cell: ({ documents }) => documents },
    { heading: columns.state, cell: stateText },
  ]
}

export function seatText({ role, kind, number }: Pick<ListedExcuse, 'role' | 'kind' | 'number'>): string {
  return `${texts.roles[role]}, ${texts.bureaus[kind]} ${number}`
}

export function stateText({ outcome, isAfter, completeAt, moreAsked, moreAddedAt }: ListedExcuse): string {
  if (outcome) return texts.outcomes[outcome]
  if (isAfter) return texts.states.after
  if (completeAt) return texts.states.complete
  if (moreAsked && moreAddedAt) return texts.states.added
  return moreAsked ? texts.states.more : texts.states.asked
}
