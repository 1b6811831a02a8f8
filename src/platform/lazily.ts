/** Something that is made at its first use, and once: what a process never asks for is not even loaded. */
export interface Lazy<Thing> {
  get(): Promise<Thing>
  /** `undefined` while nobody asked for it. */
  readonly made: Promise<Thing> | undefined
}

export function lazily<Thing>(make: () => Promise<Thing>): Lazy<Thing> {
  let made: Promise<Thing> | undefined
  return {
    get() {
      made ??= make()
      return made
    },
    get made() {
      return made
    },
  }
}
