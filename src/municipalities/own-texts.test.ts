import { describe, expect, test } from 'vitest'
import { checkMunicipalityFile } from './municipality-file.ts'
import { type OwnTexts, ownTextsOf, textDifferences, withOwnTexts } from './own-texts.ts'
import { aMunicipality } from './testing.ts'

const settings = aMunicipality(1, {
  languageRegime: 'rand',
  arms: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0H1V1H0Z"/></svg>',
  french: {
    department: 'Service Population',
    duplicateDesk: { place: 'Maison communale', hours: ['Du lundi au vendredi de 9 h à 12 h'] },
    signedBy: ['Pour le collège des bourgmestre et échevins'],
  },
})
const texts = ownTextsOf(settings)
const withContact = (changes: Partial<OwnTexts['contact']>): OwnTexts => ({
  ...texts,
  contact: { ...texts.contact, ...changes },
})

test('the texts come into the settings, and all else stays as it was', () => {
  const changed = withOwnTexts(settings, withContact({ phone: ' 09 888 00 00'.trim() }))
  expect(changed).toEqual({
    ok: true,
    settings: { ...settings, contact: { ...settings.contact, phone: '09 888 00 00' } },
  })
  expect(Object.keys(texts).sort()).toEqual(['contact', 'duplicateDesk', 'french', 'sender'])
})

describe('a fault is found where it stands, and as the municipality file finds it', () => {
  const long = 'a'.repeat(61)
  const desk = texts.duplicateDesk
  const french = texts.french!
  test.each<[OwnTexts, object]>([
    [withContact({ department: ' ' }), { path: 'contact.department', because: 'missing' }],
    [withContact({ department: long }), { path: 'contact.department', because: 'too-long', most: 60 }],
    [withContact({ email: 'nobody' }), { path: 'contact.email', because: 'wrong-form' }],
    [withContact({ website: 'http://x.example' }), { path: 'contact.website', because: 'wrong-form' }],
    [
      withContact({ address: { ...texts.contact.address, postcode: '12' } }),
      { path: 'contact.address.postcode', because: 'wrong-form' },
    ],
    [
      { ...texts, duplicateDesk: { ...desk, hours: ['9 tot 12', '☎ <b>'] } },
      { path: 'duplicateDesk.hours.1', because: 'unprintable', characters: '☎<>' },
    ],
    [
      { ...texts, sender: { signedBy: ['a', 'b', 'c', 'd', 'e'] } },
      { path: 'sender.signedBy', because: 'too-many-lines', most: 4 },
    ],
    [
      { ...texts, french: { ...french, signedBy: [] } },
      { path: 'french.signedBy', because: 'missing' },
    ],
    [
      { ...texts, french: undefined },
      { path: 'french', because: 'wrong-form' },
    ],
  ])('%#', (typed, fault) => {
    const found = withOwnTexts(settings, typed)
    expect(found).toEqual({ ok: false, faults: [expect.objectContaining(fault)] })
    const byFile = checkMunicipalityFile({ ...settings, ...typed })
    expect(!byFile.ok && byFile.faults.map(({ path }) => path)).toEqual([(fault as { path: string }).path])
  })
})

describe('what it says besides', () => {
  const dutch = ['Bus 12 stopt aan de school.', 'De Kerkstraat ligt open.']
  const { practicalInfo: _, ...withoutIt } = texts
  const withIt = { ...texts, practicalInfo: dutch, french: { ...texts.french!, practicalInfo: ['Bus 12.'] } }

  test('comes in and goes away again, and then nothing of it is left', () => {
    const changed = withOwnTexts(settings, withIt)
    expect(changed).toMatchObject({ ok: true, settings: { practicalInfo: dutch } })
    expect(withOwnTexts(changed.ok ? changed.settings : settings, withoutIt)).toStrictEqual({
      ok: true,
      settings,
    })
    expect(textDifferences(texts, withIt)).toEqual([
      { path: 'practicalInfo', is: dutch.join('\n') },
      { path: 'french.practicalInfo', is: 'Bus 12.' },
    ])
  })

  test('is there in both languages or in neither', () => {
    const faultOf = (typed: OwnTexts) => withOwnTexts(settings, typed)
    const missing = (path: string) => ({ ok: false, faults: [{ path, because: 'wrong-form' }] })
    expect(faultOf({ ...texts, practicalInfo: dutch })).toMatchObject(missing('french.practicalInfo'))
    expect(faultOf({ ...withIt, practicalInfo: undefined })).toMatchObject(missing('practicalInfo'))
  })

  test.each([
    ['\u{1F68C} bus 12', 'unprintable', '\u{1F68C}'],
    ['بسم الله', 'unprintable', 'بسماله'],
    ['bus\u202e 12', 'unprintable', '\u202e'],
    ['bus\u0007 12', 'unprintable', '\u0007'],
    ['bus\t12', 'unprintable', '\t'],
    ['a'.repeat(91), 'too-long', undefined],
  ])('holds nothing that no letter can print: %j', (line, because, characters) => {
    const typed = { ...withIt, practicalInfo: ['Parkeren kan op de Markt.', line] }
    expect(withOwnTexts(settings, typed)).toEqual({
      ok: false,
      faults: [
        expect.objectContaining({ path: 'practicalInfo.1', because, ...(characters && { characters }) }),
      ],
    })
  })
})

test('differences are named by their place, lines of one text together, with what is new and what went', () => {
  const address = { ...texts.contact.address, box: '2' }
  const after: OwnTexts = {
    ...texts,
    contact: { ...texts.contact, address },
    sender: { signedBy: ['Namens het college', 'An Peeters'] },
  }
  const differences = [
    { path: 'contact.address.box', is: '2' },
    { path: 'sender.signedBy', was: settings.sender.signedBy[0], is: 'Namens het college\nAn Peeters' },
  ]
  expect(textDifferences(settings, after)).toEqual(differences)
  expect(textDifferences(after, settings)).toContainEqual({ path: 'contact.address.box', was: '2' })
  expect(textDifferences(settings, { ...texts })).toEqual([])
})
