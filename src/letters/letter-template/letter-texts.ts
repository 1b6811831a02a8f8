import type { PlateFacts } from './letter-facts.ts'
import { textsFr } from './texts.fr.ts'
import { textsNl } from './texts.nl.ts'

/** The words that the layout itself brings. */
export interface LetterTexts {
  readonly invitation: (date: string) => string
  readonly convocation: (date: string) => string
  readonly whereAndWhen: string
  readonly where: string
  readonly when: string
  readonly bureau: (bureau: string) => string
  /** Times as hh:mm. */
  readonly hours: (opens: string, closes: string) => string
  readonly bringTitle: string
  readonly bring: readonly string[]
  readonly yourDetails: string
  readonly listNumber: string
  readonly name: string
  readonly listAddress: string
  readonly youElect: string
  readonly seats: (assembly: string, seats: number) => string
  readonly goodToKnow: string
  readonly qrCaption: string
  readonly qrAlternative: (website: string) => string
  readonly seeBack: string
  readonly armsAlternative: (municipality: string) => string
  readonly practical: string
  readonly duplicateDesk: string
  readonly questions: string
  readonly practicalInfo: string
  readonly access: string
  readonly stepFree: string
  readonly statutory: string
  readonly source: string
  readonly page: (page: number) => string
  /** The subject of the message in the mailbox. `replaced`: the voter was sent another before; `duplicate`: the same. */
  readonly subject: (letter: {
    legalName: string
    date: string
    election: string
    replaced?: { readonly day: string; readonly orBefore: boolean }
    duplicate: boolean
  }) => string
}

export function textsFor(language: PlateFacts['language']): LetterTexts {
  return language === 'fr' ? textsFr : textsNl
}
