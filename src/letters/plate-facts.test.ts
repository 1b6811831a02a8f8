import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readPdf } from '../../test/read-pdf.ts'
import { type Section, type VoterCategory, votingCategories } from '../elections/index.ts'
import { anElection } from '../elections/testing.ts'
import type { MunicipalitySettings } from '../municipalities/index.ts'
import { createTypesetter } from '../platform/pdf/typesetter.ts'
import type { VoterFact } from '../voters/index.ts'
import { wholeSource } from './letter-template/letter-template.ts'
import { plateFacts, plateFactsOfSection, plateKey } from './plate-facts.ts'

const settings: MunicipalitySettings = JSON.parse(readFileSync('dev/demo/municipality.json', 'utf8'))
const typesetter = createTypesetter()
const address = { street: 'Lindelaan', houseNumber: '4', postcode: '9999', city: 'Zonnedorp' }
const section = {
  section: 3,
  room: 'Lokaal 2',
  place: { name: 'De Linde', address, details: {} },
} as unknown as Section

const aVoter = (category: VoterCategory, moved: boolean) =>
  ({ section: 3, category, ...(moved && { deliveryAddress: address }) }) as VoterFact

async function textOf(rulesetId: string, category: VoterCategory, moved: boolean): Promise<string> {
  const facts = plateFacts({
    election: anElection({ rulesetId }),
    settings,
    section,
    voter: aVoter(category, moved),
  })
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
      for (const moved of [false, true]) {
        const text = await textOf(rulesetId, category, moved)
        expect(times(text, opening)).toBe(1)
        expect(times(text, 'verplicht')).toBe(isDuty ? 1 : 0)
        expect(times(text, settings.duplicateDesk.place)).toBe(1)
      }
    },
  )
})

test('the plates that a section can have now are those that its voters get', () => {
  const election = anElection()
  const now = plateFactsOfSection({ election, settings, section }).map((facts) => plateKey(facts, '1', '1'))
  for (const category of votingCategories(election))
    for (const moved of [false, true]) {
      const facts = plateFacts({ election, settings, section, voter: aVoter(category, moved) })
      expect(now).toContain(plateKey(facts, '1', '1'))
      const elsewhere = { ...facts, room: { ...facts.room, opens: '07:00' } }
      expect(now).not.toContain(plateKey(elsewhere, '1', '1'))
    }
})
