import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readPdf } from '../../../test/read-pdf.ts'
import { type Section, votingCategories } from '../../elections/index.ts'
import { anElection } from '../../elections/testing.ts'
import type { MunicipalitySettings } from '../../municipalities/index.ts'
import { testTypesetter as typesetter } from '../../platform/pdf/testing.ts'
import type { VoterFact } from '../../voters/index.ts'
import { wholeSource } from '../letter-template/letter-template.ts'
import { type PlateKind, plateFacts, plateKindOf, plateKinds } from './plate-facts.ts'

const settings: MunicipalitySettings = JSON.parse(readFileSync('dev/demo/municipality.json', 'utf8'))
const address = { street: 'Lindelaan', houseNumber: '4', postcode: '9999', city: 'Zonnedorp' }
const section = {
  section: 3,
  room: 'Lokaal 2',
  place: { name: 'De Linde', address, details: {} },
} as unknown as Section

async function textOf(rulesetId: string, kind: PlateKind): Promise<string> {
  const facts = plateFacts({ election: anElection({ rulesetId }), settings, section }, kind)
  const voter = {
    letterId: '5b0c4f0e-18c5-5c32-8d6e-4f3f2a1b0c9d',
    fullName: 'An De Smet',
    addressLines: ['Kerkstraat 12'],
    listAddressLine: 'Kerkstraat 12',
    listNumber: 1,
    qrText: 'https://kiesloket.example',
  }
  const { pages } = await readPdf(await typesetter.typeset(wholeSource(facts, voter)))
  return pages
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
}

const times = (text: string, words: string) => text.split(words).length - 1

describe.each([
  { rulesetId: 'kwb-2029', opening: 'Je bent opgeroepen om te stemmen' },
  { rulesetId: 'lpkd-2030', opening: 'Je bent uitgenodigd om te stemmen' },
])('a letter of $rulesetId', ({ rulesetId, opening }) => {
  const election = anElection({ rulesetId })
  test.each(votingCategories(election))(
    'calls or invites %s once, and says a duty once where it is one',
    async (category) => {
      const isDuty = election.ruleset.electorate[category]!.attendance.value === 'duty'
      for (const kind of plateKinds(['nl']).filter((one) => one.category === category)) {
        const text = await textOf(rulesetId, kind)
        expect(times(text, opening)).toBe(1)
        expect(times(text, 'verplicht')).toBe(isDuty ? 1 : 0)
        expect(times(text, settings.duplicateDesk.place)).toBe(1)
        expect(times(text, 'Deze brief vervangt de brief die je eerder kreeg')).toBe(kind.correction ? 1 : 0)
      }
    },
  )
})

test('what decides on a plate: language, category, moved inside the country, sent another letter before', () => {
  const voter = (deliveryAddress?: object) => ({ category: 'EU', deliveryAddress }) as VoterFact
  const first = { language: 'nl', correction: false } as const
  const again = { language: 'fr', correction: true } as const
  expect(plateKindOf(voter(), first)).toEqual({ ...first, category: 'EU', moved: false })
  expect(plateKindOf(voter(address), again)).toEqual({ ...again, category: 'EU', moved: true })
  expect(plateKindOf(voter({ ...address, country: 'NL' }), first).moved).toBe(false)
  expect(plateKinds(['nl', 'fr'])).toContainEqual(plateKindOf(voter(address), again))
})
