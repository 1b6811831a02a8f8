import {
  canBeCorrected,
  type DayOfBureau,
  type DayPerson,
  type DaySeat,
  isInSeat,
  isThere,
} from '../../bureaus/index.ts'
import { Details, Tag, type TagColour, TextField } from '../../platform/http/components/index.ts'
import type { ChairVisit } from './chair-door.ts'
import { Correct, EarlierOath } from './correct-part.tsx'
import { DeedForm, WideButton } from './deed-form.tsx'
import { hourOf } from './hour-of.ts'
import { Leaves, Returns } from './leave-part.tsx'
import { nameOf } from './name-of.ts'
import { standings, texts } from './words.nl.ts'

interface SeatsProps {
  readonly visit: ChairVisit
  readonly day: DayOfBureau
  readonly typed: Readonly<Record<string, string>>
}

/** Every seat with who has it, and what can be done there. */
export function Seats({ visit, day, typed }: SeatsProps) {
  const substitutes = day.seats
    .filter(({ role }) => role === 'SUBSTITUTE')
    .flatMap(({ people }) => people.filter(isInSeat))
  return (
    <>
      <h2>{texts.people}</h2>
      {day.seats.map((seat) => (
        <section class="portal-card bureau-seat" aria-label={nameOfSeat(seat)}>
          <h3>{nameOfSeat(seat)}</h3>
          {seat.people.length === 0 && <p>{texts.nobody}</p>}
          {seat.people.map((person) => (
            <Person {...{ visit, seat, person, typed }} />
          ))}
          {!seat.isTaken && <Fill {...{ visit, seat, substitutes, typed }} />}
        </section>
      ))}
    </>
  )
}

const nameOfSeat = ({ role, ordinal }: DaySeat) => `${texts.roles[role]} ${ordinal}`

interface PersonProps extends Pick<SeatsProps, 'visit' | 'typed'> {
  readonly seat: DaySeat
  readonly person: DayPerson
}

const colours: Readonly<Record<DayPerson['standing'], TagColour>> = {
  EXPECTED: 'blue',
  ASKING: 'yellow',
  PRESENT: 'green',
  LATE: 'yellow',
  ABSENT: 'red',
  DISMISSED: 'grey',
  LEFT: 'red',
}

function Person(props: PersonProps) {
  const { person } = props
  const { standing, arrivedAt, minutesLate, swornAt, isOnTheSpot, sentHome, left } = person
  const known = [
    isOnTheSpot && texts.onTheSpot,
    arrivedAt && (isThere(person) ? texts.at : texts.came)(hourOf(arrivedAt)),
    minutesLate && texts.late(minutesLate),
    swornAt && texts.sworn(hourOf(swornAt)),
    sentHome && texts.sentHome(hourOf(sentHome.at), sentHome.reason),
    left && texts.left(hourOf(left.at), left.reason),
  ]
  return (
    <div data-about={person.assignmentId}>
      <p class="bureau-person">
        <strong>{nameOf(person)}</strong> <Tag colour={colours[standing]}>{standings[standing]}</Tag>{' '}
        {known.filter(Boolean).join(', ')}
      </p>
      {(standing === 'EXPECTED' || standing === 'ASKING') && <Arrive {...props} />}
      {isThere(person) && <There {...props} />}
      {isThere(person) && <Leaves {...props} name={nameOf(person)} />}
      {standing === 'LEFT' ? (
        <Returns {...props} name={nameOf(person)} />
      ) : (
        canBeCorrected(person) && <Correct {...props} name={nameOf(person)} />
      )}
    </div>
  )
}

function Arrive({ visit, person, typed }: PersonProps) {
  const about = { assignmentId: person.assignmentId }
  const hour = `hour.${person.assignmentId}`
  return (
    <>
      <DeedForm {...{ visit, kind: 'check-in', about }}>
        <WideButton>
          {texts.present}
          <span class="govuk-visually-hidden">{texts.presentOf(nameOf(person))}</span>
        </WideButton>
      </DeedForm>
      <Details summary={texts.otherHour} open={hour in typed}>
        <DeedForm {...{ visit, kind: 'check-in', about }}>
          <TextField
            {...{
              name: hour,
              label: texts.hour,
              hint: texts.hourHint,
              value: typed[hour],
              width: 5,
              maxlength: 5,
            }}
          />
          <WideButton kind="secondary">{texts.presentAt}</WideButton>
        </DeedForm>
        {person.standing === 'EXPECTED' && (
          <DeedForm {...{ visit, kind: 'note-absent', about }}>
            <WideButton kind="warning">{texts.absent}</WideButton>
          </DeedForm>
        )}
      </Details>
    </>
  )
}

function There({ visit, seat, person, typed }: PersonProps) {
  const about = { assignmentId: person.assignmentId }
  const reason = `reason.${person.assignmentId}`
  return (
    <>
      {seat.oath && !person.swornAt && (
        <DeedForm {...{ visit, kind: 'swear', about }}>
          <p>
            <q>{seat.oath}</q>
          </p>
          <WideButton>
            {texts.swear}
            <span class="govuk-visually-hidden">{texts.presentOf(nameOf(person))}</span>
          </WideButton>
        </DeedForm>
      )}
      {seat.oath && !person.swornAt && <EarlierOath {...{ visit, person, typed }} name={nameOf(person)} />}
      <Details summary={texts.dismiss} open={reason in typed}>
        <DeedForm {...{ visit, kind: 'dismiss', about }}>
          <TextField
            {...{
              name: reason,
              label: texts.reason,
              hint: texts.reasonHint,
              value: typed[reason],
              maxlength: 500,
            }}
          />
          <WideButton kind="warning">{texts.dismiss}</WideButton>
        </DeedForm>
      </Details>
    </>
  )
}

interface FillProps extends Pick<SeatsProps, 'visit' | 'typed'> {
  readonly seat: DaySeat
  readonly substitutes: readonly DayPerson[]
}

/** Who can take a seat that is empty: a substitute of this bureau, or a voter who is here. */
function Fill({ visit, seat, substitutes, typed }: FillProps) {
  const { seatId } = seat
  const [number, name, sworn] = [`listNumber.${seatId}`, `lastName.${seatId}`, `sworn.${seatId}`]
  const others = seat.role === 'SUBSTITUTE' ? [] : substitutes
  return (
    <Details summary={texts.fill} open={number in typed}>
      <div data-about={seatId}>
        {others.map((person) => (
          <DeedForm {...{ visit, kind: 'call-up', about: { assignmentId: person.assignmentId, seatId } }}>
            <WideButton kind="secondary">{texts.takes(nameOf(person))}</WideButton>
          </DeedForm>
        ))}
        <p>{texts.appointLead}</p>
        <DeedForm {...{ visit, kind: 'appoint', about: { seatId } }}>
          <TextField
            {...{ name: number, label: texts.listNumber, value: typed[number], inputmode: 'numeric' }}
            {...{ width: 10, maxlength: 7 }}
          />
          <TextField {...{ name, label: texts.lastName, value: typed[name], maxlength: 100 }} />
          <div class="govuk-checkboxes govuk-form-group">
            <div class="govuk-checkboxes__item">
              <input class="govuk-checkboxes__input" id={sworn} name={sworn} type="checkbox" value="ja" />
              <label class="govuk-label govuk-checkboxes__label" for={sworn}>
                {texts.didSwear}
              </label>
            </div>
          </div>
          <WideButton>{texts.appoint}</WideButton>
        </DeedForm>
      </div>
    </Details>
  )
}
