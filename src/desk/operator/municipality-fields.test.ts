import { expect, test } from 'vitest'
import { publishedSchemas } from '../../../scripts/published-schemas.ts'
import { fieldsByPath, readSettings } from '../../municipalities/index.ts'
import { aMunicipality } from '../../municipalities/testing.ts'
import { TypedForm } from '../../platform/http/typed-form.ts'
import { formTexts } from './form-texts.nl.ts'
import { draftOf, errorsOf, fieldOf, nameOfField, shownValue } from './municipality-fields.ts'

const address = { street: 'Rue du Soleil', houseNumber: '2', box: '3', postcode: '9999', city: 'Zonnedorp' }
const whole = aMunicipality(1, {
  languageRegime: 'rand',
  pageLanguages: ['nl', 'fr'],
  districts: ['Noord', 'Zuid'],
  postcodes: ['9999', '9998'],
  practicalInfo: ['Bus 12 stopt aan de school.', 'De Kerkstraat ligt open.'],
  arms: '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>',
  theme: { colour: '#7a1416', line: '#ffe615' },
  notices: {
    dataProtectionOfficer: 'dpo@zonnedorp.example',
    accessibility: {
      ...{ status: 'partial', assessedOn: '2029-05-02', assessedBy: 'self' },
      limits: ['De kaart heeft geen alternatief.'],
    },
  },
  reminder: { daysBefore: 7 },
  advisedHour: { slotMinutes: 30, from: '08:30', until: '12:00' },
  french: {
    name: 'Val-du-Soleil',
    department: 'Service Population',
    address,
    duplicateDesk: { place: 'Maison communale', address, hours: ['De 9 h à 12 h', 'Le jour de l’élection'] },
    practicalInfo: ['Le bus 12 s’arrête à l’école.'],
    signedBy: ['Pour le collège', 'Marleen Zonneveld'],
  },
  ebox: {
    senderApplicationId: 'kiesloket:verkiezing:brieven',
    messageTypeId: 'KIESBRIEF',
    api: 'federal-v2',
    baseUrl: 'https://ebox.example/v2',
    tokenUrl: 'https://token.example',
    clientId: 'zonnedorp',
    privateKeyFile: '/etc/kiesloket/zonnedorp.pem',
    onBehalfOf: true,
    readStatus: false,
    consentUrl: 'https://consent.example',
    limits: { concurrency: 4, ratePerSecond: 0.5 },
  },
  seal: { certificateFile: '/etc/kiesloket/zegel.crt', privateKeyFile: '/etc/kiesloket/zegel.pem' },
})

const typed = (document: object, changes: Readonly<Record<string, string>> = {}) =>
  new TypedForm(
    Object.fromEntries(
      Object.entries({ ...Object.fromEntries(fieldsByPath(document)), ...changes }).map(([path, text]) => [
        path,
        [text],
      ]),
    ),
  )
const errors = (changes: Readonly<Record<string, string>>, document: object = aMunicipality()) => {
  const draft = draftOf(typed(document, changes), {})
  const read = readSettings(draft.document)
  return read.ok ? {} : errorsOf(read.faults, draft)
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>
}

function* leavesOf({ properties }: Schema, above = ''): Generator<string> {
  if (!properties) yield above
  for (const [name, inner] of Object.entries(properties ?? {}))
    yield* leavesOf(inner, above ? `${above}.${name}` : name)
}

test('the form has a field for everything that a file can say, but for the country of an office abroad', () => {
  const leaves = [...leavesOf(publishedSchemas().municipality as Schema)]
  expect(leaves.length).toBeGreaterThan(40)
  expect(leaves.filter((path) => !fieldOf(path))).toEqual([
    'contact.address.country',
    'duplicateDesk.address.country',
    'french.address.country',
    'french.duplicateDesk.address.country',
  ])
})

test('a form filled in makes the file, with everything in it, in a form that the check of the file takes', () => {
  expect(draftOf(typed(whole), {}).document).toEqual(whole)
  expect(draftOf(typed(aMunicipality()), {}).document).toEqual(aMunicipality())
  expect(readSettings(draftOf(typed(whole), {}).document)).toEqual({ ok: true, settings: whole })
})

