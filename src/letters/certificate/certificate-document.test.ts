import { expect, test } from 'vitest'
import { structureFaults } from '../../../test/pdf-structure.ts'
import { readPdf } from '../../../test/read-pdf.ts'
import { testTypesetter } from '../../platform/pdf/testing.ts'
import { createTypesetter } from '../../platform/pdf/typesetter.ts'
import { typesetCertificate } from './certificate-document.ts'
import { certificateFacts } from './testing.ts'

const key = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k'

async function textOf(facts = certificateFacts()): Promise<string> {
  const { pages } = await readPdf(await typesetCertificate(testTypesetter, facts, key))
  return pages
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
}

test('the readable certificate says both sums, who released, and what it does not prove', async () => {
  const text = await textOf()
  for (const expected of [
    'Certificaat van de kiesbrieven',
    'Verkiezingsdag: zondag 13 oktober 2030',
    'De kiezerslijst telt 1.200 kiezers.',
    'Bezorgd in een e-Box die in gebruik is 700',
    'Geweigerd door de e-Box 2',
    'Samen: kiezers die een brief op papier krijgen 1.200',
    'de woning bestaat niet meer',
    'An Peeters, 10 september 2030 om 10:00:00',
    'versie 1: 1.199, versie 2: 1',
    'Wat dit certificaat niet bewijst',
    key,
  ])
    expect(text).toContain(expected)
})

test('the same facts give the same bytes', async () => {
  const make = () => typesetCertificate(createTypesetter(), certificateFacts(), key)
  expect(Buffer.from(await make()).equals(Buffer.from(await make()))).toBe(true)
})

test('it is structured as a screen reader needs it', async () => {
  expect(await structureFaults(await typesetCertificate(testTypesetter, certificateFacts(), key))).toEqual([])
})

test('a code without a sentence of its own is shown as it came; a city’s hundreds of hashes are counted', async () => {
  const facts = certificateFacts()
  const plates = Array.from({ length: 300 }, (_, place) => place.toString(16).padStart(64, '0'))
  const text = await textOf({
    ...facts,
    digital: { ...facts.digital, refused: { 'http-418': 2 } },
    letters: { ...facts.letters, plates },
  })
  expect(text).toContain('http-418')
  expect(text).toContain('300; hun hashes staan in certificate.json')
})
