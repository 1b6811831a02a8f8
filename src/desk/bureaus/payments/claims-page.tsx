import {
  bureauDay,
  type ClaimCounts,
  type ClaimGap,
  type ClaimState,
  claimGaps,
  claimStates,
  type ListedClaim,
  listClaims,
  loadBureauRules,
} from '../../../bureaus/index.ts'
import type { Election } from '../../../elections/index.ts'
import { longDate } from '../../../platform/dates.ts'
import {
  ButtonGroup,
  ButtonLink,
  type Column,
  Figures,
  Inset,
  Pages,
  SubNavigation,
  Table,
} from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import { type AssignmentId, isId } from '../../../platform/ids.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { showPage } from '../../show-page.tsx'
import { bureauName } from '../bureau-text.ts'
import { texts as bureauTexts, roles } from '../texts.nl.ts'
import { euroText, texts } from './texts.nl.ts'

const onPage = 50
const sharedView = { rekening: 'gedeeld' }
const words = texts.claims

/** Who is owed what: the sums, what is missing, and the claims in one state, fifty at a time. */
export async function showClaims(desk: ElectionDesk) {
  const { election, deps, staff, context } = desk
  const isShared = context.req.query('rekening') === 'gedeeld'
  const inState = claimStates.find((one) => one === context.req.query('toon')) ?? 'incomplete'
  const gap = claimGaps.find((one) => one === context.req.query('mist'))
  const asked = context.req.query('na') ?? ''
  const after = isId(asked) ? (asked as AssignmentId) : undefined
  const state = isShared ? 'shared' : inState
  const found = await listClaims(deps, { election, state, gap, after, most: onPage, by: staff.staffId })
  const { counts, shared, claims, hasMore } = found
  const title = { title: words.title, caption: election.name, trail: trailOf(election) }
  if (Object.values(counts.states).every(({ many }) => many === 0))
    return showPage(desk, title, <div class="empty">{words.nobody}</div>)
  const here = paths.claims({ election: election.code })
  const view = isShared ? sharedView : { toon: inState, mist: gap }
  return showPage(
    desk,
    title,
    <>
      <Lead election={election} />
      <Figures
        figures={claimStates.map((one) => ({
          name: texts.states[one],
          value: counts.states[one].many,
          ...(counts.states[one].cents > 0 && { note: euroText(counts.states[one].cents) }),
        }))}
      />
      <ButtonGroup>
        <ButtonLink href={paths.payments({ election: election.code })}>{words.toPayments}</ButtonLink>
      </ButtonGroup>
      <Missing {...{ election, gaps: counts.gaps, gap }} />
      {shared.size > 0 && (
        <Inset>
          <p>{words.shared(shared.size)}</p>
          <p>
            <a href={withQuery(here, sharedView)}>{words.showShared}</a>
          </p>
        </Inset>
      )}
      <SubNavigation
        label={words.label}
        current={withQuery(here, isShared ? sharedView : { toon: inState })}
        links={claimStates.map((one) => ({ href: withQuery(here, { toon: one }), text: texts.states[one] }))}
      />
      <Table
        {...{
          caption: isShared ? words.sharedCaption : captionOf(inState, gap),
          empty: words.empty,
          rows: claims,
        }}
        columns={columnsFor(election.code)}
      />
      <Pages
        next={hasMore ? withQuery(here, { ...view, na: claims.at(-1)!.assignmentId }) : undefined}
        first={after && withQuery(here, view)}
      />
    </>,
  )
}

export function trailOf({ code }: Election) {
  return [{ href: paths.bureaus({ election: code }), text: bureauTexts.title }]
}

export function payerText({ ruleset }: Election): string {
  return texts.payers[loadBureauRules(ruleset).pay.payer.value]
}

function Lead({ election }: { election: Election }) {
  const day = bureauDay(election, loadBureauRules(election.ruleset).pay.payDeadline)
  return (
    <p class="desk-lead">
      {words.lead(payerText(election))} {day && words.until(longDate(day, 'nl'))}
    </p>
  )
}

function captionOf(state: ClaimState, gap: ClaimGap | undefined): string {
  return gap ? `${texts.states[state]}: ${texts.gaps[gap].short}` : texts.states[state]
}

interface MissingProps {
  readonly election: Election
  readonly gaps: ClaimCounts['gaps']
  readonly gap: ClaimGap | undefined
}

function Missing({ election, gaps, gap }: MissingProps) {
  if (gaps.size === 0) return null
  const here = paths.claims({ election: election.code })
  return (
    <>
      <h2>{words.missing}</h2>
      <ul>
        {[...gaps].map(([one, many]) => (
          <li>
            <a href={withQuery(here, { toon: 'incomplete', mist: one })}>{texts.gaps[one].short}</a>:{' '}
            {words.missingOf(many)}
          </li>
        ))}
        {gap && (
          <li>
            <a href={here}>{words.all}</a>
          </li>
        )}
      </ul>
    </>
  )
}

function columnsFor(election: string): Column<ListedClaim>[] {
  const { columns } = words
  return [
    {
      heading: columns.who,
      isRowHeading: true,
      cell: ({ assignmentId, name }) => (
        <a href={paths.claim({ election, assignment: assignmentId })}>{name}</a>
      ),
    },
    { heading: columns.seat, cell: seatText },
    { heading: columns.fee, isNumber: true, cell: ({ payment, claim }) => euroText((payment ?? claim).fee) },
    {
      heading: columns.travel,
      isNumber: true,
      cell: ({ payment, claim }) => euroText((payment ?? claim).travel),
    },
    {
      heading: columns.gaps,
      cell: ({ state, claim, sharesAccountWith }) =>
        [
          ...(state === 'incomplete' ? claim.missing.map((gap) => texts.gaps[gap].short) : []),
          ...(sharesAccountWith.length > 0 ? [words.sharedShort] : []),
        ].join(', '),
    },
  ]
}

export function seatText(one: Pick<ListedClaim, 'role' | 'kind' | 'number'>): string {
  return `${roles[one.role]}, ${bureauName(one)}`
}
