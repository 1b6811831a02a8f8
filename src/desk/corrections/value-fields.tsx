import { type Section, votingCategories } from '../../elections/index.ts'
import { type FieldErrors, Select, TextField } from '../../platform/http/components/index.ts'
import { type ValueColumn, type VoterValues, valueColumns } from '../../voters/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { dayFrom, typedDay } from '../typed-day.ts'
import { texts as ofVoter } from '../voters/search-texts.nl.ts'
import { texts } from './texts.nl.ts'

const said = texts.values
const dayColumns: readonly ValueColumn[] = ['birth_date', 'language_requested_on']

const address = ['care_of', 'street', 'house_number', 'box', 'postcode', 'city', 'country'] as const
const delivery = address.map((name) => `delivery_${name}` as const)
const widths: Partial<Record<ValueColumn, 5 | 10>> = {
  ...{ birth_date: 10, house_number: 5, box: 5, postcode: 5, country: 5, language_requested_on: 10 },
  ...{ delivery_house_number: 5, delivery_box: 5, delivery_postcode: 5, delivery_country: 5 },
}

interface ValueFieldsProps {
  readonly desk: ElectionDesk
  readonly sections: readonly Section[]
  readonly errors: FieldErrors
  /** What stands there before anything is typed. */
  readonly before: Partial<VoterValues>
  readonly withNumber?: boolean
}

/** Everything that the list says of a voter, each in a field of its own. */
export function ValueFields({ desk, sections, errors, before, withNumber = false }: ValueFieldsProps) {
  const field = (name: ValueColumn) => ({
    ...{ name, label: said.columns[name], error: errors[name], hint: said.hints[name] },
    value: desk.form.has(name) ? desk.form.text(name) : shownAs(name, before[name] ?? ''),
  })
  const line = (name: ValueColumn) => <TextField {...field(name)} width={widths[name]} />
  const choose = (name: ValueColumn, labels: Readonly<Record<string, string>>) => (
    <Select
      {...field(name)}
      choices={[
        { value: '', label: '–' },
        ...Object.entries(labels).map(([value, label]) => ({ value, label })),
      ]}
    />
  )
  const { categories, addressKinds, noPosts } = ofVoter.voter
  const voting = votingCategories(desk.election)
  const rooms = sections.map(({ section, room, place }) => [
    String(section),
    `${section}: ${place.name}, ${room}`,
  ])
  return (
    <>
      <h2>{said.person}</h2>
      {withNumber && <TextField {...field('national_number')} inputmode="numeric" width={20} />}
      {line('last_name')}
      {line('first_names')}
      {line('birth_date')}
      {choose('category', Object.fromEntries(voting.map((one) => [one, categories[one]])))}
      {choose('section', Object.fromEntries(rooms))}
      <h2>{said.address}</h2>
      {address.map(line)}
      {choose('address_kind', addressKinds)}
      <h2>{said.delivery}</h2>
      <p>{said.deliveryHelp}</p>
      {delivery.map(line)}
      {choose('no_post', noPosts)}
      {choose('requested_language', said.languages)}
      {line('language_requested_on')}
    </>
  )
}

/** What was typed, as the list writes it; what was not asked is as it was. */
export function valuesFrom({ form }: ElectionDesk, before: Partial<VoterValues>): VoterValues {
  return Object.fromEntries(
    valueColumns.map((name) => {
      const typed = form.has(name) ? form.text(name) : (before[name] ?? '')
      return [name, dayColumns.includes(name) ? dayFrom(typed) : typed]
    }),
  ) as Record<ValueColumn, string>
}

/** A value as people read it. */
export function valueText(name: ValueColumn, value: string): string {
  const { categories, addressKinds, noPosts } = ofVoter.voter
  const named: Partial<Record<ValueColumn, Readonly<Record<string, string>>>> = {
    ...{ category: categories, address_kind: addressKinds, no_post: noPosts },
    requested_language: said.languages,
  }
  return named[name]?.[value] ?? shownAs(name, value)
}

function shownAs(name: ValueColumn, value: string): string {
  return dayColumns.includes(name) ? typedDay(value) : value
}
