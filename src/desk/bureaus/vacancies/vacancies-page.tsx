import { Temporal } from 'temporal-polyfill'
import { proposeNext, type ShownVacancy, showVacancies } from '../../../bureaus/index.ts'
import { dayInBelgium } from '../../../platform/dates.ts'
import {
  Button,
  type Column,
  type FieldErrors,
  Figures,
  Form,
  Pages,
  Table,
  Tag,
} from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import { isId, type SeatId } from '../../../platform/ids.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { seeOther, showPage } from '../../show-page.tsx'
import { bureauName, fullName, seatName } from '../bureau-text.ts'
import { because, texts as bureauTexts } from '../texts.nl.ts'
import { phones, vacancies as words } from './texts.nl.ts'

/** Every open seat by how urgent it is, with who comes next and the deed to propose them. */
export async function showVacanciesPage(desk: ElectionDesk, errors: FieldErrors = {}) {
  const { deps, election, staff, context } = desk
  const after = context.req.query('na')
  const found = await showVacancies(deps, { election, after, by: staff.staffId })
  const { all, bureausAlone, shown, hasMore } = found
  const here = paths.vacancies({ election: election.code })
  const trail = [{ href: paths.bureaus({ election: election.code }), text: bureauTexts.title }]
  const today = Temporal.PlainDate.from(dayInBelgium(deps.clock.now()))
  return showPage(
    desk,
    { title: words.title, caption: election.name, trail, errors },
    <>
      <p class="desk-lead">{words.lead}</p>
      <p>{words.until(today.until(election.pollingDay).days)}</p>
      <Figures
        figures={[
          { name: words.figures.open, value: all },
          { name: words.figures.alone, value: bureausAlone },
        ]}
      />
      <p>
        <a href={paths.reservePhones({ election: election.code })}>{phones.link}</a>
      </p>
      <Table {...{ caption: words.caption, empty: words.none, rows: shown, columns: columnsFor(desk) }} />
      {shown.length > 0 && (
        <p>
          {words.sameNext} {words.decides}
        </p>
      )}
      <Pages
        next={hasMore ? withQuery(here, { na: shown.at(-1)!.seat.seatId }) : undefined}
        first={after === undefined ? undefined : here}
      />
    </>,
  )
}

function columnsFor(desk: ElectionDesk): readonly Column<ShownVacancy>[] {
  const { columns } = words
  const election = desk.election.code
  return [
    {
      heading: columns.bureau,
      isRowHeading: true,
      cell: ({ bureau, seat, isAlone }) => (
        <>
          <a href={paths.bureau({ election, number: bureau.number })}>{bureauName(bureau)}</a>{' '}
          {isAlone && seat.role !== 'SUBSTITUTE' && <Tag colour="red">{words.alone}</Tag>}
        </>
      ),
    },
    { heading: columns.seat, cell: ({ seat }) => seatName(seat) },
    { heading: columns.next, cell: nextText },
    { heading: columns.deed, cell: (one) => <Deeds {...{ desk, one }} /> },
  ]
}

function nextText({ next }: ShownVacancy): string {
  if (!next) return words.nobody
  const by = next.drawRank === undefined ? words.by[next.origin] : words.drawn(next.drawRank)
  return `${fullName(next)}; ${by}`
}

function Deeds({ desk, one: { bureau, seat, next } }: { desk: ElectionDesk; one: ShownVacancy }) {
  const election = desk.election.code
  const of = (
    <span class="govuk-visually-hidden">{words.proposeFor(`${seatName(seat)}, ${bureauName(bureau)}`)}</span>
  )
  if (next)
    return (
      <Form csrf={desk.csrf} action={paths.proposeNextForSeat({ election, seat: seat.seatId })}>
        <Button kind="secondary">
          {words.propose}
          {of}
        </Button>
      </Form>
    )
  return (
    <a href={paths.proposeForSeat({ election, number: bureau.number, seat: seat.seatId })}>
      {words.byHand}
      {of}
    </a>
  )
}

/** Proposes whoever comes next at this moment, by the lists or as a volunteer. */
export async function proposeNextHere(desk: ElectionDesk) {
  const { deps, election, staff, context } = desk
  const seat = context.req.param('seat') ?? ''
  if (!isId(seat)) return notFoundPage(desk)
  const proposal = { election, seatId: seat as string as SeatId, by: staff.staffId }
  const proposed = await proposeNext(deps, { ...proposal, authority: 'municipality' })
  if (!proposed.ok) {
    if (proposed.because === 'no-such-seat') return notFoundPage(desk)
    return showVacanciesPage(desk, { wie: because[proposed.because] })
  }
  return seeOther(desk, paths.vacancies({ election: election.code }), 'member-proposed')
}
