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
  return {
    voterId: asUuid(vault.index(`voter|${municipalityId}|${electionId}|${number}`)),
    nrnCipher: vault.seal(number),
    nrnIndex: vault.index(number),
  }
}

/** The first sixteen bytes as a UUID of version 8 (RFC 9562: a form of one's own). */
function asUuid(bytes: Buffer): VoterId {
  const hex = bytes.toString('hex', 0, 16)
  const variant = ((bytes[8]! & 0x3f) | 0x80).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20)}` as VoterId
}
