import { nameOf } from './extend-ruleset.ts'
import type { Mark } from './ruleset.ts'

export interface MarkedValue {
  /** `hours.DIGITAL`, `statutoryTexts.kwb-94ter`. */
  readonly path: string
  readonly mark: Mark
  readonly source: string
  /** The day on which it was read there. */
  readonly readOn?: string | undefined
  /** What the ruleset says: a text, a list, a rule. */
  readonly value: unknown
  readonly note?: string | undefined
  readonly checkedBy?: string | undefined
  readonly checkedAt?: string | undefined
}

export type UnverifiedValue = Omit<MarkedValue, 'checkedBy' | 'checkedAt'>

/** Everything that was neither read in the law nor in a current public source, nor signed off since. */
export function unverifiedValues(ruleset: object): UnverifiedValue[] {
  return markedValues(ruleset).filter(
    ({ mark, checkedBy, checkedAt }) => mark !== 'L' && mark !== 'S' && !(checkedBy && checkedAt),
  )
}

/** Every value of a ruleset that carries a mark, with its path. */
export function markedValues(ruleset: object): MarkedValue[] {
  return [...marksUnder(ruleset, '')]
}

interface MarkedNode extends MarkedValue {
  readonly article: string
  readonly text: string
  readonly offset: object
  readonly keepUntil: string
  readonly title: string
  readonly label: string
}

function* marksUnder(node: unknown, path: string): Generator<MarkedValue> {
  if (typeof node !== 'object' || node === null) return
  const { mark, source, article, note, checkedBy, checkedAt, readOn, ...rest } = node as Partial<MarkedNode>
  if (mark)
    yield {
      path,
      mark,
      source: source ?? article ?? '',
      value: rest.value ?? rest.text ?? rest.offset ?? rest.keepUntil ?? rest.title ?? rest.label,
      ...(readOn && { readOn }),
      ...(note && { note }),
      ...(checkedBy && checkedAt && { checkedBy, checkedAt }),
    }
  for (const [key, child] of Object.entries(node))
    yield* marksUnder(child, path === '' ? key : `${path}.${nameOf(child) ?? key}`)
}
