import { expect, test } from 'vitest'
import { sha256 } from '../hash.ts'
import { createSealCms } from './seal-cms.ts'

/** A certificate of P-256 in the name of TEST, as it was made once. */
const certificate = Buffer.from(
  'MIIBUDCB96ADAgECAgh/8TPt5L2jyzAKBggqhkjOPQQDAjAZMRcwFQYDVQQDDA5URVNUIEtpZXNsb2tldDAeFw0yMDAxMDEwMDAwMDBaFw00OTEyMzEwMDAwMDBaMCIxIDAeBgNVBAMMF1RFU1QgR2VtZWVudGUgWm9ubmVkb3JwMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEe7UgD1Hd8teCy0FbXb1X3IBDvHmMAV9lZxx41SpJFG0X/ZcisFMwlgw+ZU/b003cYvUx4oUJFwBHqwEFI3U+26MgMB4wDAYDVR0TAQH/BAIwADAOBgNVHQ8BAf8EBAMCAMAwCgYIKoZIzj0EAwIDSAAwRQIhAIzKErQ4t+fNaaCUdaKI/l2S9hjKqPgunjrqiRi+TN3kAiBKmTs9FttdwKP4ejEy2zUQUA0P6h8Ld4r0lXis8rRnlw==',
  'base64',
)

const digest = sha256('a document')

test('what is signed, and what stands in a PDF, stays as it is: letters are kept that were sealed with it', () => {
  const cms = createSealCms([certificate])
  expect(sha256(cms.contentFor(digest)).toString('hex')).toBe(
    'c50303bf2749f47e41770fc4bdcbc12ea6a385dfc9c222151b8acf788765b166',
  )
  expect(sha256(cms.envelope(digest, Buffer.alloc(71, 1))).toString('hex')).toBe(
    '17ec5e0b2a2d57f02ade18dd3d3a756dc524ab198df00cb49de6656940f314d3',
  )
})

test('an envelope is as long as its signature asks, and never longer than was said', () => {
  const cms = createSealCms([certificate])
  const lengths = [69, 70, 71, 72].map((length) => cms.envelope(digest, Buffer.alloc(length)).length)
  expect(lengths.map((length) => cms.bytes - length)).toEqual([3, 2, 1, 0])
})

test('of two documents only the digest differs', () => {
  const cms = createSealCms([certificate])
  const [one, other] = [cms.contentFor(digest), cms.contentFor(sha256('another'))]
  const differing = [...one].filter((byte, index) => byte !== other[index]).length
  expect(differing).toBeGreaterThan(20)
  expect(differing).toBeLessThanOrEqual(32)
  expect(one.includes(digest)).toBe(true)
})
