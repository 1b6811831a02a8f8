import type { KeptBureau } from '../../bureaus/index.ts'
import { getSections } from '../../elections/index.ts'
import { Button, type FieldErrors, Form, Select } from '../../platform/http/components/index.ts'
import { type ElectionDesk, inOwnScope, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { texts } from './texts.nl.ts'

const words = texts.bureau.building

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
  if ((kind !== 'COUNTING' && kind !== 'MAIN') || buildings.size === 0 || !may(desk, 'bureaus.manage'))
    return null
  return (
    <Form csrf={desk.csrf} action={paths.bureauBuilding({ election: desk.election.code, number })}>
      <Select
        {...{ name: 'gebouw', label: words.label, hint: words.hint, error: errors.gebouw }}
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
