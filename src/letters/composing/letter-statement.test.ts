import { verify as verifySignature } from 'node:crypto'
import { expect, test } from 'vitest'
import { type ElectionId, type LetterId, newId } from '../../platform/ids.ts'
import { createSigner, generateSigningKey } from '../../platform/signer.ts'
import { factsDigest, qrText, readStatement } from './letter-statement.ts'

const signer = createSigner(generateSigningKey())
const portal = 'https://verkiezingen.voorbeeldgemeente.example'
const letter = {
  issuer: '1999000150',
  letterId: newId<LetterId>(),
  electionId: newId<ElectionId>(),
  digest: factsDigest({ voter: { listNumber: 1 }, shared: {}, templateVersion: '1' }),
}
const genuine = (_: Uint8Array, signed: Uint8Array, signature: Uint8Array) =>
  verifySignature(null, signed, { key: signer.publicJwk as never, format: 'jwk' }, signature)

test('the statement fits its QR code, reads back and is the same every time', () => {
  const text = qrText(signer, portal, letter)
  expect(text.length).toBeLessThanOrEqual(251)
  expect(qrText(signer, portal, letter)).toBe(text)
  expect(readStatement(text, genuine)).toMatchObject({
    issuer: '1999000150',
    letterId: letter.letterId,
    digest: letter.digest.subarray(0, 16).toString('hex'),
  })
})

test('a changed statement, another’s signature and another’s QR code are not genuine', () => {
  const text = qrText(signer, portal, letter)
  const middle = text.indexOf('#') + 60
  const changed = text.slice(0, middle) + (text[middle] === 'A' ? 'B' : 'A') + text.slice(middle + 1)
  expect(readStatement(changed, genuine)).toBeUndefined()
  expect(readStatement(qrText(createSigner(generateSigningKey()), portal, letter), genuine)).toBeUndefined()
  expect(readStatement('https://example.org/#hello', genuine)).toBeUndefined()
  expect(readStatement('WIFI:S:huis;;', genuine)).toBeUndefined()
})

test('a portal address without room is refused when the letter is composed, not when it is scanned', () => {
  expect(() => qrText(signer, `${portal}/a-very-long-path-that-does-not-fit`, letter)).toThrow(/too long/)
})
