import type { ElectionId, MunicipalityId, VoterId } from '../../platform/ids.ts'
import type { Language } from '../../platform/language.ts'

/** The wish of one citizen to get mail about the letter of one election. Mail leaves once the address is confirmed. */
export interface Subscription {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  /** Keyed hash of the national number. */
  readonly personIndex: Buffer
  /** Another one for each address: links of an earlier one lead nowhere. */
  readonly subscriptionId: string
  readonly voterId: VoterId
  readonly addressSealed: Buffer
  /** Of the pages where it was asked, and so of its mails. */
  readonly language: Language
  readonly askedAt: Date
  /** Of the letter that was there when it was asked; 0: none. Of that one no mail says that it is there. */
  readonly letterVersion: number
  readonly confirmUntil: Date
  readonly confirmedAt: Date | null
  /** When the other side said that it takes no mail for this address. */
  readonly refusedAt: Date | null
}

/** For so long the link that confirms an address works. */
export const confirmHours = 48

/** Most mails a day that ask to confirm an address: to one address, whoever asks, and for one person. */
export const mostConfirmations = { ofAddress: 3, ofPerson: 6 } as const

/** For so long nobody can ask for mail to an address whose owner said that it was not them. */
export const blockedDays = 90

/** As it is typed and as it is kept: without spaces around it, and at most what a mailbox can be (RFC 5321). */
export const longestAddress = 254
