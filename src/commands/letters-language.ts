import { counted } from './counted.ts'

/** For whoever composes, asks and releases. */
export function languageLines(unmetLanguage: number): string[] {
  if (unmetLanguage === 0) return []
  const who = counted(unmetLanguage, 'voter')
  return [
    `! ${who} asked for a letter in French. Letters are written in Dutch only: in production none can be released.`,
  ]
}
