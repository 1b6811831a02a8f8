import { Certificate, ContentInfo, SignedData } from 'pkijs'
import type { Detached } from './read-seal.ts'

/** What another program than the one that sealed says of a seal. */
export interface Verdict {
  /** The signature is over these bytes, by the key of the certificate. */
  readonly holds: boolean
  /** Its certificate leads to the root. */
  readonly trusted: boolean
  readonly signer: string
}

export async function verifyWithPkijs({ cms, signed }: Detached, root: string): Promise<Verdict> {
  const content = ContentInfo.fromBER(Uint8Array.from(cms).buffer)
  const data = new SignedData({ schema: content.content })
  const verify = (checkChain: boolean) =>
    data
      .verify({
        signer: 0,
        data: Uint8Array.from(signed).buffer,
        checkChain,
        trustedCerts: [certificateOf(root)],
        extendedMode: true,
      })
      .catch((error: object) => error as { signatureVerified?: boolean; signerCertificateVerified?: boolean })
  const { signatureVerified } = await verify(false)
  const { signerCertificateVerified } = await verify(true)
  const names = (data.certificates as Certificate[]).flatMap(({ subject }) => subject.typesAndValues)
  return {
    holds: signatureVerified === true,
    trusted: signerCertificateVerified === true,
    signer: names.map(({ value }) => String(value.valueBlock.value)).join(', '),
  }
}

function certificateOf(pem: string): Certificate {
  const base64 = pem.replace(/-----[^-]+-----|\s/g, '')
  return Certificate.fromBER(Uint8Array.from(Buffer.from(base64, 'base64')).buffer)
}
