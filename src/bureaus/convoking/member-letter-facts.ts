import type { Address } from '../../platform/address.ts'
import type { SeatRole } from '../bureau-rules.ts'

/** What is written to a member of a bureau with legal force. Mails and text messages only point to it. */
export const memberLetterKinds = [
  'designation',
  'called-up',
  'retracted',
  'excuse-granted',
  'excuse-refused',
  'reason-accepted',
  'reason-refused',
] as const
export type MemberLetterKind = (typeof memberLetterKinds)[number]

/** Bureaus as letters speak of them: a reserve is one for polling bureaus or for counting bureaus. */
export const letterBureaus = ['POLLING', 'COUNTING', 'MAIN', 'POLLING_RESERVE', 'COUNTING_RESERVE'] as const
export type LetterBureau = (typeof letterBureaus)[number]

/** What a chair is told beside the letter. The text stands in the facts, so that the letter says for ever what it said. */
export interface LetterInstructions {
  /** Of the municipality; 0: those that come with the program. */
  readonly version: number
  readonly title: string
  readonly parts: readonly { readonly title: string; readonly text: readonly string[] }[]
}

/** The fields that the words of a letter may ask for. */
export const memberLetterFields = [
  'role',
  'bureau',
  'election',
  'pollingDay',
  'municipality',
  'authority',
  'decidedOn',
  'meetingTime',
  'excuseWindow',
  'answerAddress',
  'phone',
  'email',
  'reason',
  'fee',
  'fine',
  'exemptionUntil',
  'standbyFrom',
] as const
export type MemberLetterField = (typeof memberLetterFields)[number]

/** As what somebody is called, where and when: what may change after the letter left. */
export interface ToldSeat {
  readonly kind: LetterBureau
  readonly role: SeatRole
  /** `stembureau 12`. */
  readonly bureau: string
  /** Absent: it is not known, or there is no one place, as for a reserve. */
  readonly where?:
    | {
        readonly place: string
        readonly room: string
        readonly address: Address
        /** `06:30`, when the members are expected; absent: nobody knows the hour of a main bureau. */
        readonly meetingTime?: string | undefined
      }
    | undefined
  /** `06:30`, from when a reserve has to be within reach. */
  readonly standbyFrom?: string | undefined
}

/** The letter that this one replaces. */
export interface Correction {
  /** ISO day on which it was sent. */
  readonly sentOn: string
  readonly told: ToldSeat
  /** The time to ask an excuse runs from that letter, and this one does not start it again. */
  readonly isTimeRunning: boolean
}

/** What one letter to one member of a bureau says. The same facts give the same bytes. */
export interface MemberLetterFacts extends ToldSeat {
  readonly letter: MemberLetterKind
  readonly regime: 'KWB' | 'LPKD'
  readonly election: { readonly name: string; readonly pollingDay: string }
  readonly municipality: {
    readonly name: string
    readonly department: string
    readonly address: Address
    readonly phone: string
    readonly email: string
    /** SVG. */
    readonly arms?: string | undefined
  }
  readonly person: { readonly name: string; readonly address: Address }
  /** What an earlier letter said that is no longer true; absent: this one replaces none. */
  readonly correction?: Correction | undefined
  /** For who chairs, or replaces who chairs. */
  readonly instructions?: LetterInstructions | undefined
  /** Who decided: the magistrate, or the chair of the main bureau. */
  readonly authority: string
  /** ISO day of the decision. */
  readonly decidedOn: string
  /** `48 uur`, within which an excuse is asked. */
  readonly excuseWindow: string
  /** Euros as written, `50 euro`; absent: nobody vouches for an amount, and the letter names none. */
  readonly fee?: string | undefined
  /** `50 tot 200 euro`; absent: nobody vouches for an amount. */
  readonly fine?: string | undefined
  /** ISO day until which somebody who served before may ask to be let off; absent: there is none, or it is past. */
  readonly exemptionUntil?: string | undefined
  /** Why an excuse was refused, or a call taken back. */
  readonly reason?: string | undefined
  /** Where the person answers, on the screen and in the code; it leads to a login and says nothing of the person. */
  readonly answerAddress: string
  /** What the person names on the phone: no national number. */
  readonly reference: string
}
