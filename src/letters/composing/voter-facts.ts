import type { LetterLanguage } from '../../elections/index.ts'
import { addressLines } from '../../platform/address.ts'
import type { LetterId } from '../../platform/ids.ts'
import type { VoterFact } from '../../voters/index.ts'
import type { VoterFacts } from '../letter-template/letter-template.ts'

/** As a letter writes it. */
export function fullName({ firstNames, lastName }: Pick<VoterFact, 'firstNames' | 'lastName'>): string {
  return [firstNames, lastName].filter(Boolean).join(' ')
}

/**
 * What a letter says of its voter (Kieswetboek art. 107, LPKD art. 54): name, residence, number on the list.
 * Birth date, sex and national number are not among the mentions of the law, so they are not here.
 */
export function voterFacts(
  letterId: LetterId,
  voter: VoterFact,
  language: LetterLanguage,
): Omit<VoterFacts, 'qrText'> {
  return {
    letterId,
    fullName: fullName(voter),
    addressLines: addressLines(voter.deliveryAddress ?? voter.listAddress, language),
    listAddressLine: addressLines({ ...voter.listAddress, careOf: undefined }, language).join(', '),
    listNumber: voter.listNumber,
  }
}
