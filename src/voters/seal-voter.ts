import { hash } from 'node:crypto'
import type { ElectionId, MunicipalityId, VoterId } from '../platform/ids.ts'
import type { NationalNumber } from '../platform/national-number.ts'
import type { Vault } from '../platform/vault.ts'

export interface VoterKeys {
  readonly voterId: VoterId
  readonly nrnCipher: Buffer
  readonly nrnIndex: Buffer
}

/** What is kept instead of the national number. The same person keeps the same id when a list comes again. */
export function sealVoter(
  vault: Vault,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  number: NationalNumber,
): VoterKeys {
  const nrnIndex = vault.index(number)
  return {
    voterId: voterIdFor(municipalityId, electionId, nrnIndex),
    nrnCipher: vault.seal(number),
    nrnIndex,
  }
}

/** The id alone, of a row that is not taken in. */
export function voterIdOf(
  vault: Vault,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  number: NationalNumber,
): VoterId {
  return voterIdFor(municipalityId, electionId, vault.index(number))
}

/**
 * The id follows from the look-up index, which nobody can make without the vault, and differs from election to
 * election: a UUID of version 8 (RFC 9562: a form of one's own).
 */
function voterIdFor(municipalityId: MunicipalityId, electionId: ElectionId, nrnIndex: Buffer): VoterId {
  const hex = hash('sha256', `voter|${municipalityId}|${electionId}|${nrnIndex.toString('base64')}`, 'hex')
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) & 3]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}` as VoterId
}
