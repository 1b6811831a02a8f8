import type { Clock } from '../platform/clock.ts'

interface Made<T> {
  readonly made: Promise<T | undefined>
  readonly until: number
}

/**
 * Makes what anybody may ask for at most once in so many seconds for each name, however many ask at once. What is not there is
 * not remembered: anybody can ask for anything. It holds so many names at most, and lets go of the one that was made first.
 */
export function rememberBriefly<T>(
  clock: Clock,
  seconds: number,
  make: (name: string) => Promise<T | undefined>,
  most = 1000,
): (name: string) => Promise<T | undefined> {
  const remembered = new Map<string, Made<T>>()
  return (name) => {
    const now = clock.now().getTime()
    const before = remembered.get(name)
    if (before && now < before.until) return before.made
    const anew = { made: make(name), until: now + seconds * 1000 }
    remembered.delete(name)
    remembered.set(name, anew)
    if (remembered.size > most) remembered.delete(remembered.keys().next().value!)
    const forget = () => {
      if (remembered.get(name) === anew) remembered.delete(name)
    }
    anew.made.then((value) => value ?? forget(), forget)
    return anew.made
  }
}
