import { describe, expect, test } from 'vitest'
import { aMunicipality } from '../municipalities/testing.ts'
import { checkElectionFile } from './check-election-file.ts'
import { assembliesFor, withoutBallot } from './election.ts'
import { faultsIn } from './fits-municipality.ts'
import { checkPlaces } from './places/check-places.ts'
import { type PlaceFields, placeColumns } from './places/places-format.ts'
import { anElection } from './testing.ts'

const nowhere = { districts: [], needsDistrict: false, hasSizeLeave: true }
const antwerp = { ...nowhere, districts: ['Antwerpen', 'Berchem', 'Borgerhout'], needsDistrict: true }
const named = ['DISTRICTSRAAD'] as const

const row = (cells: Partial<PlaceFields>) => ({
  row: 2,
  fields: {
    ...Object.fromEntries(placeColumns.map(({ name }) => [name, ''])),
    ...{ section: '1', room: 'Zaal', place_code: 'P', place_name: 'School', street: 'Kerkstraat' },
    ...{ house_number: '1', postcode: '2600', city: 'Berchem' },
    ...cells,
  } as PlaceFields,
})

describe('the district of a section in the places list', () => {
  test.each([
    ['Berchem', antwerp, undefined],
    ['Bercham', antwerp, 'Use one of: Antwerpen, Berchem, Borgerhout'],
    ['berchem', antwerp, 'Use one of: Antwerpen, Berchem, Borgerhout'],
    ['', antwerp, 'Use one of: Antwerpen, Berchem, Borgerhout'],
    ['', { ...antwerp, needsDistrict: false }, undefined],
    ['', nowhere, undefined],
    ['Berchem', nowhere, 'Name the districts in the municipality file, under districts'],
  ])('“%s”', (district, rule, remedy) => {
    const { faults, sections } = checkPlaces([row({ district })], rule)
    expect(faults.map((fault) => [fault.column, fault.remedy])).toEqual(remedy ? [['district', remedy]] : [])
    if (!remedy) expect(sections[0]?.district).toBe(district || undefined)
  })
})

describe('who votes for which district council', () => {
  const settings = { namedAssemblies: named, uncontestedDistricts: ['Berchem'] }
  const city = anElection({ rulesetId: 'lpkd-2030', settings })
  const votes = (district?: string) =>
    assembliesFor(city, 'EU', district).map(({ code, of }) => (of ? `${code} ${of}` : code))

  test('that of the own district, unless it is elected without a vote', () => {
    expect(votes('Borgerhout')).toEqual(['GEMEENTERAAD', 'DISTRICTSRAAD Borgerhout'])
    expect(votes('Berchem')).toEqual(['GEMEENTERAAD'])
    expect(votes(), 'in some district').toEqual(['GEMEENTERAAD', 'DISTRICTSRAAD'])
  })

  test('without ballot are those of a section for whom nothing is left', () => {
    const sections = ['Berchem', 'Borgerhout'].map((district, at) => ({ section: at + 1, district }) as never)
    expect(withoutBallot(city, sections)).toEqual([])
    const quiet = { ...city, settings: { ...settings, uncontested: ['GEMEENTERAAD'] as const } }
    expect(withoutBallot(quiet, sections)).toEqual([
      { section: 1, category: 'EU' },
      { section: 1, category: 'NON_EU' },
    ])
  })
})

describe('an election file that does not fit', () => {
  const base = {
    code: '2030',
    name: 'Lokale verkiezingen',
    rulesetId: 'lpkd-2030',
    pollingDay: '2030-10-13',
    votingMode: 'PAPER',
  }
  test.each([
    ['uncontestedDistricts', { uncontestedDistricts: ['Berchem'] }],
    ['newMunicipality', { newMunicipality: 'Pajottegem', assemblies: ['PROVINCIERAAD'] }],
    ['newMunicipality', { newMunicipality: '' }],
  ])('names something that is not elected: %s', (path, changes) => {
    const checked = checkElectionFile({ ...base, ...changes })
    expect(checked.ok ? [] : checked.faults.map((fault) => fault.path)).toEqual([path])
  })

  test.each([
    [{}, undefined, []],
    [{ namedAssemblies: named }, undefined, ['namedAssemblies']],
    [{ namedAssemblies: named }, ['Berchem'], []],
    [
      { namedAssemblies: named, uncontestedDistricts: ['Bercham'] },
      ['Berchem'],
      ['uncontestedDistricts.Bercham'],
    ],
  ])('the municipality: %o with districts %o', (settings, districts, paths) => {
    const election = anElection({ rulesetId: 'lpkd-2030', settings })
    const municipality = aMunicipality(1, districts && { districts })
    expect([...faultsIn(municipality, election)].map((fault) => fault.path)).toEqual(paths)
  })
})

describe('municipalities that merge on 1 January 2025', () => {
  const faults = (nisCode: string, pollingDay: string, newMunicipality?: string) => {
    const settings = newMunicipality ? { newMunicipality } : {}
    const election = anElection({ rulesetId: 'lpkd-2024', pollingDay, settings })
    return [...faultsIn(aMunicipality(1, { nisCode }), election)]
  }

  test('the old ones hold the election of the first council', () => {
    expect(faults('73006', '2024-10-13', 'Bilzen-Hoeselt')).toEqual([])
    expect(faults('73006', '2024-10-13', 'Bilsen-Hoeselt')).toMatchObject([
      { path: 'newMunicipality', remedy: 'Write Bilzen-Hoeselt' },
    ])
  })

  test('a code is refused on a day when it names no municipality, with the one that does', () => {
    expect(faults('73110', '2024-10-13')[0]?.remedy).toContain('Bilzen (73006), Hoeselt (73032)')
    expect(faults('73006', '2030-10-13')[0]?.remedy).toContain('Bilzen-Hoeselt (73110)')
    expect(faults('73110', '2030-10-13')).toEqual([])
    expect(faults('11002', '2030-10-13')).toEqual([])
  })
})
