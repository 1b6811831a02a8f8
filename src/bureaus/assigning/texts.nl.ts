import type { List } from '../bureau-rules.ts'
import type { Chosen, Reason, ReasonForEmpty, Refusal } from './seating.ts'

const lists = { A: 'lijst A', B: 'lijst B', OTHER: 'de andere kiezers' } as const satisfies Record<
  List,
  string
>

/** Professions of list A. */
export const categories: Readonly<Record<string, string>> = {
  magistrates: 'magistraten',
  'judicial-trainees': 'gerechtelijke stagiairs',
  lawyers: 'advocaten',
  notaries: 'notarissen',
  bailiffs: 'gerechtsdeurwaarders',
  registrars: 'griffiers en parketsecretarissen',
  'regulated-professions': 'gereglementeerde beroepen',
  'public-officials': 'ambtenaren',
  teachers: 'onderwijzend personeel',
}

const refusals = {
  candidate: 'is kandidaat bij de verkiezing',
  nationality: 'is geen Belg',
  age: 'is te jong',
  list: 'staat niet op de juiste lijst',
  area: 'is kiezer in een ander gebied',
  'by-hand': 'is met de hand uit dit bureau gehouden',
  'not-offered': 'bood zich voor iets anders aan',
} as const satisfies Record<Refusal, string>

/** Why somebody sits where they sit, a sentence for each reason. */
export function reasonInDutch(reason: Reason): string {
  switch (reason.code) {
    case 'fixed':
      return reason.against
        ? `Vooraf vastgelegd, tegen een regel in: ${refusals[reason.against]}.`
        : 'Vooraf vastgelegd.'
    case 'by-rank':
      return `Categorie ${categories[reason.category] ?? reason.category} van lijst A: ${placeOf(reason)}.`
    case 'by-draw':
      return `Als nummer ${reason.drawRank} geloot op ${lists[reason.list]}: ${placeOf(reason)}.`
    case 'by-nearness':
      return `Van ${lists[reason.list]}, waarin geen volgorde geldt: ${placeOf(reason)}.`
    case 'by-offer':
      return `Bood zich aan als vrijwilliger, en komt na de lijsten: ${placeOf(reason)}.`
    case 'others-did-not-fit':
      return `${people(reason.people)} eerder in de volgorde, maar er was geen zetel vrij die daarbij past.`
    case 'travel':
      return `${farAway(reason)} ${
        reason.metres > reason.nearest
          ? `Het dichtste bureau ligt op ${distance(reason.nearest)}, maar zo is de afstand voor allen samen kleiner of wegen de wensen door.`
          : 'Geen bureau ligt dichter.'
      }`
    case 'distance-unknown':
      return 'De afstand is niet bekend.'
    case 'only-experienced':
      return 'Heeft als enige in dit bureau ervaring.'
    default:
      return wishes[reason.code][reason.kept ? 'kept' : 'missed']
  }
}

const wishes = {
  'last-chair': {
    kept: 'Zat dit bureau de vorige keer voor.',
    missed: 'Zat de vorige keer een ander bureau voor.',
  },
  stay: { kept: 'Blijft zitten.', missed: 'Zat eerst in een andere zetel.' },
  household: {
    kept: 'Niemand van hetzelfde adres zit in dit bureau.',
    missed: 'Iemand van hetzelfde adres zit ook in dit bureau.',
  },
} as const

/** Why nobody sits in a seat. */
export function emptyInDutch(reason: ReasonForEmpty): string {
  if (reason.code === 'not-from-lists') return 'De voorzitter kiest zelf wie dit doet.'
  if (reason.code === 'all-sit') {
    return reason.people === 1
      ? 'Eén persoon mag hier zitten, maar zit al in een andere zetel.'
      : `${reason.people} personen mogen hier zitten, maar zitten allen in een andere zetel.`
  }
  const kinds = Object.entries(reason.refused).map(
    ([code, count]) => `${refusals[code as Refusal]} (${count})`,
  )
  return kinds.length === 0
    ? 'Er staat niemand op een lijst.'
    : `Niemand mag hier zitten. Wie op een lijst staat, ${kinds.join('; ')}.`
}

function placeOf({ position, of }: Chosen): string {
  return `plaats ${position} van ${of} die hier konden zitten`
}

function farAway({ metres, fromWhereTheyVote }: Extract<Reason, { code: 'travel' }>): string {
  if (!fromWhereTheyVote) return `Woont op ${distance(metres)}.`
  return metres === 0 ? 'Stemt in dit gebouw.' : `Stemt op ${distance(metres)} van hier.`
}

function people(count: number): string {
  return count === 1 ? 'Eén persoon staat' : `${count} personen staan`
}

/** `850 m`, `1,2 km`. */
export function distance(metres: number): string {
  return metres < 1000
    ? `${metres} m`
    : `${(metres / 1000).toLocaleString('nl-BE', { maximumFractionDigits: 1 })} km`
}
