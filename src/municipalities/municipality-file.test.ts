import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { publishedSchemas } from '../../scripts/published-schemas.ts'
import { checkMunicipalityFile } from './municipality-file.ts'
import { aMunicipality } from './testing.ts'

function faultsOf(document: unknown): string[] {
  const checked = checkMunicipalityFile(document)
  return checked.ok ? [] : checked.faults.map(({ path, wrong }) => `${path}: ${wrong}`)
}

const demo = JSON.parse(readFileSync('dev/demo/municipality.json', 'utf8'))

test('the municipality of the demonstration is a right file', () => expect(faultsOf(demo)).toEqual([]))

test('the example of the how-to is a right file, with every field that is not optional', () => {
  const page = readFileSync('docs/how-to/add-a-municipality.md', 'utf8')
  expect(faultsOf(JSON.parse(/```json\n([\s\S]*?)```/.exec(page)![1]!))).toEqual([])
})

test('the published JSON Schema is the schema of the code, and judges the demonstration alike', () => {
  const published = JSON.parse(readFileSync('docs/schemas/municipality.schema.json', 'utf8'))
  expect(published, 'run `node --import tsx scripts/write-docs.ts`').toEqual(publishedSchemas().municipality)
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(published)
  expect(validate(demo)).toBe(true)
  expect(validate({ ...demo, nisCode: '9900' })).toBe(false)
})

const settings = aMunicipality()

test.each([
  ['nisCode', { ...settings, nisCode: '09001' }],
  ['enterpriseNumber', { ...settings, enterpriseNumber: '1999000151' }],
  ['slug', { ...settings, slug: 'Zonne dorp' }],
  ['languageRegime', { ...settings, languageRegime: 'fr' }],
  ['contact.email', { ...settings, contact: { ...settings.contact, email: 'no address' } }],
  ['contact.website', { ...settings, contact: { ...settings.contact, website: 'http://zonnedorp.example' } }],
  ['duplicateDesk.hours', { ...settings, duplicateDesk: { ...settings.duplicateDesk, hours: [] } }],
  ['sender.signedBy', { ...settings, sender: { signedBy: [] } }],
  ['ebox.api', { ...settings, ebox: { ...settings.ebox, api: 'federal-v9' } }],
  ['logo', { ...settings, logo: 'x' }],
  ['arms', { ...settings, arms: '<svg viewBox="0 0 1 1"><script>alert(1)</script></svg>' }],
])('a fault in %s is found, and it alone', (path, document) => {
  expect(faultsOf(document).map((fault) => fault.split(': ')[0])).toEqual([path])
})

const french = {
  name: 'Val-du-Soleil',
  department: 'Service Population',
  duplicateDesk: { place: 'Maison communale', hours: ['Du lundi au vendredi de 9 h à 12 h'] },
  signedBy: ['Pour le collège des bourgmestre et échevins'],
}

test.each([
  ['nl', undefined, []],
  ['nl', french, [expect.stringContaining('french: does not belong here')]],
  ['rand', french, []],
  ['taalgrens', undefined, [expect.stringContaining('french: is missing')]],
  ['rand', { ...french, signedBy: [] }, ['french.signedBy: is empty']],
] as const)('in a municipality of regime %s a French block is checked', (languageRegime, block, faults) => {
  expect(faultsOf({ ...settings, languageRegime, ...(block && { french: block }) })).toEqual(faults)
})

test.each([
  ['nl', ['nl'], []],
  ['nl', ['nl', 'en', 'de'], []],
  ['nl', ['fr'], ['pageLanguages: has to have "nl"']],
  ['nl', [], ['pageLanguages: has to have "nl"']],
  ['nl', ['nl', 'nl'], ['pageLanguages: names a language twice']],
  ['rand', ['nl', 'fr'], []],
  ['rand', ['nl', 'de'], [expect.stringContaining('pageLanguages: has to have "fr"')]],
])('in a municipality of regime %s pages can be read in %j', (languageRegime, pageLanguages, faults) => {
  const block = languageRegime === 'rand' && { french }
  expect(faultsOf({ ...settings, languageRegime, pageLanguages, ...block })).toEqual(faults)
})

test.each([
  ['a <b>desk</b>', '“<” (U+003C), “>” (U+003E)'],
  ['the desk ☎ 3', '“☎” (U+260E)'],
  ['a\tdesk', '“\t” (U+0009)'],
  ['a desk\u202e', '(U+202E)'],
  ['Стол', '“С” (U+0421)'],
])('a text with what no letter can print is refused with the characters: %s', (place, told) => {
  const [fault] = faultsOf({ ...settings, duplicateDesk: { ...settings.duplicateDesk, place } })
  expect(fault).toContain('duplicateDesk.place: has what no letter can print')
  expect(fault).toContain(told)
})

test('an address abroad may have a postcode of another form', () => {
  const address = { ...settings.contact.address, postcode: '59000', country: 'FR' }
  expect(faultsOf({ ...settings, contact: { ...settings.contact, address } })).toEqual([])
})
