import { readFileSync } from 'node:fs'
import type { ElectionSettings, LetterLanguage, Section } from '../../src/elections/index.ts'
import type { MunicipalitySettings } from '../../src/municipalities/index.ts'

/** An election of one kind in a municipality of one kind: all its letters are in the gallery. */
export interface GallerySituation {
  readonly id: string
  /** Dutch, as a heading. */
  readonly title: string
  readonly rulesetId: string
  readonly name: string
  readonly pollingDay: string
  readonly municipality: MunicipalitySettings
  readonly settings: ElectionSettings
  readonly languages: readonly LetterLanguage[]
  /** Also the letters for who moved and for who was sent a wrong one. */
  readonly variants?: boolean
}

const ordinary: MunicipalitySettings = JSON.parse(
  readFileSync(new URL('../../dev/demo/municipality.json', import.meta.url), 'utf8'),
)
const french = {
  name: 'Val-du-Soleil',
  department: 'Service Population',
  duplicateDesk: {
    place: 'Maison communale, guichet Population',
    hours: [
      'Du lundi au vendredi de 9 h à 12 h, le mercredi aussi de 14 h à 19 h',
      'Le samedi avant les élections de 9 h à 12 h',
      'Le jour des élections à partir de 8 h',
    ],
  },
  signedBy: [
    'Pour le collège des bourgmestre et échevins',
    'Marleen Zonneveld, directrice générale',
    'Joris Lentewoud, bourgmestre',
  ],
}
const rand: MunicipalitySettings = { ...ordinary, languageRegime: 'rand', nisCode: '23101', french }
const voeren: MunicipalitySettings = { ...ordinary, languageRegime: 'taalgrens', nisCode: '73109', french }

const federal = {
  rulesetId: 'kwb-2029',
  name: 'Federale, Vlaamse en Europese verkiezingen',
  pollingDay: '2029-06-10',
}
const federalFrench = { french: { name: 'Élections fédérales, flamandes et européennes' } }
const local = {
  rulesetId: 'lpkd-2030',
  name: 'Lokale en provinciale verkiezingen',
  pollingDay: '2030-10-13',
}
const decidedFrench = {
  value: ['nl', 'fr'],
  source: 'invented for the gallery: the ruleset itself offers Dutch alone',
  mark: 'NV',
} as const

export const gallerySituations: readonly GallerySituation[] = [
  {
    ...{
      id: 'federaal',
      ...federal,
      municipality: ordinary,
      settings: {},
      languages: ['nl'],
      variants: true,
    },
    title: 'Federale, Vlaamse en Europese verkiezingen, in de meeste gemeenten',
  },
  {
    ...{
      id: 'federaal-rode',
      ...federal,
      municipality: rand,
      settings: federalFrench,
      languages: ['nl', 'fr'],
    },
    title: 'Federale, Vlaamse en Europese verkiezingen, in het kanton Sint-Genesius-Rode',
  },
  {
    ...{
      id: 'federaal-voeren',
      ...federal,
      municipality: voeren,
      settings: federalFrench,
      languages: ['nl', 'fr'],
    },
    title: 'Federale, Vlaamse en Europese verkiezingen, in Voeren',
  },
  {
    ...{ id: 'kamer', rulesetId: 'kwb-early', name: 'Verkiezing van de Kamer', pollingDay: '2027-03-14' },
    ...{ municipality: ordinary, settings: {}, languages: ['nl'] },
    title: 'Vervroegde verkiezing van de Kamer',
  },
  {
    ...{ id: 'lokaal', ...local, municipality: ordinary, settings: {}, languages: ['nl'], variants: true },
    title: 'Lokale en provinciale verkiezingen, in de meeste gemeenten',
  },
  {
    ...{ id: 'lokaal-district', ...local, municipality: ordinary, languages: ['nl'] },
    settings: { namedAssemblies: ['DISTRICTSRAAD'] },
    title: 'Lokale en provinciale verkiezingen, in een stad met districten',
  },
  {
    ...{ id: 'lokaal-rechtstreeks', ...local, municipality: rand, languages: ['nl', 'fr'] },
    settings: {
      namedAssemblies: ['SCHEPENEN', 'OCMW'],
      french: { name: 'Élections locales et provinciales' },
      decisions: { languages: { rand: decidedFrench } },
    },
    title: 'Lokale en provinciale verkiezingen, waar ook schepenen en OCMW-raad verkozen worden',
  },
  {
    ...{ id: 'lokaal-zonder-strijd', ...local, municipality: ordinary, languages: ['nl'] },
    settings: { uncontested: ['GEMEENTERAAD'] },
    title: 'Lokale en provinciale verkiezingen, zonder strijd voor de gemeenteraad',
  },
]

export const gallerySection = {
  section: 3,
  room: 'Turnzaal',
  place: {
    code: 'DE-LINDE',
    name: 'Basisschool De Linde',
    address: { street: 'Lindelaan', houseNumber: '4', postcode: '9999', city: 'Zonnedorp' },
    details: {
      entrance: 'Ingang via de speelplaats.',
      french: { entrance: 'Entrée par la cour de récréation.' },
      stepFree: true,
    },
  },
  /** Only a city that elects district councils says it on a letter. */
  district: 'Zonnewijk',
} satisfies Section
