import type { LoadedPlate, PlateTemplate } from '../../platform/pdf/plate.ts'
import type { Pressed } from '../../platform/pdf/press.ts'
import type { Typesetter, TypstSource } from '../../platform/pdf/typesetter.ts'

export const letterTemplate = { version: '1' } as const

/** What all letters of one plate say: one municipality, election, room, voter category and language. */
export interface PlateFacts {
  readonly language: 'nl' | 'fr'
  readonly municipality: {
    readonly name: string
    /** SVG text; without it the letter shows the name alone. */
    readonly arms?: string
    readonly department: string
    readonly addressLines: readonly string[]
    readonly phone: string
    readonly email: string
    readonly website: string
    readonly signedBy: readonly string[]
  }
  readonly election: {
    /** The legal title, `oproepingsbrief` or `uitnodigingsbrief`, in the letter's language. */
    readonly legalName: string
    readonly name: string
    /** yyyy-mm-dd */
    readonly pollingDay: string
    readonly attendanceDuty: boolean
    readonly assemblies: readonly { readonly name: string; readonly seats?: number }[]
    readonly statements: readonly Statement[]
    readonly statutoryTexts: readonly StatutoryText[]
    /** `Kieswet`: gives free postage. */
    readonly postageMention: string
    /** Colour of the paper to print on, for the printer: no meaning hangs on it. */
    readonly paperColour: string
  }
  readonly room: {
    readonly bureau: string
    readonly name: string
    readonly place: string
    readonly addressLines: readonly string[]
    /** hh:mm */
    readonly opens: string
    /** hh:mm */
    readonly closes: string
    /** How one gets in with a wheelchair and the like, when known. */
    readonly access?: string
  }
  readonly duplicateDesk: {
    readonly place: string
    readonly addressLines: readonly string[]
    readonly hours: readonly string[]
  }
  /** Label of the voter's category, only where the letter's model names it. */
  readonly voterCategory?: string
}

export interface Statement {
  readonly key: string
  readonly title: string
  readonly text: string
}

export interface StatutoryText {
  readonly title: string
  readonly text: string
  /** The law and its article. */
  readonly source: string
}

/** What a letter says of one voter: no birth date, sex or national number (the law asks none of them). */
export interface VoterFacts {
  readonly letterId: string
  readonly fullName: string
  /** The lines under the name on the envelope, at most five. */
  readonly addressLines: readonly string[]
  /** The main residence on the voters list, on one line. */
  readonly listAddressLine: string
  readonly listNumber: number
  /** `DUPLICAAT` on a duplicate. */
  readonly mark?: string
  /** Text of the QR code, at most 251 bytes. */
  readonly qrText: string
}

/** The letter with open slots: for `makePlate`. */
export function plateSource(_facts: PlateFacts): PlateTemplate {
  throw new Error('not made yet')
}

/** The same letter with a voter's data, for the typesetter. */
export function wholeSource(_facts: PlateFacts, _voter: VoterFacts): TypstSource {
  throw new Error('not made yet')
}

export function slotValues(_voter: VoterFacts): Record<string, string> {
  throw new Error('not made yet')
}

/** Fills in the plate for a voter; refuses what does not fit it. */
export function pressLetter(_plate: LoadedPlate, _voter: VoterFacts): Pressed {
  throw new Error('not made yet')
}

export interface RenderedLetter {
  readonly pdf: Uint8Array
  /** Why the letter did not fit its plate and was typeset whole. */
  readonly typesetWhole?: 'does-not-fit' | 'missing-glyph'
}

/** Makes a voter's letter: pressed, or typeset whole when it does not fit its plate. */
export async function renderLetter(
  _on: { typesetter: Typesetter },
  _letter: { plate: LoadedPlate; facts: PlateFacts; voter: VoterFacts },
): Promise<RenderedLetter> {
  throw new Error('not made yet')
}
