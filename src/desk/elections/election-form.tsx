import {
  type Assembly,
  hourText,
  isElectedPerDistrict,
  type Ruleset,
  votingModes,
} from '../../elections/index.ts'
import type { MunicipalitySettings } from '../../municipalities/index.ts'
import { longDate } from '../../platform/dates.ts'
import {
  Button,
  Checkboxes,
  DateField,
  type FieldErrors,
  FieldSet,
  Form,
  Radios,
  TextField,
} from '../../platform/http/components/index.ts'
import type { TypedForm } from '../../platform/http/typed-form.ts'
import { typedDate } from '../typed-day.ts'
import { wholeForm } from './election-errors.ts'
import { eventsAsked } from './election-values.ts'
import { texts } from './texts.nl.ts'

const said = texts.form

export interface ElectionFormProps {
  readonly csrf: string
  readonly action: string
  readonly ruleset: Ruleset
  readonly municipality: MunicipalitySettings
  /** What stands in the fields. */
  readonly form: TypedForm
  readonly errors: FieldErrors
  /** A new election still gets its short name. */
  readonly isNew: boolean
  readonly button: string
}

/** What a municipality says of an election of this kind; the rest is the law's. */
export function ElectionForm(props: ElectionFormProps) {
  const { csrf, action, button, errors } = props
  return (
    <div id={wholeForm}>
      <Form csrf={csrf} action={action}>
        <What {...props} />
        <Elected {...props} />
        <FieldSet id="waar" label={said.groups.where} large>
          <Line {...props} name="canton" label={said.canton} />
          <Line {...props} name="constituency" label={said.constituency} />
        </FieldSet>
        <Decided {...props} />
        {errors[wholeForm] && <p class="govuk-error-message">{errors[wholeForm]}</p>}
        <Button>{button}</Button>
        <p class="quiet">{said.showHint}</p>
      </Form>
    </div>
  )
}

function What(props: ElectionFormProps) {
  const { ruleset, municipality, form, errors, isNew } = props
  const { expectedPollingDay: expected } = ruleset
  const mayBeFrench = municipality.languageRegime !== 'nl'
  return (
    <FieldSet id="wat" label={said.groups.what} large>
      <Line {...props} name="name" label={said.name} hint={said.nameHint} />
      {mayBeFrench && (
        <Line {...props} name="french.name" label={said.frenchName} hint={said.frenchNameHint} />
      )}
      {isNew && <Line {...props} name="code" label={said.code} hint={said.codeHint} width={20} />}
      <DateField
        {...{ name: 'pollingDay', label: said.pollingDay, error: errors.pollingDay }}
        hint={
          expected
            ? said.pollingDayLaw(longDate(expected.value, 'nl'), articleOf(expected.source))
            : said.pollingDayOther
        }
        value={typedDate((name) => form.text(name), 'pollingDay')}
      />
      {eventsAsked(ruleset).map(({ event, label }) => (
        <>
          <DateField
            name={`events.${event}.value`}
            label={said.eventDay(texts.events[event])}
            hint={said.eventHint(label)}
            error={errors[`events.${event}.value`]}
            value={typedDate((name) => form.text(name), `events.${event}.value`)}
          />
          <Line {...props} name={`events.${event}.source`} label={said.eventSource} hint={said.sourceHint} />
        </>
      ))}
      <Radios
        {...{ name: 'votingMode', label: said.votingMode, error: errors.votingMode }}
        value={form.text('votingMode')}
        choices={votingModes.map((mode) => {
          const { value, source } = ruleset.hours[mode]
          return {
            value: mode,
            label: texts.modes[mode],
            hint: said.modeHours(hoursText(value), articleOf(source)),
          }
        })}
      />
    </FieldSet>
  )
}

function Elected(props: ElectionFormProps) {
  const { ruleset, municipality, form, errors } = props
  const choices = ruleset.assemblies.map(({ code }) => ({ value: code, label: texts.assemblies[code] }))
  const { districts = [] } = municipality
  const all = ruleset.assemblies.map(({ code }): Assembly => code)
  const perDistrict = isElectedPerDistrict({ ruleset, settings: { assemblies: all } })
  const isForNew = ruleset.assemblies.some(({ namedAfter }) => namedAfter === 'new-municipality')
  return (
    <FieldSet id="gekozen" label={said.groups.elected} large>
      <Checkboxes
        {...{ name: 'assemblies', label: said.assemblies, hint: said.assembliesHint, choices }}
        {...{ values: form.all('assemblies'), error: errors.assemblies }}
      />
      <Checkboxes
        {...{ name: 'uncontested', label: said.uncontested, hint: said.uncontestedHint, choices }}
        {...{ values: form.all('uncontested'), error: errors.uncontested }}
      />
      {perDistrict && districts.length > 0 && (
        <Checkboxes
          {...{ name: 'uncontestedDistricts', label: said.districts, error: errors.uncontestedDistricts }}
          choices={districts.map((name) => ({ value: name, label: name }))}
          values={form.all('uncontestedDistricts')}
        />
      )}
      {isForNew && (
        <Line
          {...props}
          name="newMunicipality"
          label={said.newMunicipality}
          hint={said.newMunicipalityHint}
        />
      )}
    </FieldSet>
  )
}

function Decided(props: ElectionFormProps) {
  const hours = 'decisions.hours'
  return (
    <FieldSet id="beslist" label={said.groups.decided} hint={said.decidedHint} large>
      <Line {...props} name={`${hours}.value.open`} label={said.open} hint={said.hourHint} width={5} />
      <Line {...props} name={`${hours}.value.close`} label={said.close} hint={said.hourHint} width={5} />
      <Line {...props} name={`${hours}.source`} label={said.hoursSource} hint={said.sourceHint} />
      {props.ruleset.expectedPollingDay && (
        <Line {...props} name="decisions.pollingDay.source" label={said.movedSource} hint={said.movedHint} />
      )}
    </FieldSet>
  )
}

interface LineProps extends Pick<ElectionFormProps, 'form' | 'errors'> {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly width?: 5 | 20
}

function Line({ name, label, hint, width, form, errors }: LineProps) {
  return <TextField {...{ name, label, hint, width, value: form.text(name), error: errors[name] }} />
}

/** `KWB 105`, without what the ruleset explains behind it in English. */
export function articleOf(source: string): string {
  return source.split(':')[0]!
}

/** `van 8 uur tot 13 uur`. */
export function hoursText({ open, close }: { readonly open: string; readonly close: string }): string {
  return `van ${hourText(open)} tot ${hourText(close)}`
}
