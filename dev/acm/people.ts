/** A capacity in which a person can log in: for one organisation, with the roles it gave them. */
export interface Capacity {
  readonly organisation: string
  readonly organisationName: string
  readonly targetGroup: 'LB' | 'EA'
  readonly roles: readonly string[]
}

export interface Person {
  readonly id: string
  readonly givenName: string
  readonly familyName: string
  readonly email: string
  /** Why one would pick this person. */
  readonly shows: string
  readonly capacities: readonly Capacity[]
}

const zonnedorp = {
  organisation: '1999000150',
  organisationName: 'Gemeente Zonnedorp',
  targetGroup: 'LB',
} as const
const maandorp = {
  organisation: '1999000546',
  organisationName: 'Gemeente Maandorp',
  targetGroup: 'LB',
} as const
const sterrendorp = {
  organisation: '1999001041',
  organisationName: 'Gemeente Sterrendorp',
  targetGroup: 'LB',
} as const
const unknown = {
  organisation: '1999000348',
  organisationName: 'Gemeente Sterrebeek-Zuid',
  targetGroup: 'LB',
} as const
const court = {
  organisation: '1999000744',
  organisationName: 'Vredegerecht van het kanton Zonnedorp',
  targetGroup: 'EA',
} as const

const mainBureau = {
  organisation: '1999001140',
  organisationName: 'Gemeentelijk hoofdbureau van Sterrendorp',
  targetGroup: 'EA',
} as const

const provinceMainBureau = {
  organisation: '1999001239',
  organisationName: 'Provinciedistrictshoofdbureau Sterrendorp',
  targetGroup: 'EA',
} as const

function person(id: string, name: string, shows: string, ...capacities: readonly Capacity[]): Person {
  const [givenName = '', ...rest] = name.split(' ')
  return { id, givenName, familyName: rest.join(' '), email: `${id}@zonnedorp.example`, shows, capacities }
}

const at = (where: Omit<Capacity, 'roles'>, ...roles: readonly string[]): Capacity => ({ ...where, roles })

/** With which the magistrate opens what is behind the excuses of the demo. */
export const magistratesPassphrase = 'zeven grijze ganzen'

/** Invented people of three municipalities, who can release in each, and some who are refused. */
export const people: readonly Person[] = [
  person('mia.lezer', 'Mia Janssens', 'lezer', at(zonnedorp, 'lezer')),
  person('karim.medewerker', 'Karim El Amrani', 'medewerker verkiezingen', at(zonnedorp, 'medewerker')),
  person('an.peeters', 'An Peeters', 'vrijgever', at(zonnedorp, 'vrijgever')),
  person('bert.claes', 'Bert Claes', 'tweede vrijgever', at(zonnedorp, 'vrijgever')),
  person('lot.loket', 'Lot De Smet', 'loketmedewerker', at(zonnedorp, 'loket')),
  person('sara.stembureaus', 'Sara Wouters', 'medewerker stembureaus', at(zonnedorp, 'stembureaus')),
  person('guy.griffier', 'Guy Vandenbroucke', 'griffier van de vrederechter', at(zonnedorp, 'griffier')),
  person(
    'marie.magistraat',
    'Marie Dubois',
    `vrederechter van het kanton; wachtzin voor bewijsstukken: ${magistratesPassphrase}`,
    at(court, 'magistraat'),
  ),
  person('joris.griffier', 'Joris Lemmens', 'griffier van het vredegerecht', at(court, 'griffier')),
  person(
    'nele.hoofdbureau',
    'Nele Goethals',
    'voorzitter van een gemeentelijk hoofdbureau',
    at(mainBureau, 'magistraat'),
  ),
  person(
    'pieter.hoofdbureau',
    'Pieter Daems',
    'voorzitter van een provinciedistrictshoofdbureau: ziet een deel van de bureaus van twee gemeenten',
    at(provinceMainBureau, 'magistraat'),
  ),
  person('els.beheerder', 'Els Maes', 'beheerder van de gemeente', at(zonnedorp, 'beheerder', 'medewerker')),
  person('omer.uitbater', 'Omer Goossens', 'uitbater van de installatie', at(zonnedorp, 'uitbater')),
  person(
    'tom.twee',
    'Tom Martens',
    'werkt voor twee gemeenten',
    at(zonnedorp, 'medewerker'),
    at(maandorp, 'lezer'),
  ),
  person(
    'wim.maandorp',
    'Wim Lambrecht',
    'medewerker van de andere gemeente',
    at(maandorp, 'medewerker', 'loket'),
  ),
  person('rita.maandorp', 'Rita Somers', 'vrijgever van de andere gemeente', at(maandorp, 'vrijgever')),
  person('bram.maandorp', 'Bram Cools', 'tweede vrijgever van de andere gemeente', at(maandorp, 'vrijgever')),
  person('lien.maandorp', 'Lien Aerts', 'loketmedewerker van de andere gemeente', at(maandorp, 'loket')),
  person(
    'hilde.maandorp',
    'Hilde Bogaert',
    'beheerder van de andere gemeente',
    at(maandorp, 'beheerder', 'medewerker'),
  ),
  person(
    'stef.sterrendorp',
    'Stef Hendrickx',
    'medewerker stembureaus van een gemeente met veertig bureaus',
    at(sterrendorp, 'stembureaus', 'medewerker'),
  ),
  person(
    'katrien.sterrendorp',
    'Katrien Nijs',
    'beheerder van de gemeente met veertig bureaus',
    at(sterrendorp, 'beheerder', 'medewerker'),
  ),
  person(
    'geert.sterrendorp',
    'Geert Baeten',
    'vrijgever van de gemeente met veertig bureaus',
    at(sterrendorp, 'vrijgever'),
  ),
  person(
    'ines.sterrendorp',
    'Ines Moens',
    'tweede vrijgever van de gemeente met veertig bureaus',
    at(sterrendorp, 'vrijgever'),
  ),
  person(
    'luc.sterrendorp',
    'Luc Segers',
    'loketmedewerker van de gemeente met veertig bureaus',
    at(sterrendorp, 'loket'),
  ),
  person('nora.zonderrol', 'Nora Pauwels', 'zonder rol', at(zonnedorp)),
  person('piet.elders', 'Piet Verlinden', 'van een gemeente die niet meedoet', at(unknown, 'medewerker')),
]

/** One account of the service is a person in one capacity. */
export function accountId(person: Person, { organisation }: Capacity): string {
  return `${person.id}|${organisation}`
}

export function findAccount(id: string): { person: Person; capacity: Capacity } | undefined {
  for (const person of people)
    for (const capacity of person.capacities)
      if (accountId(person, capacity) === id) return { person, capacity }
  return undefined
}
