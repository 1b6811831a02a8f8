import { english } from './finding-texts.en.ts'
import { dutch } from './finding-texts.nl.ts'
import type { FileFault, FindingCode } from './import-finding.ts'

export interface FindingText {
  readonly reason: string
  readonly remedy: string
}

export type FindingTexts = Readonly<Record<FindingCode | FileFault, FindingText>>
export type TextLanguage = 'en' | 'nl'

/** Why the row or the file is refused or marked, and what the clerk or the supplier can do about it. */
export function findingText(code: FindingCode | FileFault, language: TextLanguage): FindingText {
  return (language === 'nl' ? dutch : english)[code]
}
