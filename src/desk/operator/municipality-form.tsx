import type { Child } from 'hono/jsx'
import { Details, type FieldErrors, FieldSet, Form } from '../../platform/http/components/index.ts'
import type { Desk } from '../desk.ts'
import { FieldOf } from '../document-fields.tsx'
import { formTexts } from './form-texts.nl.ts'
import {
  type Draft,
  frenchGroups,
  groupsAfter,
  groupsBefore,
  type MunicipalityGroup,
  shownValue,
  wholeForm,
} from './municipality-fields.ts'

interface Props {
  readonly desk: Pick<Desk, 'csrf'>
  readonly draft: Draft
  readonly errors: FieldErrors
  /** Where the form goes: the page may have been shown as the answer to another one. */
  readonly action: string
  /** The version that was looked at when typing began; absent for a municipality that is not there yet. */
  readonly basedOn?: number | undefined
  /** The buttons. */
  readonly children: Child
}

/** Everything that a municipality file can say, with help at each field, and what is wrong there. */
export function MunicipalityForm({ desk, action, draft, errors, basedOn, children }: Props) {
  const fieldsOf = (groups: readonly MunicipalityGroup[]) =>
    groups.map((group) => <Group group={group} draft={draft} errors={errors} />)
  const isFrenchOpen = [
    ...frenchGroups.flatMap(({ fields }) => fields.map(({ path }) => path)),
    'french',
  ].some((path) => draft.valueAt(path) !== '' || errors[path])
  return (
    <div id={wholeForm}>
      <Form csrf={desk.csrf} action={action}>
        {basedOn && <input type="hidden" name="versie" value={String(basedOn)} />}
        {fieldsOf(groupsBefore)}
        <Details summary={formTexts.french} open={isFrenchOpen}>
          <p>{formTexts.frenchHint}</p>
          {fieldsOf(frenchGroups)}
        </Details>
        {fieldsOf(groupsAfter)}
        {children}
      </Form>
    </div>
  )
}

function Group({
  group: { id, label, hint, fields },
  draft,
  errors,
}: Pick<Props, 'draft' | 'errors'> & { group: MunicipalityGroup }) {
  return (
    <FieldSet {...{ id, label, hint, error: errors[id] }} large>
      {fields.map((field) => (
        <FieldOf field={field} error={errors[field.path]} value={shownValue(draft, field.path)} />
      ))}
    </FieldSet>
  )
}
