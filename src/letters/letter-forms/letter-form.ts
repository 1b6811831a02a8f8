import type { LetterData, VoterFacts } from '../letter-template/letter-template.ts'
import { tidy } from '../letter-template/slots.ts'

/** All that a letter says, in whatever form it is shown: what its plate kept, and the voter's own facts. */
export interface LetterForm {
  readonly data: LetterData
  /** SVG text. */
  readonly arms?: string | undefined
  readonly voter: VoterFacts
}

/** The voter's texts in one spelling, as the letter itself has them. */
export function voterTexts({ voter }: LetterForm) {
  return {
    fullName: tidy(voter.fullName),
    addressLines: voter.addressLines.map(tidy),
    listAddressLine: tidy(voter.listAddressLine),
    listNumber: String(voter.listNumber),
    mark: voter.mark ?? '',
  }
}
