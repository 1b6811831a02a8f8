import { checkElectionFile, type Election, type Ruleset } from '../../elections/index.ts'
import { isDay } from '../../platform/dates.ts'
import { parseJson } from '../../platform/document.ts'
import { TypedForm } from '../../platform/http/typed-form.ts'
import type { Desk } from '../desk.ts'
import { documentFrom, type ElectionDraft, fieldsFrom } from './election-values.ts'
import { documentField } from './preview-page.tsx'

/** An election on its way: its file as it would be, and what stands in the fields. */
export interface Draft {
  readonly document: object
  readonly form: TypedForm
  /** Somebody typed it, or it came from a file: what is wrong with it is told. */
  readonly isTyped: boolean
}

/** A whole file that came along in the form, or what was typed over what there is, or else what there is. */
export function draftOf(
  { form }: Pick<Desk, 'form'>,
  ruleset: Ruleset,
  base: ElectionDraft,
  { keepsCode = false } = {},
): Draft {
  const whole = wholeOf(form, ruleset)
  if (whole) return { document: whole, form: new TypedForm(fieldsFrom(whole, ruleset)), isTyped: true }
  if (form.isEmpty || form.has(documentField))
    return { document: base, form: new TypedForm(fieldsFrom(base, ruleset)), isTyped: false }
  return {
    document: { ...documentFrom(form, ruleset, base), ...(keepsCode && { code: base.code }) },
    form,
    isTyped: true,
  }
}

/** What is known of an election of this kind before anybody typed: its name, the day of the law, a short name that is free. */
export function newElection(ruleset: Ruleset, known: readonly Election[]): ElectionDraft {
  const day = ruleset.expectedPollingDay?.value
  const name = ruleset.name.replace(/ \d{4}$/, '')
  const codes = known.map(({ code }) => code)
  const code = [day?.slice(0, 4), day, ruleset.id].find((one) => one && !codes.includes(one))
  return { rulesetId: ruleset.id, name, ...(code && { code }), ...(day && isDay(day) && { pollingDay: day }) }
}

/** It was right when it was shown; one that is not any more, or is of another kind, is not taken. */
function wholeOf(form: TypedForm, ruleset: Ruleset): ElectionDraft | undefined {
  if (!form.has(documentField)) return undefined
  const read = parseJson(form.text(documentField))
  const checked = read.ok ? checkElectionFile(read.document) : read
  return checked.ok && checked.ruleset.id === ruleset.id ? checked.document : undefined
}
