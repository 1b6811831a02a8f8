import { type KeptBureau, longestOfAddress, readAddress } from '../../bureaus/index.ts'
import { getSections } from '../../elections/index.ts'
import {
  Button,
  Details,
  type FieldErrors,
  Form,
  Select,
  TextField,
} from '../../platform/http/components/index.ts'
import { type ElectionDesk, inOwnScope, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { address as addressWords } from './address-texts.nl.ts'
import { texts } from './texts.nl.ts'

const words = texts.bureau.building

const elsewhere = words.elsewhere
/** Names of the fields of the address, by what they are of it. */
const fields = {
  street: 'straat',
  houseNumber: 'huisnummer',
  box: 'bus',
  postcode: 'postcode',
  city: 'gemeente',
} as const
const entries = Object.entries(fields) as [keyof typeof fields, string][]

/** What was typed of a bureau that sits in another municipality, and what is wrong with it; nothing when a building was chosen. */
export function typedElsewhere({ form }: ElectionDesk) {
  if (!form.has('elders')) return undefined
  const typed = Object.fromEntries(entries.map(([of, name]) => [of, form.text(name)]))
  const { address, faults } = readAddress({ country: '', ...typed } as Parameters<typeof readAddress>[0])
  const place = form.text('elders').trim().slice(0, longestOfPlace)
  const wrong = entries.flatMap(([of, name]) =>
    faults[of] ? [[name, addressWords.faults[faults[of]](addressWords.fields[of])] as const] : [],
  )
  const errors = { ...(!place && { elders: elsewhere.noName }), ...Object.fromEntries(wrong) }
  return { place, address, errors: errors as FieldErrors }
}

const longestOfPlace = 80

/** Every building of the places list, by its code. */
export async function buildingsOf(desk: ElectionDesk): Promise<ReadonlyMap<string, string>> {
  const { municipalityId, electionId } = desk.election
  const sections = await inOwnScope(desk, (db) => getSections(db, municipalityId, electionId))
  return new Map(sections.map(({ place }) => [place.code, place.name]))
}

interface Props {
  readonly desk: ElectionDesk
  readonly bureau: KeptBureau
  readonly buildings: ReadonlyMap<string, string>
  readonly errors: FieldErrors
}

/** In which building a bureau sits of which no section says it; so it is known how far people and reserves have to go. */
export function BuildingForm({ desk, bureau, buildings, errors }: Props) {
  const { kind, number, placeCode } = bureau
  if ((kind !== 'COUNTING' && kind !== 'MAIN') || !may(desk, 'bureaus.manage')) return null
  const action = paths.bureauBuilding({ election: desk.election.code, number })
  return (
    <>
      {buildings.size > 0 && <OfPlaces {...{ desk, buildings, placeCode, action }} error={errors.gebouw} />}
      <Elsewhere {...{ desk, bureau, action, errors }} />
    </>
  )
}

interface OfPlacesProps extends Pick<Props, 'desk' | 'buildings'> {
  readonly placeCode: string | undefined
  readonly action: string
  readonly error: string | undefined
}

function OfPlaces({ desk, buildings, placeCode, action, error }: OfPlacesProps) {
  return (
    <Form csrf={desk.csrf} action={action}>
      <Select
        {...{ name: 'gebouw', label: words.label, hint: words.hint, error }}
        value={desk.form.text('gebouw') || placeCode}
        choices={[
          { value: '', label: words.none },
          ...[...buildings].map(([value, label]) => ({ value, label })),
        ]}
      />
      <Button kind="secondary">{words.button}</Button>
    </Form>
  )
}

/** A bureau that sits in another municipality: its building and address, typed. */
function Elsewhere({ desk, bureau, action, errors }: Omit<Props, 'buildings'> & { action: string }) {
  const { form, csrf } = desk
  const { placeAddress, place } = bureau
  const isOpen = placeAddress !== undefined || form.has('elders')
  const value = (name: string, known: string | undefined) => (form.has(name) ? form.text(name) : known)
  return (
    <Details summary={elsewhere.summary} open={isOpen}>
      <Form {...{ csrf, action }}>
        <TextField
          {...{ name: 'elders', label: elsewhere.name, error: errors.elders, maxlength: longestOfPlace }}
          value={value('elders', placeAddress && place)}
        />
        {entries.map(([of, name]) => (
          <TextField
            {...{ name, label: addressWords.fields[of], hint: addressWords.hints[of], error: errors[name] }}
            {...{ maxlength: longestOfAddress[of], value: value(name, placeAddress?.[of]) }}
            {...(longestOfAddress[of] <= 20 && { width: 10 as const })}
          />
        ))}
        <Button kind="secondary">{elsewhere.button}</Button>
      </Form>
    </Details>
  )
}
