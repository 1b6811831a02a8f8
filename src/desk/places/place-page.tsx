import {
  editPlace,
  fieldsOfPlace,
  getSections,
  type PlaceRowFault,
  type PlaceTexts,
  type Section,
} from '../../elections/index.ts'
import { sectionsWithLetters } from '../../letters/index.ts'
import {
  Button,
  type FieldErrors,
  Form,
  Inset,
  Radios,
  SummaryList,
  TextArea,
  TextField,
} from '../../platform/http/components/index.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { paths } from '../paths.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { seeOther, showPage } from '../show-page.tsx'
import { texts } from './texts.nl.ts'

const typed = [
  'place_name',
  'street',
  'house_number',
  'box',
  'postcode',
  'city',
  'entrance',
  'entrance_fr',
] as const
const all = [...typed, 'step_free', 'facilities', 'latitude', 'longitude'] as const

/** One building: how it is described, and what changing it means for letters that are there. */
export async function showPlace(desk: ElectionDesk, errors: FieldErrors = {}) {
  const { sections, written } = await placeAndLetters(desk)
  if (sections.length === 0) return notFoundPage(desk)
  const { place } = sections[0]!
  const before = fieldsOfPlace(place)
  const { form } = desk
  const value = (name: keyof PlaceTexts) => (form.has(name) ? form.text(name) : before[name])
  const { title, button, rooms, letters, noLetters } = texts.place
  return showPage(
    desk,
    {
      title: title(place.name),
      caption: desk.election.name,
      trail: [{ href: paths.places({ election: desk.election.code }), text: texts.places.title }],
      errors,
    },
    <>
      <SummaryList
        facts={sections.map(({ section, room }) => ({
          name: rooms(section),
          value: room,
          action: {
            href: paths.room({ election: desk.election.code, section }),
            text: texts.room.change,
            about: texts.room.changeAbout(section),
          },
        }))}
      />
      <Inset>{written.length > 0 ? letters(written) : noLetters}</Inset>
      <Form csrf={desk.csrf}>
        {all.map((name) => (
          <input
            type="hidden"
            name={`before-${name}`}
            value={form.has(`before-${name}`) ? form.text(`before-${name}`) : before[name]}
          />
        ))}
        <Fields value={value} errors={errors} />
        <Button>{button}</Button>
      </Form>
    </>,
  )
}

interface FieldsProps {
  readonly value: (name: keyof PlaceTexts) => string
  readonly errors: FieldErrors
}

function Fields({ value, errors }: FieldsProps) {
  const { labels, hints } = texts.place
  const facts = (name: (typeof all)[number]) => ({
    ...{ name, label: labels[name], hint: hints[name], error: errors[name] },
  })
  return (
    <>
      {typed.map((name) => (
        <TextField {...facts(name)} value={value(name)} />
      ))}
      <Radios {...facts('step_free')} choices={texts.place.stepFree} value={value('step_free')} inline />
      <TextArea {...facts('facilities')} value={value('facilities').replaceAll('|', '\n')} rows={4} />
      <TextField {...facts('latitude')} value={value('latitude')} inputmode="decimal" width={20} />
      <TextField {...facts('longitude')} value={value('longitude')} inputmode="decimal" width={20} />
    </>
  )
}

export async function savePlace(desk: ElectionDesk) {
  const { election, form, deps, staff } = desk
  const code = placeCode(desk)
  const textsOf = (prefix: string) =>
    Object.fromEntries([
      ['place_code', code],
      ...all.map((name) => [name, form.text(prefix + name)] as const),
    ]) as unknown as PlaceTexts
  const after = {
    ...textsOf(''),
    facilities: form
      .text('facilities')
      .split(/[\r\n|]+/)
      .filter(Boolean)
      .join('|'),
  }
  const edited = await editPlace(deps, {
    election,
    code,
    before: textsOf('before-'),
    after,
    by: staff.staffId,
  })
  if (edited.ok) {
    const done = edited.changed.length > 0 ? 'place-edited' : 'place-same'
    return seeOther(desk, paths.places({ election: election.code }), done)
  }
  if (edited.because === 'no-such-place') return notFoundPage(desk)
  if ('faults' in edited) return showPlace(desk, errorsOf(edited.faults))
  return showPlace(desk, { place_name: texts.place.because[edited.because] })
}

/** Each field with the first thing that is wrong with it; what lies elsewhere in the list is told at the top. */
function errorsOf(faults: readonly PlaceRowFault[]): FieldErrors {
  const isOurs = (column: string | undefined) => (all as readonly (string | undefined)[]).includes(column)
  const sentences = faults.map(({ column, row, code }) => {
    const { wrong, remedy } = texts.wrong[code]
    return isOurs(column)
      ? [column!, `${texts.place.labels[column as (typeof all)[number]]} ${wrong} ${remedy}`]
      : ['place_name', texts.place.elsewhere(row, `${wrong} ${remedy}`)]
  })
  return Object.fromEntries(
    sentences.filter(([field], at) => sentences.findIndex(([one]) => one === field) === at),
  )
}

async function placeAndLetters(desk: ElectionDesk): Promise<{ sections: Section[]; written: number[] }> {
  const { municipalityId, electionId } = desk.election
  return inOwnScope(desk, async (db) => {
    const all = await getSections(db, municipalityId, electionId)
    const sections = all.filter(({ place }) => place.code === placeCode(desk))
    const written = await sectionsWithLetters(db, municipalityId, electionId)
    return { sections, written: written.filter((one) => sections.some(({ section }) => section === one)) }
  })
}

function placeCode({ context }: ElectionDesk): string {
  return context.req.param('place') ?? ''
}