test('what is emptied is left out, and what has no field stays', () => {
  const abroad = { ...whole, contact: { ...whole.contact, address: { ...address, country: 'FR' } } }
  const emptied = {
    arms: '',
    'theme.colour': '',
    'theme.line': '',
    'ebox.limits.concurrency': '',
    districts: '',
  }
  const { document } = draftOf(typed(abroad, emptied), abroad)
  expect(document).not.toHaveProperty('arms')
  expect(document).not.toHaveProperty('theme')
  expect(document).not.toHaveProperty('districts')
  expect(document).toMatchObject({
    contact: { address: { country: 'FR' } },
    ebox: { limits: { ratePerSecond: 0.5 } },
  })
})

test.each([
  [{ slug: 'Zonne Dorp' }, 'slug', formTexts.wrong.slug],
  [{ slug: '' }, 'slug', 'Vul “Korte naam” in.'],
  [{ nisCode: '123' }, 'nisCode', formTexts.wrong.nisCode],
  [{ enterpriseNumber: '1999000151' }, 'enterpriseNumber', formTexts.wrong.enterpriseNumber],
  [{ languageRegime: '' }, 'languageRegime', formTexts.wrong.languageRegime],
  [{ postcodes: '9999\r\n12' }, 'postcodes', formTexts.wrong.postcodes],
  [{ name: '' }, 'name', 'Vul “Naam van de gemeente” in.'],
  [{ name: 'Zon ☎' }, 'name', expect.stringContaining('☎')],
  [
    { 'ebox.limits.concurrency': 'veel' },
    'ebox.limits.concurrency',
    formTexts.wrong['ebox.limits.concurrency'],
  ],
  [{ 'ebox.baseUrl': 'ebox' }, 'ebox.baseUrl', formTexts.wrong['ebox.baseUrl']],
  [{ 'theme.colour': 'rood' }, 'theme.colour', formTexts.wrong['theme.colour']],
  [{ 'theme.line': '#ffe615' }, 'theme.colour', 'Vul “Kleur van links en knoppen” in.'],
  [{ arms: '<svg viewBox="0 0 1 1"><script/></svg>' }, 'arms', expect.stringContaining('<script>')],
  [
    { 'notices.dataProtectionOfficer': 'niemand' },
    'notices.dataProtectionOfficer',
    formTexts.wrong['notices.dataProtectionOfficer'],
  ],
  [
    { 'notices.accessibility.status': 'full', 'notices.accessibility.assessedBy': 'self' },
    'notices.accessibility.assessedOn',
    'Vul “Dag van de beoordeling” in.',
  ],
  [{ languageRegime: 'taalgrens' }, 'french', formTexts.frenchMissing],
  [{ 'french.department': 'Service' }, 'french', formTexts.frenchTooMuch],
] as const)('%o has its sentence at its field', (changes, path, sentence) => {
  const found = errors(changes)
  expect(found[path]).toEqual(sentence)
})

test('a faint colour is refused with its contrast and the nearest that reads; capitals in a colour are no fault', () => {
  expect(errors({ 'theme.colour': '#00B4D8' })['theme.colour']).toMatch(
    /contrast is 2,\d+ .*#00[0-9a-f]{4}\.$/,
  )
  expect(errors({ 'theme.colour': '#7A1416' })).toEqual({})
})

test.each(['ebox.privateKeyFile', 'seal.privateKeyFile', 'seal.certificateFile'])(
  'of a private key that was pasted in %s nothing is kept',
  (path) => {
    const key = '-----BEGIN PRIVATE KEY----- MC4CAQAwBQYDK2VwBCIE -----END PRIVATE KEY-----'
    const draft = draftOf(typed(aMunicipality(), { [path]: key }), {})
    expect(errors({ [path]: key })[path]).toBe(formTexts.wrong[path])
    expect(JSON.stringify(draft.document)).not.toContain('MC4CAQ')
    expect(shownValue(draft, path)).toBe('')
  },
)

test('a whole file that comes along in a form stands in the fields', () => {
  const draft = draftOf(new TypedForm({ document: [JSON.stringify(whole)] }), {})
  expect(draft.document).toEqual(whole)
  expect(draft.valueAt('french.signedBy')).toBe('Pour le collège\nMarleen Zonneveld')
  expect(draft.valueAt('ebox.readStatus')).toBe('false')
  expect(nameOfField('ebox.readStatus')).toBe(
    'Een eigen weg naar de e-Box: Vragen welke brieven geopend zijn',
  )
})
