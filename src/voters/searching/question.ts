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
