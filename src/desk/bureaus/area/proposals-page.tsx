import {
  type AreaElection,
  lastDayToDesignate,
  loadBureauRules,
  mayAsAuthority,
  type ProposedSeat,
  proposalsOf,
  waitingInArea,
} from '../../../bureaus/index.ts'
import { dayInBelgium, longDate } from '../../../platform/dates.ts'
import { Button, type Column, Details, Form, Pages, Table } from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import { isId } from '../../../platform/ids.ts'
import { paths } from '../../paths.ts'
import { showPage } from '../../show-page.tsx'
import { bureauName, fullName, originText, seatName } from '../bureau-text.ts'
import { proposeTexts, remarksText } from '../propose-texts.nl.ts'
import { SigningSent, signingForm, TickProposal, tickedIn } from '../tick-proposal.tsx'
import { inEachMunicipality } from './each-municipality.ts'
import { GoThere } from './go-there.tsx'
import { signedFor } from './signed-for.ts'
import { texts } from './texts.nl.ts'
import type { AreaDesk } from './with-area.ts'

const onPage = 50
const words = texts.proposals

interface Proposal extends ProposedSeat {
  readonly of: AreaElection
}

/** What waits for a signature in all municipalities of the area, fifty at a time. */
export function showAreaProposals(desk: AreaDesk) {
  return areaProposalsPage(desk)
}

export async function areaProposalsPage(desk: AreaDesk, said?: string) {
  const { context, deps, authority } = desk
  const elections = desk.coming.filter(({ election, kind }) =>
    mayAsAuthority(loadBureauRules(election.ruleset), kind, 'designate'),
  )
  // Who had to log in again was about to sign for these, and finds no others here.
  const typed = signedFor(desk.form).map(({ assignmentId }) => assignmentId)
  const only = desk.isFormKept && typed.length > 0 ? typed : undefined
  const from = context.req.query('vanaf')
  const after = from && isId(from) ? from : undefined
  const { waiting, all, hasMore } = await waitingInArea(deps, {
    ...{ authority, elections, what: 'signature', after, only, most: onPage },
  })
  const shown = await inEachMunicipality(desk, waiting, async (of, staff, some) => {
    const asked = { only: some.map(({ assignmentId }) => assignmentId), most: onPage, by: staff.staffId }
    const { proposals } = await proposalsOf(deps, { election: of.election, ...asked })
    return proposals.map((one): Proposal => ({ ...one, of }))
  })
  const rows = shown.flat().sort((one, other) => (idOf(one) < idOf(other) ? -1 : 1))
  const dag = context.req.query('dag')
  const here = withQuery(paths.areaProposals(), { dag })
  return showPage(
    desk,
    {
      ...{ title: words.title, trail: [{ href: paths.start(), text: texts.start.title }] },
      errors: said ? { tekenen: said } : {},
    },
    <>
      <p class="desk-lead">{words.lead}</p>
      {rows.length > 0 && <p>{words.count(String(rows.length), String(all))}</p>}
      <Table
        {...{ caption: words.caption, empty: words.empty, rows, columns: columnsFor(desk), stacks: true }}
      />
      {rows.length > 0 && <Sign {...{ desk, rows }} />}
      <Pages
        next={
          hasMore ? withQuery(paths.areaProposals(), { dag, vanaf: waiting.at(-1)!.assignmentId }) : undefined
        }
        first={after === undefined ? undefined : here}
      />
    </>,
  )
}

const idOf = ({ assignment }: Proposal) => assignment.assignmentId

/** Signs for exactly those who are ticked, as they were shown. */
function Sign({ desk, rows }: { desk: AreaDesk; rows: readonly Proposal[] }) {
  const elections = [...new Set(rows.map(({ of }) => of))]
  return (
    <>
      <Details summary={words.lastDay}>
        <ul>
          {elections.map((of) => (
            <li>{lastDayText(of, desk.deps.clock.now())}</li>
          ))}
        </ul>
      </Details>
      <Form {...{ csrf: desk.csrf, id: signingForm, action: paths.areaDesignate() }}>
        <SigningSent />
        <p>{words.signHint}</p>
        <Button>{words.sign}</Button>
      </Form>
    </>
  )
}

function lastDayText({ election, municipality }: AreaElection, now: Date): string {
  const day = lastDayToDesignate(loadBureauRules(election.ruleset), election)
  const say = dayInBelgium(now) > day ? words.late : words.until
  return say(municipality.name, longDate(day, 'nl'))
}

function columnsFor(desk: AreaDesk): Column<Proposal>[] {
  const { columns } = words
  const sent = tickedIn(desk)
  return [
    {
      heading: columns.tick,
      cell: ({ of, assignment: { assignmentId, version }, member }) => (
        <TickProposal
          {...{ value: `${of.election.electionId} ${assignmentId} ${version}`, who: fullName(member), sent }}
        />
      ),
    },
    {
      heading: columns.municipality,
      cell: ({ of }) =>
        desk.days.length > 1 ? `${of.municipality.name}: ${of.election.name}` : of.municipality.name,
    },
    { heading: columns.bureau, cell: ({ bureau }) => bureauName(bureau) },
    { heading: columns.seat, cell: ({ assignment }) => seatName(assignment) },
    {
      heading: columns.who,
      isRowHeading: true,
      cell: ({ of, assignment, member }) => (
        <GoThere {...{ desk, of, part: 'voordrachten', which: assignment.assignmentId }}>
          {fullName(member)}
        </GoThere>
      ),
    },
    { heading: columns.origin, cell: ({ assignment }) => originText(assignment.origin) },
    { heading: proposeTexts.remark, cell: ({ remarks, keptOut }) => remarksText(remarks, keptOut) },
  ]
}
