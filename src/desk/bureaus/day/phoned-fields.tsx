import {
  canBeCorrected,
  checkpoints,
  corrections,
  type DeedKind,
  incidentKinds,
  isThere,
  longestNote,
} from '../../../bureaus/index.ts'
import {
  Checkboxes,
  type FieldErrors,
  Radios,
  Select,
  TextArea,
  TextField,
} from '../../../platform/http/components/index.ts'
import { seatName } from '../bureau-text.ts'
import { nameOf } from './day-text.ts'
import { checkpoints as checkpointNames, incidents, phoned as words } from './texts.nl.ts'
import type { DayDesk } from './with-day.ts'

interface Props {
  readonly desk: DayDesk
  readonly kind: DeedKind
  readonly errors: FieldErrors
}

/** What one deed asks, beside who phoned and when. */
export function DeedFields(props: Props) {
  const { desk, kind, errors } = props
  const { form } = desk
  const typed = (name: string) => ({ name, error: errors[name], value: form.text(name) || undefined })
  switch (kind) {
    case 'check-in':
    case 'note-absent':
    case 'swear':
      return <Who {...props} />
    case 'correct':
      return (
        <>
          <Who {...props} />
          <Radios
            {...{ ...typed('to'), label: words.to, hint: words.toHint }}
            choices={corrections.map((value) => ({ value, label: words.corrections[value] }))}
          />
        </>
      )
    case 'dismiss':
    case 'leave':
      return (
        <>
          <Who {...props} />
          <TextArea
            {...{ ...typed('reason'), label: words.reason, maxlength: longestNote }}
            hint={kind === 'leave' ? words.leaveHint : undefined}
          />
        </>
      )
    case 'call-up':
      return (
        <>
          <Who {...props} />
          <EmptySeats {...props} />
        </>
      )
    case 'appoint':
      return (
        <>
          <EmptySeats {...props} />
          <TextField
            {...{ ...typed('listNumber'), label: words.listNumber, inputmode: 'numeric', width: 10 }}
            maxlength={7}
          />
          <TextField {...{ ...typed('lastName'), label: words.lastName, maxlength: 100 }} />
          <Checkboxes
            {...{ name: 'sworn', label: words.sworn, error: errors.sworn, values: form.all('sworn') }}
            choices={[{ value: 'ja', label: words.didSwear }]}
          />
        </>
      )
    case 'checkpoint':
      return (
        <Radios
          {...{ ...typed('checkpoint'), label: words.checkpoint }}
          choices={checkpoints
            .filter((one) => desk.day.open.includes(one))
            .map((value) => ({ value, label: checkpointNames[value] }))}
        />
      )
    case 'incident':
      return (
        <>
          <Select
            {...{ ...typed('incident'), label: words.incident }}
            choices={incidentKinds.map((value) => ({ value, label: incidents[value] }))}
          />
          <TextArea {...{ ...typed('note'), label: words.note, maxlength: longestNote }} />
        </>
      )
  }
}

/** Whom the deed can be about, as they stand now; the server judges again. */
function Who({ desk: { form, day }, kind, errors }: Props) {
  const people = day.seats.flatMap((seat) =>
    seat.people
      .filter((person) => {
        if (kind === 'check-in' || kind === 'note-absent') return person.standing === 'EXPECTED'
        if (kind === 'correct') return canBeCorrected(person)
        if (kind === 'swear') return isThere(person) && !person.swornAt && seat.oath !== undefined
        return kind === 'call-up' ? isThere(person) && seat.role === 'SUBSTITUTE' : isThere(person)
      })
      .map((person) => ({ value: person.assignmentId, label: `${nameOf(person)}, ${seatName(seat)}` })),
  )
  return (
    <Select
      {...{
        name: 'assignmentId',
        label: words.who,
        error: errors.assignmentId,
        value: form.text('assignmentId'),
      }}
      choices={[{ value: '', label: '' }, ...people]}
    />
  )
}

function EmptySeats({ desk: { form, day }, errors }: Props) {
  const seats = day.seats.filter(({ isTaken, role }) => !isTaken && role !== 'SUBSTITUTE')
  return (
    <Select
      {...{ name: 'seatId', label: words.seat, error: errors.seatId, value: form.text('seatId') }}
      choices={[
        { value: '', label: '' },
        ...seats.map((seat) => ({ value: seat.seatId, label: seatName(seat) })),
      ]}
    />
  )
}
