import { editRoom, fieldsOfRoom, getSections, type RoomTexts, type Section } from '../../elections/index.ts'
import { sectionsWithLetters, sectionsWithReleased } from '../../letters/index.ts'
import {
  Button,
  type FieldErrors,
  Form,
  Inset,
  Select,
  TextField,
} from '../../platform/http/components/index.ts'
import { type ElectionDesk, inOwnScope, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { seeOther, showPage } from '../show-page.tsx'
import { texts } from './texts.nl.ts'

const fields = ['room', 'place_code', 'size_leave'] as const

/** Where one section votes: its room and its building, and what changing them means for letters that are there. */
export async function showRoom(desk: ElectionDesk, errors: FieldErrors = {}) {
  const { sections, asked, letters } = await roomAndLetters(desk)
  if (!asked) return notFoundPage(desk)
  const before = fieldsOfRoom(asked)
  const { form, election } = desk
  const value = (name: keyof RoomTexts) => (form.has(name) ? form.text(name) : before[name])
  const { title, labels, hints, button } = texts.room
  const places = new Map(sections.map(({ place }) => [place.code, place]))
  return showPage(
    desk,
    {
      title: title(asked.section),
      caption: election.name,
      trail: [
        { href: paths.places({ election: election.code }), text: texts.places.title },
        { href: paths.place({ election: election.code, place: asked.place.code }), text: asked.place.name },
      ],
      errors,
    },
    <>
      <Inset>{texts.room.letters[letters]}</Inset>
      <Form csrf={desk.csrf}>
        {fields.map((name) => (
          <input
            type="hidden"
            name={`before-${name}`}
            value={form.has(`before-${name}`) ? form.text(`before-${name}`) : before[name]}
          />
        ))}
        <TextField
          {...{ name: 'room', label: labels.room, hint: hints.room, error: errors.room }}
          value={value('room')}
        />
        <Select
          {...{ name: 'place_code', label: labels.place, hint: hints.place, error: errors.place_code }}
          value={value('place_code')}
          choices={[...places.values()].map((place) => ({
            value: place.code,
            label: `${place.name}, ${texts.address(place.address)}`,
          }))}
        />
        <TextField
          {...{ name: 'size_leave', label: labels.leave, hint: hints.leave, error: errors.size_leave }}
          value={value('size_leave')}
        />
        <Button>{button}</Button>
      </Form>
      <p>
        <a href={paths.place({ election: election.code, place: asked.place.code })}>{texts.room.building}</a>
      </p>
    </>,
  )
}

/** Keeps it; where letters were released, to the corrections, where the old ones are replaced by two people. */
export async function saveRoom(desk: ElectionDesk) {
  const { election, form, deps, staff } = desk
  const { asked, letters } = await roomAndLetters(desk)
  if (!asked) return notFoundPage(desk)
  const textsOf = (prefix: string): RoomTexts => ({
    room: form.text(`${prefix}room`),
    place_code: form.text(`${prefix}place_code`),
    size_leave: form.text(`${prefix}size_leave`),
  })
  const facts = { election, section: asked.section, by: staff.staffId }
  const edited = await editRoom(deps, { ...facts, before: textsOf('before-'), after: textsOf('') })
  const { because, field } = texts.room
  if (!edited.ok)
    return showRoom(
      desk,
      'faults' in edited
        ? Object.fromEntries(edited.faults.map(({ column, code }) => [field(column), because.fault(code)]))
        : { [edited.because === 'no-such-place' ? 'place_code' : 'room']: because[edited.because] },
    )
  if (edited.changed.length === 0)
    return seeOther(desk, paths.places({ election: election.code }), 'place-same')
  if (letters === 'released' && may(desk, 'letters.read'))
    return seeOther(desk, paths.corrections({ election: election.code }), 'room-edited-released')
  return seeOther(desk, paths.places({ election: election.code }), 'room-edited')
}

interface RoomFound {
  readonly sections: readonly Section[]
  readonly asked: Section | undefined
  /** How far the letters are that name this room. */
  readonly letters: 'none' | 'composed' | 'released'
}

async function roomAndLetters(desk: ElectionDesk): Promise<RoomFound> {
  const { municipalityId, electionId } = desk.election
  const number = Number(desk.context.req.param('section'))
  return inOwnScope(desk, async (db) => {
    const sections = await getSections(db, municipalityId, electionId)
    const written = await sectionsWithLetters(db, municipalityId, electionId)
    const released = await sectionsWithReleased(db, municipalityId, electionId)
    const letters = released.includes(number) ? 'released' : written.includes(number) ? 'composed' : 'none'
    return { sections, asked: sections.find(({ section }) => section === number), letters }
  })
}
