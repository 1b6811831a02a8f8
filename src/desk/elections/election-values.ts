import {
  type Assembly,
  type DatedEvent,
  type ElectionDocument,
  heldAssemblies,
  type Ruleset,
  type Sourced,
} from '../../elections/index.ts'
import type { TypedForm } from '../../platform/http/typed-form.ts'
import { dayOf, typedDate, typedDateOf } from '../typed-day.ts'

type Fields = Readonly<Record<string, readonly string[]>>
export type ElectionDraft = Partial<ElectionDocument> & Pick<ElectionDocument, 'rulesetId'>

/** What was typed over what there is: the file of an election. What has no field in the form stays; nothing is judged here. */
export function documentFrom(form: TypedForm, ruleset: Ruleset, base: ElectionDraft): object {
  const text = (name: string) => form.text(name) || undefined
  const pollingDay = dayAt(form, 'pollingDay')
  const known = base.decisions
  const decisions = {
    ...known,
    pollingDay: sourcedAs(known?.pollingDay, text(moved) && pollingDay, text(moved)),
    hours: hoursAs(known?.hours, form),
  }
  const { name: _name, assemblies: _all, namedAssemblies: _named, events, ...rest } = base
  return withoutHoles({
    ...rest,
    ...{ code: form.text('code') || base.code, name: form.text('name'), pollingDay: pollingDay ?? '' },
    ...{ votingMode: form.text('votingMode'), canton: text('canton'), constituency: text('constituency') },
    ...assembliesAs(ruleset, form.all('assemblies')),
    ...{ uncontested: some(form.all('uncontested')) },
    ...{ uncontestedDistricts: some(form.all('uncontestedDistricts')) },
    ...{ newMunicipality: text('newMunicipality') },
    ...{ french: text('french.name') ? { name: text('french.name') } : undefined },
    events: unlessEmpty({
      ...events,
      ...Object.fromEntries(
        eventsAsked(ruleset).map(({ event }) => {
          const [day, source] = [dayAt(form, `events.${event}.value`), text(`events.${event}.source`)]
          return [event, sourcedAs(events?.[event], day, source)]
        }),
      ),
    }),
    decisions: unlessEmpty(decisions),
  })
}

/** The file of an election in the fields of the form. */
export function fieldsFrom(document: ElectionDraft, ruleset: Ruleset): Fields {
  const { decisions = {}, events = {} } = document
  const one = (name: string, value: string | undefined) => (value ? { [name]: [value] } : {})
  const held = heldAssemblies({ ruleset, settings: document }).map(({ code }) => code)
  return {
    ...dateFields('pollingDay', document.pollingDay),
    ...one('code', document.code),
    ...one('name', document.name),
    ...one('votingMode', document.votingMode),
    ...one('canton', document.canton),
    ...one('constituency', document.constituency),
    ...one('newMunicipality', document.newMunicipality),
    ...one('french.name', document.french?.name),
    assemblies: held,
    uncontested: document.uncontested ?? [],
    uncontestedDistricts: document.uncontestedDistricts ?? [],
    ...one(moved, decisions.pollingDay?.source),
    ...one(`${hours}.value.open`, decisions.hours?.value.open),
    ...one(`${hours}.value.close`, decisions.hours?.value.close),
    ...one(`${hours}.source`, decisions.hours?.source),
    ...Object.assign(
      {},
      ...eventsAsked(ruleset).map(({ event }) => ({
        ...dateFields(`events.${event}.value`, events[event]?.value),
        ...one(`events.${event}.source`, events[event]?.source),
      })),
    ),
  }
}

/** Events whose day an election of this kind needs, with what the law counts from it. */
export function eventsAsked(ruleset: Ruleset): { event: DatedEvent; label: string }[] {
  return ruleset.calendar.flatMap(({ limits, offset, label }) =>
    limits === 'polling-day' && 'after' in offset && offset.after !== 'polling-day'
      ? [{ event: offset.after, label }]
      : [],
  )
}

const moved = 'decisions.pollingDay.source'
const hours = 'decisions.hours'

/** What the form ticks, as the file says it: nothing where it is what the law holds everywhere. */
function assembliesAs(ruleset: Ruleset, ticked: readonly string[]) {
  const everywhere = heldAssemblies({ ruleset, settings: {} }).map(({ code }) => code)
  const more = ticked.filter((code) => !everywhere.includes(code as Assembly))
  if (everywhere.every((code) => ticked.includes(code))) return { namedAssemblies: some(more) }
  return { assemblies: ticked }
}

function hoursAs(known: NonNullable<ElectionDocument['decisions']>['hours'], form: TypedForm) {
  const [open, close] = [form.text(`${hours}.value.open`), form.text(`${hours}.value.close`)]
  const source = form.text(`${hours}.source`)
  if (!open && !close && !source) return undefined
  const isSame = known?.value.open === open && known.value.close === close && known.source === source
  return isSame ? known : { value: { open, close }, source, mark: 'S' }
}

/** Who types it names where it stands: it is taken as read there, unless the file says more of it. */
function sourcedAs(
  known: Sourced<string> | undefined,
  value: string | undefined,
  source: string | undefined,
) {
  if (!value && !source) return undefined
  if (known && known.value === value && known.source === source) return known
  return { value: value ?? '', source: source ?? '', mark: 'S' }
}

/** `yyyy-mm-dd`; a day that is none stays as it was typed, for the check of the file to refuse. */
function dayAt(form: TypedForm, name: string): string | undefined {
  const typed = typedDate((field) => form.text(field), name)
  const day = dayOf(typed)
  return day === null ? `${typed.year}-${typed.month}-${typed.day}` : day
}

function dateFields(name: string, day: string | undefined): Fields {
  if (!day) return {}
  const parts = Object.entries(typedDateOf(day))
  return Object.fromEntries(parts.map(([part, value]) => [`${name}-${part}`, [value]]))
}

function some(values: readonly string[]): readonly string[] | undefined {
  return values.length > 0 ? values : undefined
}

function withoutHoles(values: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

function unlessEmpty(values: Readonly<Record<string, unknown>>): object | undefined {
  const kept = withoutHoles(values)
  return Object.keys(kept).length > 0 ? kept : undefined
}
