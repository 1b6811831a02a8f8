import { verify, X509Certificate } from 'node:crypto'
import { deadlineInstant, type Election } from '../../elections/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import {
  readSealCertificate,
  type SealCertificate,
  validityFault,
} from '../../platform/seal/seal-certificate.ts'
import { type SealKey, type SealKeys, SealNotReady } from '../../platform/seal/seal-key.ts'

interface Deps {
  readonly sealKeys: SealKeys<MunicipalityId>
  readonly clock: Clock
}

/** Whether letters of this municipality get a seal now, and of whom. */
export interface SealOfLetters {
  readonly sealed: boolean
  readonly certificate?: SealCertificate
}

/**
 * What a release needs of the seal, so that no campaign gets it for half of its letters: none is asked for, or key and
 * certificate belong together, sign, and hold until polling day is over. Until then a seal is looked at, and a duplicate gets one.
 */
export async function checkSeal(
  { sealKeys, clock }: Deps,
  { municipalityId, pollingDay }: Pick<Election, 'municipalityId' | 'pollingDay'>,
): Promise<Result<SealOfLetters, 'seal-not-ready'>> {
  try {
    const key = await sealKeys.keyFor(municipalityId)
    if (!key) return { ok: true, sealed: false }
    const certificate = readSealCertificate(key.chain)
    refuseInvalid(certificate, { now: clock.now(), until: endOf(pollingDay) })
    await trySigning(key)
    return { ok: true, sealed: true, certificate }
  } catch (error) {
    if (error instanceof SealNotReady) return refused('seal-not-ready', error.message)
    throw error
  }
}

/** The key for a document that has to be sealed now. Throws a `SealNotReady` when there is none that may be used. */
export async function keyForSealing(
  { sealKeys, clock }: Deps,
  municipalityId: MunicipalityId,
): Promise<SealKey> {
  const key = await sealKeys.keyFor(municipalityId)
  if (!key)
    throw new SealNotReady(
      'letters were released with a seal, and the municipality’s file names no key for it any more',
    )
  refuseInvalid(readSealCertificate(key.chain), { now: clock.now() })
  return key
}

const faults = {
  'not-yet-valid': ({ validFrom }: SealCertificate) => `is valid from ${day(validFrom)} on, and not yet`,
  expired: ({ validUntil }: SealCertificate) => `was valid until ${day(validUntil)}, and is not any more`,
  'ends-too-soon': ({ validUntil }: SealCertificate) =>
    `is valid until ${day(validUntil)}, and not until polling day is over`,
}

function refuseInvalid(certificate: SealCertificate, when: { now: Date; until?: Date }): void {
  const fault = validityFault(certificate, when)
  if (fault) throw new SealNotReady(`the certificate of ${certificate.subject} ${faults[fault](certificate)}`)
}

/** A key that lies elsewhere may be locked, or another one than the certificate's. */
async function trySigning(key: SealKey): Promise<void> {
  const probe = Buffer.from('kiesloket: is the key of the seal there?')
  const signatures = await key.sign([probe]).catch((error: Error) => {
    throw new SealNotReady(`the key of the seal does not sign: ${error.message}`)
  })
  const { publicKey } = new X509Certificate(Buffer.from(key.chain[0]!))
  if (!signatures[0] || !verify('sha256', probe, publicKey, signatures[0]))
    throw new SealNotReady('the key of the seal signs, and not as its certificate says')
}

function endOf(pollingDay: string): Date {
  const end = deadlineInstant({ date: pollingDay, bound: 'latest' })
  return new Date(end.epochMilliseconds)
}

function day(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}
