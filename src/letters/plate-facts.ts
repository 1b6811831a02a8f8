import {
  assembliesFor,
  type Election,
  letterTitle,
  openingHours,
  type Section,
  statements,
  statutoryTexts,
  type VoterCategory,
  voterCategories,
} from '../elections/index.ts'
import type { MunicipalitySettings } from '../municipalities/index.ts'
import { addressLines } from '../platform/address.ts'
import { sha256OfJson } from '../platform/hash.ts'
import type { VoterFact } from '../voters/index.ts'
import type { PlateFacts } from './letter-template/letter-template.ts'

export interface PlatesOf {
  readonly election: Election
  readonly settings: MunicipalitySettings
  readonly section: Section
}

/** What of a letter decides on its plate, besides the section: letters for which it is the same share one. */
export interface PlateKind {
  readonly category: VoterCategory
  /** Lives elsewhere than where the list has them, inside Belgium: then the travel refund applies. */
  readonly moved: boolean
  /** The voter was sent another letter before this one. */
  readonly correction: boolean
}

export function plateKindOf({ category, deliveryAddress }: VoterFact, correction: boolean): PlateKind {
  const moved = deliveryAddress !== undefined && (deliveryAddress.country ?? 'BE') === 'BE'
  return { category, moved, correction }
}

/** Every kind of plate that a section can have. */
export const plateKinds: readonly PlateKind[] = [false, true].flatMap((correction) =>
  [false, true].flatMap((moved) => voterCategories.map((category) => ({ category, moved, correction }))),
)

/** The same facts, template and press make the same plate. */
export function plateKey(facts: PlateFacts, templateVersion: string, pressVersion: string): string {
  return sha256OfJson({ facts, template: templateVersion, press: pressVersion }).toString('hex')
}

/** What all letters of one plate say, from the ruleset, the municipality's file and the room. */
export function plateFacts({ section, ...of }: PlatesOf, kind: PlateKind): PlateFacts {
  return { ...factsOfKind(of, kind), room: roomFacts(of.election, section) }
}

/** The same without the room: what letters of one kind say in every section. */
export function factsOfKind(
  { election, settings }: Omit<PlatesOf, 'section'>,
  { category, moved, correction }: PlateKind,
): Omit<PlateFacts, 'room'> {
  const { ruleset } = election
  const said = (where: 'opening' | 'letter') =>
    statements(election, settings, { where, category, moved, correction }).map((block) => ({
      title: '',
      ...block,
    }))
  return {
    language: 'nl',
    municipality: municipalityFacts(settings),
    election: {
      ...letterTitle(ruleset),
      name: election.name,
      pollingDay: election.pollingDay,
      assemblies: assembliesFor(election, category).map(({ name }) => ({ name })),
      opening: said('opening'),
      statements: said('letter'),
      statutoryTexts: statutoryTexts(ruleset).map(({ heading, text, source }) => ({
        title: heading,
        text,
        source,
      })),
      postageMention: ruleset.postageMention.value,
      paperColour: ruleset.paperColour[category]?.value,
    },
    duplicateDesk: {
      place: settings.duplicateDesk.place,
      addressLines: addressLines(settings.duplicateDesk.address),
      hours: settings.duplicateDesk.hours,
    },
  }
}

function municipalityFacts({
  name,
  arms,
  contact,
  sender,
}: MunicipalitySettings): PlateFacts['municipality'] {
  return {
    name,
    ...(arms && { arms }),
    department: contact.department,
    addressLines: addressLines(contact.address),
    phone: contact.phone,
    email: contact.email,
    website: contact.website,
    signedBy: sender.signedBy,
  }
}

export function roomFacts(election: Election, { section, room, place }: Section): PlateFacts['room'] {
  const { open: opens, close: closes } = openingHours(election)
  const { entrance, stepFree } = place.details
  return {
    bureau: String(section),
    name: room,
    place: place.name,
    addressLines: addressLines(place.address),
    opens,
    closes,
    ...(entrance && { entrance }),
    ...(stepFree && { stepFree }),
  }
}
