import { momentText } from '../home/day-texts.ts'
import type { NamedGlass, NamedRelease } from './release-facts.ts'
import { texts } from './release-texts.nl.ts'

/** By what somebody decided who did not do it by the own right; nothing for all others. */
export function standInText({ authority, absent }: NamedRelease): string | undefined {
  if (!authority) return undefined
  const { as } = texts.released
  const { because } = authority
  return authority.as === 'deputy' ? as.deputy(absent, because) : as['broken-glass'](because)
}

export function glassText({ name, brokenAt, until, reason }: NamedGlass): string {
  return texts.glass.broken(name, momentText(brokenAt), momentText(until), reason)
}
