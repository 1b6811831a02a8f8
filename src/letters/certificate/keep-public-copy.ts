import { openSignedText, signedText } from '../../platform/signed-file.ts'
import type { Signer } from '../../platform/signer.ts'
import { certificateSchema } from './certificate.ts'
import { publicCopyOf, publicCopySchema } from './public-copy.ts'

/** What stays of a certificate when its election is purged: its copy for publication, signed again. */
export async function publicCopyOfSigned(signer: Signer, signed: string): Promise<string> {
  const { content } = await openSignedText(signed)
  if (publicCopySchema.safeParse(content).success) return signed
  return signedText(signer, publicCopySchema.parse(publicCopyOf(certificateSchema.parse(content))))
}
