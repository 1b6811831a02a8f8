import { beforeAll, describe, expect, test } from 'vitest'
import { makeTestSeal, type TestSeal } from '../../../dev/seal/make-test-seal.ts'
import { drawPages } from '../../../test/pdf-pictures.ts'
import { structureFaults } from '../../../test/pdf-structure.ts'
import { difference } from '../../../test/png.ts'
import { readPdf } from '../../../test/read-pdf.ts'
import { readSeal } from '../../../test/seal/read-seal.ts'
import { verifyWithPkijs } from '../../../test/seal/verify-with-pkijs.ts'
import { faultByOpenssl, saidByPdfsig } from '../../../test/seal/verify-with-tools.ts'
import { breaches } from '../../../test/verapdf.ts'
import type { DocumentId } from '../../platform/ids.ts'
import { createSoftwareKey } from '../../platform/seal/software-key.ts'
import { letterOf } from '../letter-template/testing.ts'
import { createSealedPdfWriter } from './write-sealed-pdf.ts'

/** Sealed letters before readers that are not ours: pkijs, OpenSSL, Poppler, veraPDF, pdf.js and PDFium. */

const at = new Date('2029-05-02T10:00:00Z')
let seal: TestSeal
let rsa: TestSeal
const letters = new Map<string, Uint8Array>()

beforeAll(async () => {
  seal = await makeTestSeal()
  rsa = await makeTestSeal({ kind: 'rsa' })
  const add = async (name: string, ...of: Parameters<typeof letterOf>) =>
    letters.set(name, (await letterOf(...of)).pdf)
  await add('pressed', 'municipal-election')
  await add('in French', 'french')
  await add('with everything on it', 'everything-long')
  await add('typeset whole', 'municipal-election', { fullName: 'Nguyễn Thị Phượng' })
  await add('a duplicate', 'municipal-election', { mark: 'DUPLICAAT' })
})

async function sealed(pdf: Uint8Array, { certificates, privateKey }: TestSeal): Promise<Buffer> {
  const key = createSoftwareKey({ certificates, privateKey })
  const document = { documentId: 'letter' as DocumentId, pdf }
  const unsigned = await createSealedPdfWriter().write(document, key.chain, at)
  const [signature] = await key.sign([unsigned.toSign])
  return Buffer.from(unsigned.sealedWith(signature!).pdf)
}

const kinds = ['pressed', 'in French', 'with everything on it', 'typeset whole', 'a duplicate'] as const

describe.each(kinds)('a letter %s', (kind) => {
  let letter: Uint8Array
  let pdf: Buffer
  beforeAll(async () => {
    letter = letters.get(kind)!
    pdf = await sealed(letter, seal)
  })

  test('is in its sealed file as it was, from the first byte to its last', () => {
    expect(pdf.subarray(0, letter.length).equals(letter)).toBe(true)
    const end = pdf.lastIndexOf('%%EOF', pdf.lastIndexOf('/Type/Sig')) + 5
    const byHand = end + (pdf.toString('latin1', end, end + 2) === '\n\n' ? 1 : 0)
    expect(byHand, 'as docs/seal.md finds it').toBe(letter.length)
  })

  test('has a seal over all of it that holds, by a certificate that leads to its root', async () => {
    const found = await readSeal(pdf)
    expect(found).toMatchObject({
      subFilter: '/ETSI.CAdES.detached',
      moment: '(D:20290502100000Z)',
      uncovered: 0,
    })
    const verdict = await verifyWithPkijs(found, seal.root)
    expect(verdict).toMatchObject({ holds: true, trusted: true })
    expect(verdict.signer).toContain('TEST Gemeente Zonnedorp')
    expect(await verifyWithPkijs(found, rsa.root)).toMatchObject({ holds: true, trusted: false })
  })

  test('reads and looks as it did', async () => {
    expect(await structureFaults(pdf)).toEqual([])
    const [was, is] = [await readPdf(letter), await readPdf(pdf)]
    expect(is.pages.map(({ text }) => text)).toEqual(was.pages.map(({ text }) => text))
    const [before, after] = [await drawPages(letter, 50), await drawPages(pdf, 50)]
    before.forEach((page, index) => {
      expect(difference(page, after[index]!)).toBe(0)
    })
  })
})

describe('one changed byte', () => {
  const places = ['in what the letter says', 'in the field', 'in the moment', 'at the very end'] as const

  test.each(places)('%s: the seal does not hold', async (place) => {
    const pdf = await sealed(letters.get('pressed')!, seal)
    const at = {
      'in what the letter says': letters.get('pressed')!.length - 200,
      'in the field': pdf.indexOf('/FT /Sig') + 6,
      'in the moment': pdf.indexOf('/M(D:2029') + 8,
      'at the very end': pdf.length - 1,
    }[place]
    const { signed, cms } = await readSeal(pdf)
    const changed = Buffer.from(signed)
    const hole = pdf.length - signed.length
    const index = at < pdf.indexOf('/Contents<') ? at : at - hole
    changed[index] = changed[index]! ^ 1
    const found = { ...(await readSeal(pdf)), signed: changed, cms }
    expect((await verifyWithPkijs(found, seal.root)).holds).toBe(false)
  })

  test('in the signature: neither', async () => {
    const found = await readSeal(await sealed(letters.get('pressed')!, seal))
    const cms = Buffer.from(found.cms)
    cms[cms.length - 5] = cms[cms.length - 5]! ^ 1
    expect((await verifyWithPkijs({ ...found, cms }, seal.root)).holds).toBe(false)
  })
})

test('veraPDF finds PDF/UA-1 and PDF/A-2a in sealed letters', async (context) => {
  const pdfs = await Promise.all([...letters.values()].map((pdf) => sealed(pdf, seal)))
  pdfs.push(await sealed(letters.get('pressed')!, rsa))
  expect(await breaches(context, pdfs)).toEqual([])
})

test('OpenSSL verifies both kinds of key, and refuses a changed byte', async (context) => {
  for (const one of [seal, rsa]) {
    const found = await readSeal(await sealed(letters.get('pressed')!, one))
    expect(await faultByOpenssl(context, found, one.root)).toBeUndefined()
    const changed = Buffer.from(found.signed)
    changed[1000] = changed[1000]! ^ 1
    expect(await faultByOpenssl(context, { ...found, signed: changed }, one.root)).toMatch(
      /verification failure/,
    )
  }
})

test('Poppler says that the signature is valid and covers all of the file', async (context) => {
  for (const kind of ['pressed', 'typeset whole']) {
    const pdf = await sealed(letters.get(kind)!, seal)
    const said = await saidByPdfsig(context, pdf)
    expect(said).toMatch(/Signature Validation: Signature is Valid/)
    expect(said).toMatch(/Total document signed/)
    const changed = Buffer.from(pdf)
    changed.write('3', pdf.indexOf('/M(D:2029') + 5, 'latin1')
    expect(await saidByPdfsig(context, changed)).toMatch(/Signature Validation: Digest Mismatch/)
  }
})
