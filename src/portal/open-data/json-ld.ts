import { openingHours } from '../../elections/index.ts'
import { paths } from '../paths.ts'
import { addressOf, type DataSet, type Format, formats } from './data-set.ts'
import { dataTexts as texts } from './data-texts.nl.ts'
import type { OpenPlace, PublishedElection } from './published-election.ts'

const languages = 'http://publications.europa.eu/resource/authority/language/'
const fileTypes = 'http://publications.europa.eu/resource/authority/file-type/'
const fileTypeOf = { csv: 'CSV', geojson: 'GEOJSON', jsonld: 'JSON_LD' } as const satisfies Record<
  Format,
  string
>
const mediaTypes = 'https://www.iana.org/assignments/media-types/'

/** Where a word of these documents is defined; they carry it with them, so that nobody has to fetch it. */
const context = {
  '@version': 1.1,
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  schema: 'https://schema.org/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

const dutch = (text: string) => ({ '@value': text, '@language': 'nl' })
const id = (address: string) => ({ '@id': address })

interface Published extends PublishedElection {
  readonly portalUrl: string
  readonly licence: string
}

/** All data sets of the installation, as DCAT 3 with what DCAT-AP makes mandatory. */
export function catalogueOf(
  elections: readonly PublishedElection[],
  { portalUrl, licence }: { portalUrl: string; licence: string },
): object {
  const sets = elections.map((one) => ({ ...one, portalUrl, licence }))
  return {
    '@context': context,
    '@graph': [
      {
        '@id': portalUrl + paths.catalogue(),
        '@type': 'dcat:Catalog',
        'dct:title': dutch(texts.catalogue.title),
        'dct:description': dutch(texts.catalogue.description),
        'dct:language': id(`${languages}NLD`),
        'dct:license': id(licence),
        'dct:publisher': publishersOf(sets).map(({ '@id': at }) => id(at)),
        'foaf:homepage': id(portalUrl + paths.openData()),
        'dcat:dataset': sets.map((set) => id(setAddress(set))),
      },
      ...publishersOf(sets),
      ...sets.flatMap(describe),
    ],
  }
}

/** The places of one election, with the description of the data set they are. */
export function jsonLdOf(set: DataSet): object {
  return {
    '@context': context,
    '@graph': [
      ...publishersOf([set]),
      ...describe(set),
      ...set.places.map((place) => describePlace(set, place)),
    ],
  }
}

function setAddress(set: Published): string {
  return `${set.portalUrl + paths.placesJsonLd(addressOf(set))}#dataset`
}

function publishersOf(sets: readonly Published[]) {
  const found = sets.map(({ municipality }) => ({
    '@id': `${municipality.contact.website}#${municipality.enterpriseNumber}`,
    '@type': 'foaf:Organization',
    'foaf:name': dutch(municipality.name),
    'dct:identifier': municipality.enterpriseNumber,
  }))
  return [...new Map(found.map((one) => [one['@id'], one])).values()]
}

function describe(set: Published): object[] {
  const { election, municipality, portalUrl, licence } = set
  const distributions = (Object.keys(formats) as Format[]).map((format) => {
    const { mediaType, address } = formats[format]
    const at = portalUrl + address(addressOf(set))
    return {
      '@id': `${at}#distribution`,
      '@type': 'dcat:Distribution',
      'dct:title': dutch(texts.formats[format]),
      'dcat:accessURL': id(at),
      'dcat:downloadURL': id(at),
      'dcat:mediaType': id(mediaTypes + mediaType),
      'dct:format': id(fileTypes + fileTypeOf[format]),
      'dct:license': id(licence),
    }
  })
  const dataSet = {
    '@id': setAddress(set),
    '@type': 'dcat:Dataset',
    'dct:title': dutch(texts.set.title(municipality.name, election.name)),
    'dct:description': dutch(texts.set.description(municipality.name)),
    'dct:publisher': publishersOf([set]).map(({ '@id': at }) => id(at)),
    'dct:language': id(`${languages}NLD`),
    'dct:license': id(licence),
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': { '@value': election.pollingDay, '@type': 'xsd:date' },
      'dcat:endDate': { '@value': election.pollingDay, '@type': 'xsd:date' },
    },
    'dcat:keyword': texts.set.keywords.map(dutch),
    'dcat:contactPoint': { '@id': `mailto:${municipality.contact.email}` },
    'dcat:distribution': distributions.map(({ '@id': at }) => id(at)),
  }
  return [dataSet, ...distributions]
}

function describePlace(set: DataSet, { code, name, address, details, rooms }: OpenPlace): object {
  const { open, close } = openingHours(set.election)
  const { coordinates, stepFree, facilities = [], entrance } = details
  const typed = (type: 'Date' | 'Time', value: string) => ({ '@value': value, '@type': `schema:${type}` })
  return {
    '@id': `${set.portalUrl + paths.placesJsonLd(addressOf(set))}#${encodeURIComponent(code)}`,
    '@type': ['schema:CivicStructure'],
    'schema:identifier': code,
    'schema:name': dutch(name),
    'schema:address': {
      '@type': 'schema:PostalAddress',
      'schema:streetAddress': [address.street, address.houseNumber, address.box && `bus ${address.box}`]
        .filter(Boolean)
        .join(' '),
      'schema:postalCode': address.postcode,
      'schema:addressLocality': address.city,
      'schema:addressCountry': 'BE',
    },
    ...(coordinates && {
      'schema:geo': {
        '@type': 'schema:GeoCoordinates',
        'schema:latitude': coordinates.latitude,
        'schema:longitude': coordinates.longitude,
      },
    }),
    ...(entrance && { 'schema:description': dutch(entrance) }),
    'schema:amenityFeature': [
      ...(stepFree === undefined ? [] : [{ name: texts.stepFree, value: stepFree }]),
      ...facilities.map((facility) => ({ name: facility, value: true })),
    ].map((feature) => ({
      '@type': 'schema:LocationFeatureSpecification',
      'schema:name': dutch(feature.name),
      'schema:value': feature.value,
    })),
    'schema:specialOpeningHoursSpecification': {
      '@type': 'schema:OpeningHoursSpecification',
      'schema:validFrom': typed('Date', set.election.pollingDay),
      'schema:validThrough': typed('Date', set.election.pollingDay),
      'schema:opens': typed('Time', `${open}:00`),
      'schema:closes': typed('Time', `${close}:00`),
    },
    'schema:containsPlace': rooms.map(({ section, room }) => ({
      '@type': 'schema:Room',
      'schema:name': dutch(room),
      'schema:identifier': String(section),
    })),
  }
}
