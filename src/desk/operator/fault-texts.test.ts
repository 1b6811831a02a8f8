import { describe, expect, test } from 'vitest'
import { publishedSchemas } from '../../../scripts/published-schemas.ts'
import { faultsOfMunicipalityFile } from '../../municipalities/index.ts'
import { aMunicipality } from '../../municipalities/testing.ts'
import { describeConfig } from '../../platform/config.ts'
import { readMunicipalityFile } from './read-municipality-file.ts'
import { settingTexts } from './settings-texts.nl.ts'

const whole = aMunicipality(1, {
  ...{ languageRegime: 'rand', pageLanguages: ['nl', 'fr'], districts: ['Noord'], postcodes: ['9999'] },
  ...{ practicalInfo: ['Bus 12 stopt aan de school.'], reminder: { daysBefore: 7 } },
  theme: { colour: '#7a1416', line: '#ffe615' },
  notices: { accessibility: { status: 'full', assessedOn: '2029-05-02', assessedBy: 'self' } },
  french: {
    department: 'Service Population',
    duplicateDesk: { place: 'Maison communale', hours: ['De 9 h à 12 h'] },
    practicalInfo: ['Le bus 12 s’arrête à l’école.'],
    signedBy: ['Pour le collège'],
  },
  seal: { certificateFile: '/etc/kiesloket/zegel.crt', privateKeyFile: '/etc/kiesloket/zegel.pem' },
})

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
}

function* placesIn(schema: Schema, above: readonly (string | number)[] = []): Generator<(string | number)[]> {
  if (above.length > 0) yield [...above]
  if (schema.items) yield* placesIn(schema.items, [...above, 0])
  for (const [name, inner] of Object.entries(schema.properties ?? {}))
    yield* placesIn(inner, [...above, name])
}

/** The file with something else in one place; what leads there is made where it is not. */
function withValue(path: readonly (string | number)[], value: unknown): unknown {
  const document = structuredClone(whole) as unknown as Record<string | number, unknown>
  let within = document
  for (const [index, key] of path.slice(0, -1).entries()) {
    within[key] ??= typeof path[index + 1] === 'number' ? [] : {}
    within = within[key] as typeof within
  }
  within[path.at(-1)!] = value
  return document
}

const told = (document: unknown) => {
  const read = readMunicipalityFile(typeof document === 'string' ? document : JSON.stringify(document))
  return read.ok ? [] : read.faults
}

const causesIn = (document: unknown) => faultsOfMunicipalityFile(document).map(({ because }) => because)
const bad = [
  undefined,
  null,
  '',
  'é☎ \n',
  'x'.repeat(400),
  7,
  -1,
  1e9,
  1.5,
  true,
  {},
  [],
  ['x', 'x'],
  Array(120).fill('9999'),
  { zomaar: 1 },
]
const places = [...placesIn(publishedSchemas().municipality as Schema)]
const english =
  /\b(the|is not|are|invalid|expected|received|missing|must|give|which|with|absent|only|where|from|name|string|array|object|input|unrecognized)\b/i

test('whatever is wrong in whatever place is told in Dutch, with what to do', () => {
  expect(places.length).toBeGreaterThan(70)
  const found = places.flatMap((path) => bad.flatMap((value) => told(withValue(path, value))))
  const causes = new Set(places.flatMap((path) => bad.flatMap((value) => causesIn(withValue(path, value)))))
  expect(causes.size, [...causes].join()).toBe(12)
  for (const { path, wrong, remedy } of found)
    for (const sentence of [wrong, remedy]) {
      expect(sentence, path).toMatch(/^[A-ZÉ][\s\S]*\.$/)
      expect(
        sentence.replace(/“.*?”|met daarin: .*|Hier mogen: .*|Kies een van deze: .*/g, ''),
        path,
      ).not.toMatch(english)
    }
})

const changed = (path: string, value: unknown) =>
  withValue(
    path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key)),
    value,
  )

