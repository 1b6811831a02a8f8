import {
  callOutcomes,
  keyOfReserve,
  noteReserveCall,
  showPhoneList,
  type ToPhone,
} from '../../../bureaus/index.ts'
import { listStaff } from '../../../municipalities/index.ts'
import { momentText } from '../../../platform/dates.ts'
import {
  Button,
  type Column,
  type FieldErrors,
  Form,
  Pages,
  Table,
} from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { seeOther, showPage } from '../../show-page.tsx'
import { bureauName, fullName } from '../bureau-text.ts'
import { texts as bureauTexts, roles } from '../texts.nl.ts'
import { SeatFor } from './seat-for.tsx'
import { vacancies, phones as words } from './texts.nl.ts'

/** Who can be called in the last days, with a number, what earlier calls came to, and the deed that follows; to print as well. */
export async function showPhones(desk: ElectionDesk, errors: FieldErrors = {}) {
  const { deps, election, staff, context } = desk
  const after = context.req.query('na')
  const { people, hasMore } = await showPhoneList(deps, { election, after, by: staff.staffId })
  const everybody = await listStaff(deps, { municipalityId: election.municipalityId })
  const names = new Map<string, string>(everybody.map(({ staffId, name }) => [staffId, name]))
  const here = paths.reservePhones({ election: election.code })
  const trail = [
    { href: paths.bureaus({ election: election.code }), text: bureauTexts.title },
    { href: paths.vacancies({ election: election.code }), text: vacancies.title },
  ]
  return showPage(
    desk,
    { title: words.title, caption: election.name, trail, errors },
    <>
      <p class="no-print">{words.lead}</p>
      <Table
        {...{ caption: words.caption, empty: words.none, rows: people, columns: columnsFor(desk, names) }}
      />
      <p>{words.volunteerNext}</p>
      <Pages
        next={hasMore ? withQuery(here, { na: keyOfReserve(people.at(-1)!) }) : undefined}
        first={after === undefined ? undefined : here}
      />
    </>,
  )
}

function columnsFor(desk: ElectionDesk, names: ReadonlyMap<string, string>): readonly Column<ToPhone>[] {
  const { columns } = words
  return [
    { heading: columns.who, isRowHeading: true, cell: fullName },
    { heading: columns.as, cell: asWhat },
    {
      heading: columns.phone,
      cell: ({ phone, hasEmail }) => {
        if (phone) return <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a>
        return hasEmail ? words.noPhone : words.noWay
      },
    },
    {
      heading: columns.calls,
      cell: ({ calls }) =>
        calls.length === 0
          ? words.notYet
          : calls.map(({ outcome, calledAt, calledBy }) => (
              <div>{words.called(outcome, momentText(calledAt, 'nl'), names.get(calledBy) ?? calledBy)}</div>
            )),
    },
    { heading: columns.note, cell: (one) => <Outcomes {...{ desk, one }} /> },
    { heading: columns.seat, cell: (one) => <SeatFor {...{ desk, one }} /> },
  ]
}

function asWhat(one: ToPhone): string {
  if ('assignmentId' in one) return `${roles[one.role]}, ${bureauName(one)}`
  return one.functions.includes('RESERVE') ? words.standsBy : words.volunteer
}

function Outcomes({ desk, one }: { desk: ElectionDesk; one: ToPhone }) {
  return (
    <div class="no-print">
      <Form csrf={desk.csrf} action={paths.reservePhones({ election: desk.election.code })}>
        <input type="hidden" name="wie" value={keyOfReserve(one)} />
        {callOutcomes.map((outcome) => (
          <Button kind="secondary" name="uitkomst" value={outcome}>
            {words.outcomes[outcome]}
            <span class="govuk-visually-hidden">{words.of(fullName(one))}</span>
          </Button>
        ))}
      </Form>
    </div>
  )
}

/** Writes down what a call came to; who made it is who is logged in. */
export async function notePhoned(desk: ElectionDesk) {
  const { deps, election, staff, form } = desk
  const outcome = callOutcomes.find((one) => one === form.text('uitkomst'))
  if (!outcome) return showPhones(desk, { uitkomst: words.refused.outcome })
  const call = { election, who: form.text('wie'), outcome, by: staff.staffId }
  const noted = await noteReserveCall(deps, call)
  if (!noted.ok) return showPhones(desk, { uitkomst: words.refused[noted.because] })
  return seeOther(desk, paths.reservePhones({ election: election.code }), 'reserve-phoned')
}
