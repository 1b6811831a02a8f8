import { expect, test } from 'vitest'
import { breaches } from '../../../test/verapdf.ts'
import { createTypesetter } from '../../platform/pdf/typesetter.ts'
import { typesetCertificate } from './certificate-document.ts'
import { certificateFacts } from './testing.ts'

test('veraPDF finds PDF/UA-1 and PDF/A-2a in the readable certificate', async (context) => {
  const section = certificateFacts().sections[0]!
  const sections = Array.from({ length: 120 }, (_, place) => ({ ...section, section: place + 1 }))
  const pdf = await typesetCertificate(createTypesetter(), certificateFacts({ sections }), 'key')
  expect(await breaches(context, [pdf])).toEqual([])
})
