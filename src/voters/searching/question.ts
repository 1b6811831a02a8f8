/** What a clerk knows of the voter who is looked for. */
export type Question =
  | { readonly listNumber: number }
  /** As it was typed; it goes no further than its look-up index. */
  | { readonly nationalNumber: string }
  | Description

/** All that is given has to fit. A birth date alone is no question: it needs a name beside it. */
export interface Description {
  readonly name?: string | undefined
  /** `yyyy-mm-dd`. */
  readonly birthDate?: string | undefined
  readonly street?: string | undefined
  readonly houseNumber?: string | undefined
}

/**
 * The most characters that a question may have: as many as a list holds (`listColumns`). What is longer answers to nobody,
 * and each of its letters makes the look-up dearer.
 */
export const longestQuestion = { name: 241, street: 120, houseNumber: 12 } as const

/** What of it is longer than anything that could answer. */
export function tooLongIn(question: Description): readonly (keyof typeof longestQuestion)[] {
  const parts = ['name', 'street', 'houseNumber'] as const
  return parts.filter((part) => (question[part]?.length ?? 0) > longestQuestion[part])
}

/** What kind of question it was, for the audit log: never what was typed. */
export function kindOf(question: Question): readonly string[] {
  return Object.entries(question)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([kind]) => kind)
}

/** `exact`: every word as it was typed. `near`: with a typing error, another spelling or only the first letters. */
export type Closeness = 'exact' | 'near'

/** Behind which voter a next page starts; nothing of a person can be read in it. */
export interface SearchPlace {
  readonly closeness: Closeness
  readonly listNumber: number
}
