import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  type Election,
  type ElectionSettings,
  type Section,
  votingCategories,
} from '../../elections/index.ts'
import { anElection } from '../../elections/testing.ts'
import type { MunicipalitySettings } from '../../municipalities/index.ts'
import { plateFacts } from '../composing/plate-facts.ts'
import { checkPlate } from './check-plate.ts'

const settings: MunicipalitySettings = JSON.parse(
  readFileSync('docs/examples/beekrand/municipality.json', 'utf8'),
)
const election = anElection({ settings: { french: { name: 'Élections' } } })
const address = { street: 'Lindelaan', houseNumber: '4', postcode: '9999', city: 'Zonnedorp' }

/** What a letter in this language says of the entrance, and what is found of it. */
function entranceOf(details: Section['place']['details'], language: 'nl' | 'fr') {
  const section: Section = {
    section: 3,
    room: 'Refter',
    place: { code: 'S', name: 'De Linde', address, details },
  }
  const kind = { language, category: 'BELGIAN', moved: false, correction: false } as const
  const facts = plateFacts({ election, settings, section }, kind)
  const faults = checkPlate({ section: 3, category: 'BELGIAN' }, facts, {
    ...{ election, settings, today: new Date('2029-05-01') },
    sections: new Map([[3, section]]),
  })
  return [facts.room.entrance, faults.map(({ code, part, says }) => [code, part, says].join(' '))]
}

const entrance = 'poort links'
test.each([
  ['nl', { entrance }, entrance, []],
  ['nl', { entrance, french: { entrance: 'grille à gauche' } }, entrance, []],
  ['fr', { entrance, french: { entrance: 'grille à gauche' } }, 'grille à gauche', []],
  ['fr', { entrance }, entrance, [`access-in-french entrance ${entrance}`]],
  ['fr', { stepFree: true }, undefined, []],
  ['fr', {}, undefined, ['access-known place De Linde']],
] as const)('a letter in %s, of a place with %j', (language, details, says, found) => {
  expect(entranceOf(details, language)).toEqual([says, found])
})

/** What is found of letters to every kind of voter of this election, composed as they are. */
function faultsOf(one: Election): string[] {
  const place = { code: 'S', name: 'De Linde', address, details: { entrance, stepFree: true } }
  const section: Section = { section: 3, room: 'Refter', place }
  const truth = { election: one, settings, today: new Date('2026-11-01'), sections: new Map([[3, section]]) }
  return votingCategories(one).flatMap((category) => {
    const kind = { language: 'nl', category, moved: false, correction: false } as const
    const facts = plateFacts({ election: one, settings, section }, kind)
    return checkPlate({ section: 3, category }, facts, truth).map(
      ({ code, says, shouldSay }) => `${category} ${code}: ${says} / ${shouldSay}`,
    )
  })
}

test.each([
  ['kwb-2029', {}],
  ['kwb-early', {}],
  ['lpkd-2030', {}],
  ['lpkd-extraordinary', {}],
  ['kwb-2029', { assemblies: ['KAMER'] }],
] as const)('letters of %s with %j name what is elected, and the check agrees', (rulesetId, more) => {
  expect(faultsOf(anElection({ rulesetId, settings: { ...more } as ElectionSettings }))).toEqual([])
})

test('a letter that names what is not elected this time is found', () => {
  const early = anElection({ rulesetId: 'kwb-early' })
  const { assembliesHeld: _, ...ruleset } = early.ruleset
  const section: Section = {
    section: 3,
    room: 'Refter',
    place: { code: 'S', name: 'De Linde', address, details: {} },
  }
  const kind = { language: 'nl', category: 'BELGIAN', moved: false, correction: false } as const
  const facts = plateFacts({ election: { ...early, ruleset }, settings, section }, kind)
  const truth = {
    election: early,
    settings,
    today: new Date('2026-11-01'),
    sections: new Map([[3, section]]),
  }
  expect(checkPlate({ section: 3, category: 'BELGIAN' }, facts, truth).map(({ code }) => code)).toContain(
    'assemblies-of-category',
  )
})
