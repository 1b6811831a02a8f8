import { z } from 'zod'
import { marks, type Sourced } from '../../elections/index.ts'
import { type SeatRole, seatRoles } from '../bureau-rules.ts'
import {
  type LetterBureau,
  letterBureaus,
  type MemberLetterField,
  type MemberLetterKind,
  memberLetterFields,
  memberLetterKinds,
} from './member-letter-facts.ts'

/** Whom it is for; absent: everybody. */
interface For {
  readonly kinds?: readonly LetterBureau[] | undefined
  readonly roles?: readonly SeatRole[] | undefined
}

/** The words of a letter, with `{fields}`. A box with place and hour stands after the opening where `showsWhere`. */
export interface MemberLetterText {
  readonly title: string
  readonly opening: readonly (string | (For & { readonly text: string }))[]
  readonly showsWhere: boolean
  readonly parts: readonly MemberLetterPart[]
}

export interface MemberLetterPart extends For, Pick<Sourced<unknown>, 'mark' | 'note'> {
  readonly key: string
  readonly title: string
  readonly text: readonly string[]
  /** In its stead in a letter that replaces one from which the time for an excuse runs already. */
  readonly corrected?: readonly string[] | undefined
  /** Where the law, or a public source, says it; absent: a habit. */
  readonly article?: string | undefined
}

export interface MemberLetters {
  readonly regime: 'KWB' | 'LPKD'
  readonly version: number
  readonly readOn: string
  /** How a letter calls who sits there. */
  readonly roleNames: Readonly<Record<LetterBureau, Readonly<Partial<Record<SeatRole, string>>>>>
  /** The number of the legal form that this letter stands for. */
  readonly forms: readonly (For & Pick<Sourced<unknown>, 'mark' | 'note'> & Form)[]
  readonly letters: Readonly<Record<MemberLetterKind, MemberLetterText>>
  /** What who chairs is told beside the letter, as long as the municipality wrote nothing of its own. */
  readonly instructions: { readonly title: string; readonly parts: readonly MemberLetterPart[] }
}

interface Form {
  readonly key: string
  readonly letter: MemberLetterKind
  readonly form: string
  readonly article: string
}

const known = new Set<string>(memberLetterFields)
const fieldIn = /\{([^{}]*)\}/g

/** Text in which each field between braces is one that the program fills in. */
const words = z
  .string()
  .trim()
  .min(1)
  .superRefine((text, context) => {
    for (const [, field] of text.matchAll(fieldIn))
      if (!known.has(field!))
        context.addIssue({
          code: 'custom',
          message: `{${field}} is no field; there are ${memberLetterFields.join(', ')}`,
        })
  })
const plain = z.string().trim().min(1)
const whom = {
  kinds: z.array(z.enum(letterBureaus)).min(1).optional(),
  roles: z.array(z.enum(seatRoles)).min(1).optional(),
}
const sure = { article: plain, mark: z.enum(marks), note: plain.optional() }

const part = z.strictObject({
  key: plain,
  title: words,
  text: z.array(words).min(1),
  corrected: z.array(words).min(1).optional(),
  ...sure,
  ...whom,
  article: plain.optional(),
})
const letter = z.strictObject({
  title: words,
  opening: z.array(z.union([words, z.strictObject({ text: words, ...whom })])).min(1),
  showsWhere: z.boolean(),
  parts: z.array(part),
})
const names = z.partialRecord(z.enum(seatRoles), plain)

/** A file of `letters/`. */
export const memberLettersSchema: z.ZodType<MemberLetters> = z.strictObject({
  regime: z.enum(['KWB', 'LPKD']),
  version: z.int().min(1),
  readOn: z.iso.date(),
  roleNames: z.record(z.enum(letterBureaus), names),
  forms: z.array(
    z.strictObject({ key: plain, letter: z.enum(memberLetterKinds), form: plain, ...sure, ...whom }),
  ),
  letters: z.record(z.enum(memberLetterKinds), letter),
  instructions: z.strictObject({ title: plain, parts: z.array(part).min(1) }),
})

/** The text with its fields. Throws when one has no value: a letter with a hole may not leave. */
export function filled(text: string, values: Readonly<Partial<Record<MemberLetterField, string>>>): string {
  return text.replaceAll(fieldIn, (_, field: MemberLetterField) => {
    const value = values[field]
    if (value === undefined) throw new Error(`the letter asks for {${field}}, which is not there`)
    return value
  })
}

/** Whether something is meant for who sits there. */
export function isFor({ kinds, roles }: For, kind: LetterBureau, role: SeatRole): boolean {
  return (kinds?.includes(kind) ?? true) && (roles?.includes(role) ?? true)
}
