import { describe, expect, test } from 'vitest'
import { gallerySection, gallerySituations } from '../../scripts/gallery/gallery-situations.ts'
import type { Section } from '../elections/index.ts'
import { anElection } from '../elections/testing.ts'
import { checkMunicipalityFile, type MunicipalitySettings } from '../municipalities/index.ts'
import { makePlate } from '../platform/pdf/plate.ts'
import { testTypesetter as typesetter } from '../platform/pdf/testing.ts'
import { plateFacts } from './composing/plate-facts.ts'
import { plateSource } from './letter-template/letter-template.ts'

/** Every text of the municipality, the place and the election as long as its file may have it. */
const line = (length: number) =>
  'Gemeentehuis van de Wijken '
    .repeat(5)
    .slice(0, length - 1)
    .padEnd(length, 'x')
const lines = (count: number, length: number) => Array.from({ length: count }, () => line(length))
const addressOf = (street: number, city: number) => ({
  street: line(street),
  houseNumber: '123456789012',
  box: '123456789012',
  postcode: '9999',
  city: line(city),
})
const address = addressOf(50, 30)
const french = {
  name: line(40),
  department: line(50),
  address,
  duplicateDesk: { place: line(50), address, hours: lines(4, 70) },
  practicalInfo: lines(4, 90),
  signedBy: lines(4, 60),
}
const place = {
  ...gallerySection.place,
  name: line(80),
  address: addressOf(80, 60),
  details: { entrance: line(120), french: { entrance: line(120) }, stepFree: true },
}
const section: Section = { ...gallerySection, room: line(60), place }

function longest(settings: MunicipalitySettings): MunicipalitySettings {
  return {
    ...settings,
    name: line(40),
    contact: {
      department: line(60),
      address,
      phone: '+32 (0)9 999 10 10 / 11-12',
      email: `${'verkiezingen'.repeat(3)}@zonnedorp-aan-z.example`,
      website: `https://www.${'zonnedorp-'.repeat(6)}.example`.replace('-.', '.'),
    },
    duplicateDesk: { place: line(60), address, hours: lines(6, 80) },
    practicalInfo: lines(4, 90),
    sender: { signedBy: lines(4, 70) },
    ...(settings.french && { french }),
  }
}

const cases = gallerySituations.flatMap((situation) =>
  situation.languages.flatMap((language) =>
    [false, true].map((correction) => ({ ...situation, language, correction, id: situation.id })),
  ),
)

describe.each(cases)('$id, $language, correction: $correction', (one) => {
  const settings = longest(one.municipality)
  test('fits its two pages', async () => {
    const checked = checkMunicipalityFile(settings)
    expect(checked.ok || checked.faults).toBe(true)
    const { rulesetId, pollingDay, language, correction } = one
    const named = one.settings.french ? { french: { name: line(80) } } : {}
    const election = anElection({ rulesetId, pollingDay, settings: { ...one.settings, ...named } })
    const facts = plateFacts(
      { election: { ...election, name: line(120) }, settings, section },
      { language, correction, category: 'BELGIAN', moved: true },
    )
    await expect(makePlate(typesetter, plateSource(facts))).resolves.toBeDefined()
  })
})

test('a line more, or a longer one, is refused when the file comes in', () => {
  const settings = longest(cases.find(({ municipality }) => municipality.french)!.municipality)
  const { contact, duplicateDesk, sender } = settings
  const tooMuch: Partial<MunicipalitySettings>[] = [
    { name: line(41) },
    { contact: { ...contact, department: line(61) } },
    { contact: { ...contact, address: { ...address, street: line(51) } } },
    { contact: { ...contact, phone: '+32 (0)9 999 10 10 / 11-123' } },
    { duplicateDesk: { ...duplicateDesk, hours: lines(7, 10) } },
    { duplicateDesk: { ...duplicateDesk, hours: [line(81)] } },
    { practicalInfo: lines(5, 10) },
    { practicalInfo: [line(91)] },
    { french: { ...french, practicalInfo: [line(91)] } },
    { sender: { ...sender, signedBy: lines(5, 10) } },
    { french: { ...french, duplicateDesk: { ...french.duplicateDesk, hours: lines(5, 10) } } },
    { french: { ...french, signedBy: [line(61)] } },
  ]
  for (const change of tooMuch) expect(checkMunicipalityFile({ ...settings, ...change }).ok).toBe(false)
})
