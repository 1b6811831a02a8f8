import type { CampaignId, MunicipalityId } from '../platform/ids.ts'
import type { Schedule } from './schedule.ts'

export type DocumentLanguage = 'nl' | 'fr' | 'de'

/** What all documents of a campaign have in common. Fixed when the campaign is opened. */
export interface CampaignMessage {
  readonly subject: string
  /** ASCII, with its extension. */
  readonly fileName: string
  readonly language: DocumentLanguage
  readonly messageTypeId: string
  readonly senderEnterpriseNumber: string
  readonly senderApplicationId: string
  /** How documents in another language than the message's own show in a mailbox. */
  readonly translations?: Readonly<
    Partial<Record<DocumentLanguage, Pick<CampaignMessage, 'subject' | 'fileName'>>>
  >
}

/** The message of a document in this language. Throws when nobody wrote it: a mailbox shows one language. */
export function messageIn(
  { translations = {}, ...message }: CampaignMessage,
  language: DocumentLanguage = message.language,
): Omit<CampaignMessage, 'translations'> {
  if (language === message.language) return message
  const translation = translations[language]
  if (!translation) throw new Error(`the campaign has no message in language ${language}`)
  return { ...message, ...translation, language }
}

export type CampaignState = 'open' | 'stopped'

export interface CampaignRef {
  readonly municipalityId: MunicipalityId
  readonly campaignId: CampaignId
}

/** A batch is what one job handles: some hundreds of documents of one campaign. */
export interface BatchRef extends CampaignRef {
  readonly batch: number
}

/** The batches that alone may leave, until somebody looked at what arrived and lets the others go. */
export interface Wave {
  readonly from: number
  /** Before `from`: everything is held back. */
  readonly through: number
}

export const nothingLeaves: Wave = { from: 1, through: 0 }

export interface Campaign extends CampaignRef {
  readonly documentKind: string
  readonly reference: string
  readonly message: CampaignMessage
  readonly state: CampaignState
  readonly stoppedBecause: string | null
  readonly wave: Wave | null
  readonly schedule: Schedule | null
}