describe('a fault says where, what and what to do', () => {
  test.each([
    ['contact.phone', undefined, 'Dit ontbreekt.', 'Voeg het veld “phone” toe. Schrijf het telefoonnummer'],
    ['contact', undefined, 'Dit ontbreekt.', 'met daarin: department, address, phone, email, website.'],
    ['contact.email', 'niemand', 'Dit is niet goed geschreven.', 'Schrijf een volledig e-mailadres'],
    ['nisCode', 99001, 'Hier hoort tekst tussen aanhalingstekens. Er staat een getal', 'NIS-code'],
    ['languageRegime', 'fr', 'Dit kan hier niet staan.', 'Kies een van deze: nl, rand, taalgrens.'],
    ['name', 'x'.repeat(41), 'Dit is te lang: 41 tekens.', 'hoogstens 40 tekens.'],
    ['duplicateDesk.hours.0', 'Open ☎', '“☎” (U+260E)', 'Haal het weg'],
    ['duplicateDesk.hours', [], 'Dit is leeg.', '.'],
    ['duplicateDesk.hours', Array(7).fill('Open'), 'Dit is te veel: 7 regels.', 'hoogstens 6'],
    ['ebox.limits', { concurrency: 2000 }, 'Dit getal is te groot.', 'van 1 tot 1000.'],
    ['ebox.logo', 'x', 'Dit veld bestaat niet.', 'Hier mogen: senderApplicationId'],
    ['contact.address.postcode', '99', 'geen Belgische postcode', 'vier cijfers'],
    ['seal.privateKeyFile', 'PRIVATE KEY', 'een sleutel zelf', 'alleen waar het bestand staat'],
    ['arms', '<svg><script/></svg>', 'staat <script>', 'Zet het om in vormen'],
    ['theme.colour', '#ffe615', 'niet goed leesbaar', 'donkerdere kleur'],
    ['pageLanguages', ['nl', 'de'], 'Frans ontbreekt', 'Zet "fr" in de lijst.'],
    ['practicalInfo', undefined, 'maar in één taal', 'in beide talen'],
    ['languageRegime', 'nl', 'is geen brief Frans', 'Haal het veld “french” weg'],
  ])('%s: %j', (path, value, wrong, remedy) => {
    expect(told(changed(path, value))).toContainEqual({
      path: expect.stringMatching(/^[a-zA-Z0-9.]+$/),
      wrong: expect.stringContaining(wrong),
      remedy: expect.stringContaining(remedy),
    })
  })

  test.each([
    ['', 'Het bestand is leeg.'],
    ['  \n', 'Het bestand is leeg.'],
    ['<!DOCTYPE html><html></html>', 'Dit is een webpagina of een XML-bestand, geen JSON.'],
    ['PK\u0003\u0004', 'Dit is een ZIP- of Office-bestand, geen JSON.'],
    ['{\n  "name": "Zonnedorp"\n  "slug": "x"\n}', 'Vanaf regel 3, teken 3 is dit geen JSON.'],
    ['{ "name": "Zonne', 'Het bestand houdt te vroeg op: er ontbreekt een } of een aanhalingsteken.'],
    ['{', 'Het bestand houdt te vroeg op: er ontbreekt een } of een aanhalingsteken.'],
    ['[]', 'Hier hoort een groep velden tussen { en }. Er staat een lijst tussen [ en ].'],
  ])('no municipality file: %j', (text, wrong) => {
    expect(told(text)).toEqual([{ path: '', wrong, remedy: expect.stringMatching(/\.$/) }])
  })

  test('a right file has none, with a byte order mark as well', () =>
    expect(told(`\ufeff${JSON.stringify(whole)}`)).toEqual([]))
})

test('every setting is explained in Dutch', () => {
  for (const { name } of describeConfig({})) {
    const text = settingTexts[name as keyof typeof settingTexts]
    expect(text, name).toMatch(/\.$/)
    expect(text, name).not.toMatch(/\b(the|absent|which|with|where|address)\b/i)
  }
})
