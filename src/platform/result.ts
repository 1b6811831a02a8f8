/** An expected refusal: a stable code, and the facts a person needs to mend it. */
export interface Refused<Code extends string = string> {
  readonly ok: false
  readonly because: Code
  readonly detail?: string
}

/** Expected outcomes are returned; bugs and outages throw. */
export type Result<Success, Code extends string = string> = ({ readonly ok: true } & Success) | Refused<Code>

export function refused<Code extends string>(because: Code, detail?: string): Refused<Code> {
  return detail === undefined ? { ok: false, because } : { ok: false, because, detail }
}
