import type { z } from 'zod'
import type { SvgFault } from './svg-safety.ts'

/** What a municipality file keeps to beyond the form of each field, in the words of the command line. */
const fileRules = {
  'belgian-postcode': 'is not a Belgian postcode',
  'enterprise-number': 'is not an enterprise number: length or check digits do not fit',
  'district-twice': 'names a district twice',
  'postcode-twice': 'names a postcode twice',
  'language-twice': 'names a language twice',
  'without-dutch': 'has to have "nl"',
  'no-day': 'is not a day of the calendar as 2029-06-10',
  'says-nothing': 'says nothing',
  'key-itself': 'is a key: give the path of its file',
} as const

/** A rule that was broken, for whoever says it in another language. */
export type FileRule =
  | keyof typeof fileRules
  | 'without-french'
  | 'french-missing'
  | 'french-too-much'
  | 'other-language-missing'
  | 'faint-colour'
  | 'drawing'

/** For a refinement of the schema: the sentence, and beside it the name of the rule. */
export function rule(name: keyof typeof fileRules) {
  return { error: fileRules[name], params: { rule: name } }
}

interface BrokenRule {
  readonly rule: FileRule
  readonly message: string
  readonly path?: string[]
  readonly drawing?: SvgFault
  /** The nearest colour that reads. */
  readonly nearest?: string
}

/** For a rule whose sentence follows from what the file says. */
export function breakRule<T>(context: z.core.$RefinementCtx<T>, broken: BrokenRule): void {
  const { rule: name, message, path, drawing, nearest } = broken
  context.addIssue({
    ...{
      code: 'custom',
      message,
      params: { rule: name, ...(drawing && { drawing }), ...(nearest && { nearest }) },
    },
    ...(path && { path }),
  })
}

/** The rule that an issue tells of. */
export function brokenRule(
  issue: z.core.$ZodIssue,
): Pick<BrokenRule, 'rule' | 'drawing' | 'nearest'> | undefined {
  return issue.code === 'custom'
    ? (issue.params as Pick<BrokenRule, 'rule' | 'drawing' | 'nearest'> | undefined)
    : undefined
}
