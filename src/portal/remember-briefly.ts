import type { Clock } from '../platform/clock.ts'

/**
 * Makes what anybody may ask for at most once in so many seconds for each name, however many ask at once. What is not there is
 * not remembered: anybody can ask for anything.
 */
export function rememberBriefly<T>(
  clock: Clock,
  seconds: number,
  make: (name: string) => Promise<T | undefined>,
): (name: string) => Promise<T | undefined> {
  const made = new Map<string, { readonly made: Promise<T | undefined>; readonly until: number }>()
  return (name) => {
    const now = clock.now().getTime()
    const before = made.get(name)
    if (before && now < before.until) return before.made
    const anew = make(name)
    made.set(name, { made: anew, until: now + seconds * 1000 })
    const forget = () => made.delete(name)
    anew.then((value) => value ?? forget(), forget)
    return anew
  }
}
