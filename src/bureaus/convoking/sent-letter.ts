import type { AssignmentId, CampaignId, DocumentId } from '../../platform/ids.ts'
import type { MemberLetterFacts, MemberLetterKind } from './member-letter-facts.ts'

/**
 * Where a letter to a member is. `sent`: handed to delivery. `undelivered`: it goes on paper. `printed`: it stands in a print file;
 * whether it arrived, only its proof says. `handed-over`: with that proof. `replaced`: a later version says otherwise.
 */
export const sentLetterStates = [
  'sent',
  'delivered',
  'undelivered',
  'printed',
  'handed-over',
  'replaced',
] as const
export type SentLetterState = (typeof sentLetterStates)[number]

/** What may be done in which state: asked by the button and by the server alike. */
export const mayWithLetter = {
  print: ['undelivered', 'printed'],
  prove: ['sent', 'undelivered', 'printed'],
  sendAgain: ['undelivered', 'printed'],
} as const satisfies Record<string, readonly SentLetterState[]>

/** How a letter on paper came to the person: by registered mail with its number, or into the hand. */
export const proofMeans = ['registered', 'in-hand'] as const
export interface DeliveryProof {
  readonly means: (typeof proofMeans)[number]
  /** Of the registered mail. */
  readonly number?: string | undefined
}

/** A letter to a member of a bureau that was handed over for delivery. The id is that of its document. */
export interface SentLetter {
  readonly letterId: DocumentId
  readonly assignmentId: AssignmentId
  readonly kind: MemberLetterKind
  readonly version: number
  readonly facts: KeptFacts
  /** Of the municipality, with the arms that stand on it. */
  readonly settingsVersion: number
  readonly pdfSha256: Buffer
  readonly campaignId: CampaignId
  readonly state: SentLetterState
  readonly sentAt: Date
  readonly sentBy: string
  readonly settledAt: Date | null
  readonly proof: DeliveryProof | null
  /** It replaces one that told another room, place or hour. */
  readonly isCorrection: boolean
}

/** Without the arms, which thousands of letters share. */
export type KeptFacts = MemberLetterFacts & { readonly municipality: { readonly arms?: never } }

/** A letter that calls somebody: it takes the assignment along, from sent to delivered. */
export const callingLetters: readonly MemberLetterKind[] = ['designation', 'called-up']
