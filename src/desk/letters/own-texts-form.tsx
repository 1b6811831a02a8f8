import { Button, ButtonGroup, type FieldErrors, FieldSet } from '../../platform/http/components/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { FieldOf } from '../document-fields.tsx'
import { texts } from './own-texts.nl.ts'
import { groupsFor, type TextsGroup } from './own-texts-fields.ts'

/** Name of the button that was pressed, and what it says: the one saves, all others show. */
export const pressed = { name: 'knop', save: 'bewaar', preview: 'voorbeeld' } as const

interface Props {
  readonly desk: ElectionDesk
  readonly errors: FieldErrors
  /** What stands in the field of this name. */
  readonly valueAt: (path: string) => string
}

/** Every text that the municipality words, with what is wrong at its field. */
export function TextsFields({ desk, errors, valueAt }: Props) {
  return (
    <>
      {groupsFor(desk.municipality).map((group) => (
        <Group group={group} errors={errors} valueAt={valueAt} />
      ))}
    </>
  )
}

function Group({
  group: { name, fields, leftOut },
  errors,
  valueAt,
}: Omit<Props, 'desk'> & { group: TextsGroup }) {
  return (
    <FieldSet id={name} label={texts.groups[name]} hint={leftOut && texts.onlyIfOther}>
      {fields.map((field) => (
        <FieldOf field={field} error={errors[field.path]} value={valueAt(field.path)} />
      ))}
    </FieldSet>
  )
}

/** The button that shows stands first, so that Enter in a field saves nothing. */
export function TextsButtons() {
  return (
    <>
      <ButtonGroup>
        <Button kind="secondary" name={pressed.name} value={pressed.preview}>
          {texts.preview.button}
        </Button>
        <Button name={pressed.name} value={pressed.save}>
          {texts.save}
        </Button>
      </ButtonGroup>
      <p class="quiet">{texts.saveHint}</p>
    </>
  )
}
