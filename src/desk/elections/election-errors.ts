import type { AlreadyHeld, PollingDayFault } from '../../elections/index.ts'
import type { DocumentFault, NotValid } from '../../platform/document.ts'
import type { FieldErrors } from '../../platform/http/components/index.ts'
import type { TypedForm } from '../../platform/http/typed-form.ts'
import { texts } from './texts.nl.ts'

/** Where what has no field is told. */
export const wholeForm = 'verkiezing'

const { wrong } = texts

/** By the field, what is wrong in it when something stands there. */
const sentences: readonly [field: RegExp, sentence: string][] = [
  [/^name$/, wrong.name],
  [/^code$/, wrong.code],
  [/^votingMode$/, wrong.votingMode],
  [/^assemblies$/, wrong.noneElected],
  [/^uncontested$/, wrong.uncontested],
  [/^uncontestedDistricts$/, wrong.noDistricts],
  [/^newMunicipality$/, wrong.newMunicipality],
  [/^french\.name$/, wrong.frenchName],
  [/^(pollingDay|events\.\w+\.value)$/, wrong.noDay],
  [/^decisions\.hours\.value\.open$/, wrong.open],
  [/^decisions\.hours\.value\.close$/, wrong.close],
  [/^decisions\.hours\.source$/, wrong.hoursSource],
  [/^events\.\w+\.source$/, wrong.eventSource],
  [/^(canton|constituency)$/, wrong.tooLong],
]

/** How what stands in a place of the file is written; nothing where no field of the form says it. */
export function sentenceOfPath(path: string): string | undefined {
  return sentences.find(([pattern]) => pattern.test(path))?.[1]
}

/** A sentence at the field of each fault: what is wrong and what to do. */
export function errorsOf(faults: readonly DocumentFault[], form: TypedForm): FieldErrors {
  const errors: Record<string, string> = {}
  for (const fault of faults) {
    const field = fieldOf(fault.path)
    const sentence = field && sentenceOf(fault, field, form)
    const at = sentence ? field : wholeForm
    errors[at] ??= sentence ?? wrong.elsewhere(fault.path, `${fault.wrong}. ${fault.remedy}`)
  }
  return errors
}

/** Why a plan was refused, at its fields. */
export function troubleOf(refusal: NotValid | AlreadyHeld, { form }: { form: TypedForm }): FieldErrors {
  return 'faults' in refusal ? errorsOf(refusal.faults, form) : takenErrors(refusal)
}

/** Of a second election of the same kind, or the same short name. */
export function takenErrors({ field, other }: AlreadyHeld): FieldErrors {
  return { [field]: wrong.taken[field](other.name) }
}

function sentenceOf({ path, because, day = '' }: DocumentFault, field: string, form: TypedForm) {
  if (because && field === 'pollingDay') return wrong.pollingDay[because as PollingDayFault](day)
  if (path === 'namedAssemblies') return wrong.noDistricts
  const typed = [field, `${field}-day`, `${field}-month`, `${field}-year`].map((name) => form.text(name))
  const isEmpty = typed.every((text) => text === '')
  if (isEmpty && field in wrong.missing) return wrong.missing[field as keyof typeof wrong.missing]
  if (isEmpty && field.startsWith('events.') && field.endsWith('.value')) return wrong.eventMissing
  return sentenceOfPath(field)
}

/** The field of the form for a place in the file. */
function fieldOf(path: string): string | undefined {
  if (path === 'french') return 'french.name'
  if (path === 'decisions.pollingDay.value') return 'pollingDay'
  if (path === 'decisions.hours.value') return 'decisions.hours.value.open'
  if (/^events\.\w+$/.test(path)) return `${path}.value`
  const [first = ''] = path.split('.')
  if (['assemblies', 'namedAssemblies'].includes(first)) return 'assemblies'
  if (['uncontested', 'uncontestedDistricts'].includes(first)) return first
  return sentences.some(([pattern]) => pattern.test(path)) ? path : undefined
}
