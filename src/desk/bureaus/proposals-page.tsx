import {
  askedMoves,
  designateAll,
  type ProposedSeat,
  proposalsOf,
  selectAssignments,
} from '../../bureaus/index.ts'
import { momentText } from '../../platform/dates.ts'
import {
  Button,
  type Column,
  FilterForm,
  Form,
  Pages,
  Table,
  TextField,
} from '../../platform/http/components/index.ts'
import { withQuery } from '../../platform/http/path.ts'
import { type AssignmentId, isId } from '../../platform/ids.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { paths } from '../paths.ts'
import { seeOther, showPage } from '../show-page.tsx'
import { bureauName, fullName, originText, seatName } from './bureau-text.ts'
import { AskedMovesList } from './changing/asked-move.tsx'
import { LastDay } from './decide.tsx'
import { proposeTexts, remarksText } from './propose-texts.nl.ts'
import { because, texts } from './texts.nl.ts'
import { SigningSent, signingForm, TickProposal, tickedIn } from './tick-proposal.tsx'

const onPage = 100
const words = texts.proposals

/** What waits for the magistrate: all of it, or of one bureau, a hundred at a time. */
export function showProposals(desk: ElectionDesk) {
  return proposalsPage(desk)
}

async function proposalsPage(desk: ElectionDesk, said?: string) {
  const { election, context, deps, staff } = desk
  const number = context.req.query('bureau')?.trim().toUpperCase() || undefined
  const after = context.req.query('vanaf')
  // Who had to log in again was about to sign for these, and finds no others here.
  const typed = chosen(desk).map(({ assignmentId }) => assignmentId)
  const only = desk.isFormKept && typed.length > 0 ? typed : undefined
  const asked = { election, number, only, after: after && isId(after) ? after : undefined, most: onPage }
  const { proposals, all, hasMore } = await proposalsOf(deps, { ...asked, by: staff.staffId })
  const moves = await inOwnScope(desk, (db) => askedMoves(db, election))
  const here = paths.bureauProposals({ election: election.code })
  return showPage(
    desk,
    {
      ...{ title: words.title, caption: election.name },
      trail: [{ href: paths.bureaus({ election: election.code }), text: texts.title }],
      errors: said ? { tekenen: said } : {},
    },
    <>
      <p class="desk-lead">{words.lead}</p>
      <AskedMovesList {...{ desk, moves }} />
      {all > 0 && <LastDay desk={desk} />}
      <FilterForm label={words.of.label} button={words.of.button} clear={here}>
        <TextField
          {...{ name: 'bureau', label: words.of.field, value: number ?? '', width: 5, maxlength: 8 }}
        />
      </FilterForm>
      {proposals.length > 0 && <p>{words.of1(proposals.length, all)}</p>}
      <Table
        {...{
          caption: words.caption,
          empty: words.empty,
          rows: proposals,
          columns: columnsFor(desk),
          stacks: true,
        }}
      />
      {proposals.length > 0 && <Sign desk={desk} />}
      <Pages
        next={
          hasMore
            ? withQuery(here, { bureau: number, vanaf: proposals.at(-1)!.assignment.assignmentId })
            : undefined
        }
        first={after === undefined ? undefined : withQuery(here, { bureau: number })}
      />
    </>,
  )
}

/** Signs for exactly those who are ticked, as they were shown. */
function Sign({ desk }: { desk: ElectionDesk }) {
  return (
    <Form
      {...{ csrf: desk.csrf, id: signingForm }}
      action={paths.designateProposals({ election: desk.election.code })}
    >
      <SigningSent />
      <p>{words.signHint}</p>
      <Button>{words.sign}</Button>
    </Form>
  )
}

function columnsFor(desk: ElectionDesk): Column<ProposedSeat>[] {
  const { columns } = words
  const { code } = desk.election
  const sent = tickedIn(desk)
  return [
    {
      heading: columns.tick,
      cell: ({ assignment: { assignmentId, version }, member }) => (
        <TickProposal {...{ value: `${assignmentId} ${version}`, who: fullName(member), sent }} />
      ),
    },
    {
      heading: columns.bureau,
      cell: ({ bureau }) => (
        <a href={paths.bureau({ election: code, number: bureau.number })}>{bureauName(bureau)}</a>
      ),
    },
    { heading: columns.seat, cell: ({ assignment }) => seatName(assignment) },
    { heading: columns.who, isRowHeading: true, cell: ({ member }) => fullName(member) },
    { heading: columns.origin, cell: ({ assignment }) => originText(assignment.origin) },
    { heading: proposeTexts.remark, cell: ({ remarks, keptOut }) => remarksText(remarks, keptOut) },
    {
      heading: columns.more,
      cell: ({ assignment, member }) => (
        <a href={paths.bureauAssignment({ election: code, assignment: assignment.assignmentId })}>
          {texts.bureau.timeline}
          <span class="govuk-visually-hidden"> {texts.bureau.timelineOf(fullName(member))}</span>
        </a>
      ),
    },
  ]
}

/** The magistrate's signature under everybody who was on the page. */
export async function sign(desk: ElectionDesk) {
  const { election, deps, staff } = desk
  const steps = chosen(desk)
  if (steps.length === 0) return proposalsPage(desk, words.nobodyTicked)
  const signed = await designateAll(deps, {
    ...{ election, steps, by: staff.staffId, authority: 'magistrate' },
  })
  if (!signed.ok) return proposalsPage(desk, because[signed.because])
  const { designated, refused } = signed
  if (designated.length === 0)
    return proposalsPage(
      desk,
      (await alreadySigned(desk, steps)) ?? because[refused[0]?.because ?? 'no-such-assignment'],
    )
  const done = refused.length > 0 ? 'designated-partly' : 'designated'
  return seeOther(desk, paths.bureauProposals({ election: election.code }), done)
}

/** When all of these are designated already, as after going back and signing once more: that, and since when. */
async function alreadySigned(
  desk: ElectionDesk,
  steps: readonly { readonly assignmentId: AssignmentId }[],
): Promise<string | undefined> {
  const assignments = steps.map(({ assignmentId }) => assignmentId)
  const found = await inOwnScope(desk, (db) => selectAssignments(db, desk.election, { assignments }))
  const moments = found.flatMap(({ axes, designatedAt }) =>
    axes.designation === 'DESIGNATED' && designatedAt ? [designatedAt] : [],
  )
  if (moments.length < steps.length) return undefined
  const last = moments.toSorted((a, b) => a.getTime() - b.getTime()).at(-1)!
  return words.already(moments.length, momentText(last, 'nl'))
}

/** The proposals that a form names, each as it stood on the page. */
function chosen({ form }: ElectionDesk) {
  const named = form.all('voordracht').slice(0, onPage)
  return named.flatMap((typed) => {
    const [id = '', version] = typed.split(' ')
    return isId(id) ? [{ assignmentId: id as string as AssignmentId, version: Number(version) || 0 }] : []
  })
}
