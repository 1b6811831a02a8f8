import {
  callUpWithLetter,
  distanceInDutch,
  type ReserveToCall,
  showReserves,
} from '../../../bureaus/index.ts'
import { dayInBelgium } from '../../../platform/dates.ts'
import { Button, Form, Inset, Table } from '../../../platform/http/components/index.ts'
import { type AssignmentId, isId } from '../../../platform/ids.ts'
import { may } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { seeOther, showPage } from '../../show-page.tsx'
import { bureauName, seatName } from '../bureau-text.ts'
import { wordsFor } from '../excuses/decide.ts'
import { texts as bureauTexts } from '../texts.nl.ts'
import { addressOf } from './access-part.tsx'
import { nameOf } from './day-text.ts'
import { page, reserve as words } from './texts.nl.ts'
import type { DayDesk } from './with-day.ts'

/** Who can be sent to an empty seat, with a telephone number; each number that is shown is in the log. */
export async function showReserve(desk: DayDesk, errors: Readonly<Record<string, string>> = {}) {
  const { deps, election, day, staff, context, csrf } = desk
  const { bureau } = day
  const seatId = context.req.param('seat') ?? ''
  const found = await showReserves(deps, { election, bureau, seatId, by: staff.staffId })
  if (!found.ok) return notFoundPage(desk)
  const { seat, reserves, standsBy } = found
  const isToday = dayInBelgium(deps.clock.now()) === election.pollingDay
  const trail = [
    { href: paths.bureauBoard({ election: election.code }), text: words.board },
    { href: paths.bureauDay(addressOf(desk)), text: page.title(bureauName(bureau)) },
  ]
  const send = (one: ReserveToCall) => (
    <Form csrf={csrf}>
      <Button kind="secondary" name="wie" value={one.assignmentId}>
        {words.send}
        <span class="govuk-visually-hidden"> {nameOf(one)}</span>
      </Button>
    </Form>
  )
  const { columns } = words
  return showPage(
    desk,
    { title: words.title(seatName(seat)), caption: bureauName(bureau), trail, errors },
    <>
      <p>{words.lead}</p>
      <Table
        {...{ caption: words.caption, empty: words.none, rows: reserves }}
        columns={[
          { heading: columns.who, isRowHeading: true, cell: nameOf },
          {
            heading: columns.phone,
            cell: ({ phone }) =>
              phone ? <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a> : words.noPhone,
          },
          { heading: columns.where, cell: (one) => [bureauName(one), one.place].filter(Boolean).join(', ') },
          {
            heading: columns.distance,
            cell: ({ metres }) => (metres === undefined ? words.noDistance : distanceInDutch(metres)),
          },
          { heading: columns.state, cell: ({ isThere }) => (isThere ? words.there : words.notThere) },
          ...(may(desk, 'bureaus.manage') ? [{ heading: columns.deed, cell: send }] : []),
        ]}
      />
      {standsBy.length > 0 && (
        <>
          <Table
            {...{ caption: words.standsBy.caption, empty: '', rows: standsBy }}
            columns={[
              { heading: columns.who, isRowHeading: true, cell: nameOf },
              {
                heading: columns.phone,
                cell: ({ phone }) =>
                  phone ? <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a> : words.noPhone,
              },
            ]}
          />
          <p>{isToday ? words.standsBy.today : words.standsBy.before}</p>
        </>
      )}
      {may(desk, 'bureaus.manage') && (
        <Inset>
          <a href={paths.proposeForSeat({ ...addressOf(desk), seat: seat.seatId })}>{words.propose}</a>
        </Inset>
      )}
      <p>
        {bureauTexts.roles[seat.role]}: {words.chairToo}
      </p>
    </>,
  )
}

/** The reserve is on the way to this seat: called up, and noted as there by the chair. */
export async function sendReserve(desk: DayDesk) {
  const { deps, election, form, staff, context } = desk
  const [assignmentId, toSeat] = [form.text('wie'), context.req.param('seat') ?? '']
  const seat = desk.day.seats.find(({ seatId }) => seatId === toSeat)
  if (!seat || !isId(assignmentId)) return notFoundPage(desk)
  const step = { election, assignmentId: assignmentId as string as AssignmentId, toSeat: seat.seatId }
  const act = { ...step, by: staff.staffId, authority: 'municipality' } as const
  const sent = await callUpWithLetter({ ...deps, portalUrl: deps.config.PORTAL_URL }, act)
  if (!sent.ok) return showReserve(desk, { wie: wordsFor(sent.because) })
  return seeOther(desk, paths.bureauDay(addressOf(desk)), 'reserve-sent')
}
