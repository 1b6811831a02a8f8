/** What all letters of one plate say: one municipality, election, room, voter category and language. */
export interface PlateFacts {
  readonly language: 'nl' | 'fr'
  readonly municipality: {
    readonly name: string
    /** SVG text; without it the letter shows the name alone. */
    readonly arms?: string | undefined
    readonly department: string
    readonly addressLines: readonly string[]
    readonly phone: string
    readonly email: string
    readonly website: string
    /** Lines under the letter: in whose name, then who signs. */
    readonly signedBy: readonly string[]
  }
  readonly election: {
    /** The legal title, `oproepingsbrief` or `uitnodigingsbrief`, in the letter's language. */
    readonly legalName: string
    readonly name: string
    /** yyyy-mm-dd */
    readonly pollingDay: string
    /** True: called up; false: invited. Whether this voter has to vote is a statement of the opening. */
    readonly attendanceDuty: boolean
    /** What is elected, in the order of the ballot. */
    readonly assemblies: readonly { readonly name: string; readonly seats?: number | undefined }[]
    /** What the letter says straight after its opening sentence, such as that voting is a duty. */
    readonly opening: readonly Statement[]
    /** Most important first: what does not fit the front goes to the back. */
    readonly statements: readonly Statement[]
    readonly statutoryTexts: readonly StatutoryText[]
    /** Gives free postage. */
    readonly postageMention: string
    /** Colour of the paper to print on, for the printer; nothing for a category that has no vote. */
    readonly paperColour: string | undefined
  }
  readonly room: {
    /** Number or name of the polling bureau. */
    readonly bureau: string
    /** The room, such as `Turnzaal`. */
    readonly name: string
    /** The building. */
    readonly place: string
    readonly addressLines: readonly string[]
    /** hh:mm */
    readonly opens: string
    /** hh:mm */
    readonly closes: string
    /** How one gets in, in the municipality's own words. */
    readonly entrance?: string | undefined
    /** True: known to be reached without steps. */
    readonly stepFree?: boolean | undefined
  }
  readonly duplicateDesk: {
    readonly place: string
    readonly addressLines: readonly string[]
    readonly hours: readonly string[]
  }
  /** What the municipality says besides, a line each; absent on a letter of one that says nothing. */
  readonly practicalInfo?: readonly string[] | undefined
  /** Label of the voter's category, only where the letter's model names it. */
  readonly voterCategory?: string | undefined
}

/** A keyed text of the ruleset, ready to print. */
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

/** What a letter says of one voter: no birth date, sex or national number, for the law asks none of them. */
export interface VoterFacts {
  readonly letterId: string
  readonly fullName: string
  /** The lines under the name on the envelope, at most five. */
  readonly addressLines: readonly string[]
  /** The main residence on the voters list, on one line. */
  readonly listAddressLine: string
  readonly listNumber: number
  /** `DUPLICAAT` on a duplicate. */
  readonly mark?: string | undefined
  /** Text of the QR code, at most 251 bytes. */
  readonly qrText: string
}
