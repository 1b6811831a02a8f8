import { expect, test } from 'vitest'
import { aSmallPdf } from '../../platform/pdf/testing.ts'
import { copyCaseKey, makeCaseKey, openCaseKey, type Reader } from './case-key.ts'
import { mostBytes, openEvidence, readEvidence, sealEvidence } from './evidence.ts'
import { makeReaderKey, unlockReaderKey } from './reader-key.ts'

const passphrase = 'zeven grijze ganzen'
const pdf = aSmallPdf('griep')

async function aReader(words = passphrase): Promise<Reader> {
  const made = await makeReaderKey(words)
  if (!made.ok) throw new Error(made.because)
  const unlocked = await unlockReaderKey(made.key, words)
  if (!unlocked.ok) throw new Error(unlocked.because)
  return { publicKey: made.key.publicKey, privateKey: unlocked.privateKey }
}

test('who decides opens what was sealed for the case; another reader, or who has only the public halves, does not', async () => {
  const [magistrate, other] = [await aReader(), await aReader('een ander met een zin')]
  const key = makeCaseKey([magistrate.publicKey])
  const sealed = sealEvidence({ name: 'burn-out.pdf', type: 'application/pdf', bytes: pdf }, key.publicKey)
  expect(Buffer.from(sealed).includes('griep')).toBe(false)
  expect(Buffer.from(sealed).includes('burn-out')).toBe(false)
  const privateKey = openCaseKey(key.copies[0]!, magistrate)
  const opened = openEvidence(sealed, { publicKey: key.publicKey, privateKey })
  expect(opened).toEqual({ name: 'burn-out.pdf', type: 'application/pdf', bytes: pdf })
  expect(() => openCaseKey(key.copies[0]!, other)).toThrow()
  expect(() => openEvidence(sealed, other)).toThrow()
})

test('a reader who is added later opens it as well, and one case does not open another', async () => {
  const [magistrate, deputy] = [await aReader(), await aReader('de plaatsvervangster')]
  const key = makeCaseKey([magistrate.publicKey])
  const copy = copyCaseKey(key.copies[0]!, magistrate, deputy.publicKey)
  const privateKey = openCaseKey(copy, deputy)
  const other = makeCaseKey([magistrate.publicKey])
  const elsewhere = sealEvidence({ name: 'a.pdf', type: 'application/pdf', bytes: pdf }, other.publicKey)
  expect(privateKey).toEqual(openCaseKey(key.copies[0]!, magistrate))
  expect(() => openEvidence(elsewhere, { publicKey: key.publicKey, privateKey })).toThrow()
})

test('a byte that was changed is found', async () => {
  const key = await aReader()
  const sealed = sealEvidence({ name: 'a.pdf', type: 'application/pdf', bytes: pdf }, key.publicKey)
  expect(openEvidence(sealed, key).bytes).toEqual(pdf)
  sealed[sealed.length - 1]! ^= 1
  expect(() => openEvidence(sealed, key)).toThrow()
})

test('a passphrase that is short makes no key, a wrong one opens none', async () => {
  expect(await makeReaderKey('kort')).toEqual({ ok: false, because: 'passphrase-too-short' })
  const made = await makeReaderKey(passphrase)
  if (!made.ok) throw new Error(made.because)
  expect(await unlockReaderKey(made.key, `${passphrase}!`)).toEqual({
    ok: false,
    because: 'passphrase-wrong',
  })
})

test('a case nobody could read is not opened', () => {
  expect(() => makeCaseKey([])).toThrow('somebody who can read it')
})

test.each([
  ['a PDF', pdf, 'application/pdf'],
  ['a photo', Buffer.from('ffd8ffe000104a464946', 'hex'), 'image/jpeg'],
  ['a picture of a screen', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'image/png'],
] as const)('%s is taken by what is in it, whatever it is called', async (_, bytes, type) => {
  expect(await readEvidence('bewijs.exe', bytes)).toMatchObject({ ok: true, evidence: { type } })
})

test.each([
  ['a page of the web that calls itself a PDF', Buffer.from('<html>%PDF-'), 'evidence-kind-unknown'],
  ['a PDF that was cut off', pdf.subarray(0, 200), 'evidence-broken'],
  ['nothing', Buffer.alloc(0), 'evidence-empty'],
  ['more than a photo takes', Buffer.concat([pdf, Buffer.alloc(mostBytes)]), 'evidence-too-large'],
] as const)('%s is refused', async (_, bytes, because) => {
  expect(await readEvidence('bewijs.pdf', bytes)).toEqual({ ok: false, because })
})
