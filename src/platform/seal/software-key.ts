import { createPrivateKey, type KeyObject, sign, X509Certificate } from 'node:crypto'
import { promisify } from 'node:util'
import { readSealCertificate } from './seal-certificate.ts'
import type { SealKey } from './seal-key.ts'

const signAside = promisify(sign)

/**
 * A key that lies in a file, for development and for who has no token or service. `certificates`: PEM, the one of the key first,
 * then those above it. `privateKey`: PKCS#8 PEM. Throws when they don't belong together, or one is of a kind that can't seal.
 */
export function createSoftwareKey({
  certificates,
  privateKey,
}: {
  certificates: string
  privateKey: string
}): SealKey {
  const chain = readChain(certificates)
  const key = readKey(privateKey)
  const own = chain[0]!
  if (!own.checkPrivateKey(key)) throw new Error('the private key is not that of the first certificate')
  const der = chain.map(({ raw }) => raw)
  readSealCertificate(der)
  return {
    chain: der,
    sign: (contents) => Promise.all(contents.map((content) => signAside('sha256', content, key))),
  }
}

function readChain(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []
  if (blocks.length === 0) throw new Error('there is no certificate in PEM')
  const chain = blocks.map((block) => new X509Certificate(block))
  chain.forEach((certificate, index) => {
    const above = chain[index + 1]
    if (above && !(certificate.checkIssued(above) && certificate.verify(above.publicKey)))
      throw new Error(`certificate ${index + 1} was not issued by certificate ${index + 2}`)
  })
  return chain
}

function readKey(pem: string): KeyObject {
  try {
    return createPrivateKey(pem)
  } catch {
    throw new Error('the private key is no PKCS#8 in PEM') // what was read is not repeated
  }
}
