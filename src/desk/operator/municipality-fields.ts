import { fieldsByPath, type TextFault } from '../../municipalities/index.ts'
import type { FieldErrors } from '../../platform/http/components/index.ts'
import type { TypedForm } from '../../platform/http/typed-form.ts'
import { contrastOnPages, leastContrast, nearestReadable } from '../../platform/theme.ts'
import { type DocumentField, type DocumentPart, filledIn } from '../document-form.ts'
import { texts as letterTexts } from '../letters/own-texts.nl.ts'
import { groupsFor, sentenceOf } from '../letters/own-texts-fields.ts'
import { formTexts } from './form-texts.nl.ts'
import { eboxGroups, firstGroups, lookGroup, noticeGroup, sealGroup } from './own-groups.ts'

export interface MunicipalityGroup extends DocumentPart {
  /** Also where a fault of the group as a whole is told. */
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
}

const ofLetters = (regime: 'nl' | 'rand'): readonly MunicipalityGroup[] =>
  groupsFor({ languageRegime: regime }).map(({ name, ...part }) => ({
    ...part,
    id: name,
    label: letterTexts.groups[name],
    hint: part.leftOut && letterTexts.onlyIfOther,
  }))

const dutchGroups = ofLetters('nl')

/** Only where a voter may ask for French. */
export const frenchGroups = ofLetters('rand').slice(dutchGroups.length)
export const groupsBefore: readonly MunicipalityGroup[] = [...firstGroups, ...dutchGroups]
export const groupsAfter: readonly MunicipalityGroup[] = [lookGroup, noticeGroup, ...eboxGroups, sealGroup]

const allGroups = [...groupsBefore, ...frenchGroups, ...groupsAfter]
const allFields = allGroups.flatMap(({ fields }) => fields)

/** Where a file or a draft of one travels in a form: whole, as text. */
export const documentField = 'document'

/** A municipality file on its way: as it would be, and what stands in each field. */
export interface Draft {
  readonly document: unknown
  /** Somebody typed it, or it came from a file: what is wrong with it is told. */
  readonly isTyped: boolean
  valueAt(path: string): string
}

/** What was typed over what there is, or a whole file that came along in the form, or else what there is. */
export function draftOf(form: TypedForm, base: object): Draft {
  const whole = wholeOf(form)
  if (whole) return draftFrom(whole)
  if (form.isEmpty) return { ...draftFrom(base), isTyped: false }
  const typed = withoutSecrets(form)
  return {
    document: filledIn(typed, [...groupsBefore, ...frenchParts(typed), ...groupsAfter], base),
    isTyped: true,
    valueAt: (path) => typed.text(path),
  }
}

/** A whole file, in the fields. */
export function draftFrom(document: object): Draft {
  const values = fieldsByPath(document)
  return { document, isTyped: true, valueAt: (path) => values.get(path) ?? '' }
}

function wholeOf(form: TypedForm): object | undefined {
  if (!form.has(documentField)) return undefined
  try {
    const document: unknown = JSON.parse(form.text(documentField))
    return typeof document === 'object' && document !== null ? document : undefined
  } catch {
    return undefined
  }
}

/** Where somebody may paste a key in place of where it lies. */
const keyPaths = ['ebox.privateKeyFile', 'seal.certificateFile', 'seal.privateKeyFile']
const keyMark = 'PRIVATE KEY'

/** Capitals in a colour are no fault. Of a key that was pasted nothing is left but that it was one, to be told. */
function withoutSecrets(form: TypedForm): Pick<TypedForm, 'text'> {
  return {
    text(path) {
      const typed = form.text(path)
      if (keyPaths.includes(path) && typed.includes(keyMark)) return keyMark
      return path.startsWith('theme.') ? typed.toLowerCase() : typed
    },
  }
}

/** What stands in a field again. */
export function shownValue({ valueAt }: Draft, path: string): string {
  const value = valueAt(path)
  return keyPaths.includes(path) && value === keyMark ? '' : value
}

/** French is left out of the file as a whole when none of it is filled in: whether it may be, the file's check says. */
function frenchParts(form: Pick<TypedForm, 'text'>): readonly DocumentPart[] {
  const fields = frenchGroups.flatMap((group) => group.fields)
  return fields.some(({ path }) => form.text(path) !== '') ? frenchGroups : [{ fields, leftOut: 'french' }]
}

/** The name of a field for people, by its place in the file: `Ondertekening: Regels onder de brief`. */
export function nameOfField(path: string): string {
  const group = allGroups.find(({ fields }) => fields.some((field) => field.path === path))
  const field = group?.fields.find((one) => one.path === path)
  return group && field ? `${group.label}: ${field.label}` : path
}

export function fieldOf(path: string): DocumentField | undefined {
  return allFields.find((field) => field.path === path)
}

/** In the order of the form; what has no field comes last. */
export function inFormOrder<Place extends { readonly path: string }>(all: readonly Place[]): Place[] {
  const order = allFields.map(({ path }) => path)
  const at = ({ path }: Place) => (order.includes(path) ? order.indexOf(path) : order.length)
  return all.toSorted((one, other) => at(one) - at(other))
}

/** Where what has no field is told. */
export const wholeForm = 'gemeente'

/** A sentence at the field of each fault: what is wrong and what to do. */
export function errorsOf(faults: readonly TextFault[], { valueAt }: Draft): FieldErrors {
  const found = new Map<string, string>()
  for (const fault of faults) {
    const [, path = fault.path, line] = /^(.*?)(?:\.(\d+))?$/.exec(fault.path) ?? []
    const field = fieldOf(path)
    const at = field || path === 'french' ? path : wholeForm
    if (!found.has(at)) found.set(at, sentenceFor(fault, { field, line, valueAt }))
  }
  return Object.fromEntries(
    inFormOrder([...found].map(([path, text]) => ({ path, text }))).map(({ path, text }) => [path, text]),
  )
}

interface Place extends Pick<Draft, 'valueAt'> {
  readonly field: DocumentField | undefined
  readonly line: string | undefined
}

function sentenceFor(fault: TextFault, { field, line, valueAt }: Place): string {
  if (fault.path === 'french')
    return valueAt('languageRegime') === 'nl' ? formTexts.frenchTooMuch : formTexts.frenchMissing
  if (!field) return formTexts.elsewhere([fault.path, fault.says].filter(Boolean).join(' '))
  if (fault.because === 'wrong-form' && field.path === 'arms') return formTexts.arms(fault)
  if (fault.because === 'wrong-form' && fault.says && field.path === 'theme.colour')
    return faintText(valueAt(field.path))
  const own =
    fault.because === 'wrong-form' || fault.because === 'missing' ? formTexts.wrong[field.path] : undefined
  const isEmpty = valueAt(field.path) === '' && !field.choices
  if (own && !isEmpty) return own
  const name = line === undefined ? field.label : letterTexts.faults.line(field.label, Number(line) + 1)
  return sentenceOf(isEmpty && !field.isOptional ? { ...fault, because: 'missing' } : fault, name)
}

/** The contrast that a colour has, and which nearest one would do. */
export function faintText(colour: string): string {
  return formTexts.faint(contrastOnPages(colour), leastContrast, nearestReadable(colour))
}
