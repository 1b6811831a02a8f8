import { PDFDocument } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { howPdfOpens } from './how-pdf-opens.ts'
import { aSmallPdf } from './testing.ts'

async function encrypted(passwords: Parameters<PDFDocument['encrypt']>[0]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage([300, 400])
  document.encrypt(passwords)
  return document.save()
}

async function withoutPages(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  return document.save({ addDefaultPage: false })
}

test('a PDF with a page opens, also when its end was filled up', async () => {
  expect(await howPdfOpens(aSmallPdf('griep'))).toBe('opens')
  expect(aSmallPdf('griep', 1000)).toHaveLength(1000)
  expect(await howPdfOpens(aSmallPdf('griep', 1000))).toBe('opens')
})

test('one that asks for a password is locked; one that only forbids to print opens', async () => {
  expect(await howPdfOpens(await encrypted({ userPassword: 'geheim' }))).toBe('locked')
  expect(await howPdfOpens(await encrypted({ ownerPassword: 'geheim' }))).toBe('opens')
})

test.each([
  ['only its first bytes', Buffer.from('%PDF-1.7 griep')],
  ['its first half', aSmallPdf('griep').subarray(0, 150)],
  ['no page', await withoutPages()],
  ['nothing', Buffer.alloc(0)],
  [
    'a count of pages that are not there',
    Buffer.from(aSmallPdf('x').toString().replace('[3 0 R]', '[9 0 R]')),
  ],
] as const)('with %s it is broken, and the next opens', async (_, bytes) => {
  expect(await howPdfOpens(bytes)).toBe('broken')
  expect(await howPdfOpens(aSmallPdf('griep'))).toBe('opens')
})
