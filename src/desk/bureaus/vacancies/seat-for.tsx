import { keyOfReserve, type ToPhone } from '../../../bureaus/index.ts'
import { Button, Form, Select } from '../../../platform/http/components/index.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { bureauName, fullName, seatName } from '../bureau-text.ts'
import { phones as words } from './texts.nl.ts'

/** Of who said to come: the open seats that they can take, and the deed that gives them one. */
export function SeatFor({ desk, one }: { desk: ElectionDesk; one: ToPhone }) {
  if (one.calls.at(-1)?.outcome !== 'COMES') return null
  if (one.seats.length === 0) return words.noSeat
  const key = keyOfReserve(one)
  return (
    <div class="no-print">
      <Form csrf={desk.csrf} action={paths.reserveToSeat({ election: desk.election.code })}>
        <input type="hidden" name="wie" value={key} />
        <input type="hidden" name="als" value={'assignmentId' in one ? 'lid' : 'vrijwilliger'} />
        <Select
          {...{ name: `plaats-${key}`, label: words.seat(fullName(one)) }}
          choices={one.seats.map(({ bureau, seat }) => ({
            value: seat.seatId,
            label: `${bureauName(bureau)}, ${seatName(seat)}`,
          }))}
        />
        <Button>
          {'assignmentId' in one ? words.callUp : words.propose}
          <span class="govuk-visually-hidden">{words.of(fullName(one))}</span>
        </Button>
      </Form>
    </div>
  )
}
