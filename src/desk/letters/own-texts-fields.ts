import {
  type MunicipalitySettings,
  mayAskForFrench,
  type OwnTexts,
  ownTextsOf,
  type TextFault,
} from '../../municipalities/index.ts'
import type { FieldErrors } from '../../platform/http/components/index.ts'
import type { TypedForm } from '../../platform/http/typed-form.ts'
import { type DocumentField, type DocumentPart, filledIn } from '../document-form.ts'
import { texts } from './own-texts.nl.ts'

/** What is left out as a whole is as in Dutch. */
export interface TextsGroup extends DocumentPart {
  readonly name: keyof typeof texts.groups
}

const { fields: said, groups } = texts

const address = (above: string): DocumentField[] => [
  { path: `${above}.street`, label: said.street },
  { path: `${above}.houseNumber`, label: said.houseNumber, width: 5 },
  { path: `${above}.box`, label: said.box, width: 5, isOptional: true },
  { path: `${above}.postcode`, label: said.postcode, width: 5 },
  { path: `${above}.city`, label: said.city },
]

const dutch: readonly TextsGroup[] = [
  {
    name: 'contact',
    fields: [
      { path: 'contact.department', label: said.department, hint: said.departmentHint },
      ...address('contact.address'),
      { path: 'contact.phone', label: said.phone, type: 'tel' },
      { path: 'contact.email', label: said.email, type: 'email' },
      { path: 'contact.website', label: said.website, hint: said.websiteHint, type: 'url' },
    ],
  },
  {
    name: 'desk',
    fields: [
      { path: 'duplicateDesk.place', label: said.place, hint: said.placeHint },
      ...address('duplicateDesk.address'),
      { path: 'duplicateDesk.hours', label: said.hours, hint: said.hoursHint, lines: 6 },
    ],
  },
  {
    name: 'practical',
    fields: [
      {
        ...{ path: 'practicalInfo', label: said.practicalInfo, hint: said.practicalInfoHint },
        ...{ lines: 4, isOptional: true },
      },
    ],
  },
  {
    name: 'signature',
    fields: [{ path: 'sender.signedBy', label: said.signedBy, hint: said.signedByHint, lines: 4 }],
  },
]

const french: readonly TextsGroup[] = [
  {
    name: 'french',
    fields: [
      { path: 'french.name', label: said.frenchName, isOptional: true },
      { path: 'french.department', label: said.department, hint: said.frenchHint },
    ],
  },
  { name: 'frenchAddress', fields: address('french.address'), leftOut: 'french.address' },
  {
    name: 'frenchDesk',
    fields: [
      { path: 'french.duplicateDesk.place', label: said.place, hint: said.frenchHint },
      { path: 'french.duplicateDesk.hours', label: said.hours, hint: said.frenchHint, lines: 4 },
    ],
  },
  {
    name: 'frenchDeskAddress',
    fields: address('french.duplicateDesk.address'),
    leftOut: 'french.duplicateDesk.address',
  },
  {
    name: 'frenchPractical',
    fields: [
      {
        ...{ path: 'french.practicalInfo', label: said.practicalInfo, hint: said.frenchPracticalHint },
        ...{ lines: 4, isOptional: true },
      },
    ],
  },
  {
    name: 'frenchSignature',
    fields: [{ path: 'french.signedBy', label: said.signedBy, hint: said.frenchHint, lines: 4 }],
  },
]

/** What this municipality may word: in French only where a voter may ask for French. */
export function groupsFor({
  languageRegime,
}: Pick<MunicipalitySettings, 'languageRegime'>): readonly TextsGroup[] {
  return mayAskForFrench(languageRegime) ? [...dutch, ...french] : dutch
}

const names: ReadonlyMap<string, string> = new Map(
  [...dutch, ...french].flatMap(({ name, fields }) =>
    fields.map(({ path, label }) => [path, `${groups[name]}: ${label}`] as const),
  ),
)

/** The name of a text for people, by its place in the file: `Ondertekening: Regels onder de brief`. */
export function nameOfText(path: string): string {
  return names.get(path) ?? path
}

/** In the order of the form; the database keeps no order of a file. */
export function inFormOrder<Text extends { readonly path: string }>(all: readonly Text[]): Text[] {
  const order = [...names.keys()]
  return [...all].sort((one, other) => order.indexOf(one.path) - order.indexOf(other.path))
}

/** What was typed, as texts of the municipality; a text without a field here stays as it is. */
export function typedTexts(form: TypedForm, settings: MunicipalitySettings): OwnTexts {
  return filledIn(form, groupsFor(settings), ownTextsOf(settings)) as OwnTexts
}

/** Where what is wrong with the texts as a whole is told. */
export const wholeForm = 'teksten'

/** A sentence at the field of each fault. What is wrong in the rest of the file is told above the form. */
export function errorsOf(faults: readonly TextFault[], settings: MunicipalitySettings): FieldErrors {
  const fields = groupsFor(settings).flatMap((group) => group.fields)
  return Object.fromEntries(
    faults.map((fault) => {
      const [, path = fault.path, line] = /^(.*?)(?:\.(\d+))?$/.exec(fault.path) ?? []
      const field = fields.find((one) => one.path === path)
      if (!field) return [wholeForm, texts.faults.elsewhere(fault.path)]
      const name = line === undefined ? field.label : texts.faults.line(field.label, Number(line) + 1)
      return [path, sentenceOf(fault, name)]
    }),
  )
}

/** What is wrong with a field of this name, and what to do. */
export function sentenceOf({ path, because, most = 0, characters = '' }: TextFault, name: string): string {
  const { faults } = texts
  if (because === 'too-long' || because === 'too-many-lines') return faults[because](name, most)
  if (because === 'unprintable') return faults.unprintable(name, [...characters].map(shown).join(' '))
  const form = because === 'wrong-form' ? faults.forms[path.split('.').at(-1)!] : undefined
  return form ?? faults.missing(name)
}

/** What can't be seen, or turns the sentence round that it stands in, is told by its number. */
function shown(character: string): string {
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
  return /[\p{C}\p{Z}]/u.test(character) ? texts.faults.invisible(code) : character
}
