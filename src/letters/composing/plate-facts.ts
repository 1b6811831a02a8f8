import {
  assembliesFor,
  type Election,
  electionName,
  type LetterLanguage,
  letterModel,
  letterTitle,
  letterWords,
  openingHours,
  type Section,
  statements,
  statutoryTexts,
  type VoterCategory,
  voterCategories,
} from '../../elections/index.ts'
import { type MunicipalitySettings, settingsIn } from '../../municipalities/index.ts'
import { addressLines } from '../../platform/address.ts'
import { sha256OfJson } from '../../platform/hash.ts'
import type { VoterFact } from '../../voters/index.ts'
import type { PlateFacts } from '../letter-template/letter-template.ts'

export interface PlatesOf {
  readonly election: Election
  readonly settings: MunicipalitySettings
  readonly section: Section
}

/** What of a letter decides on its plate, besides the section: letters for which it is the same share one. */
export interface PlateKind {
  readonly language: LetterLanguage
  readonly category: VoterCategory
  /** Lives elsewhere than where the list has them, inside Belgium: then the travel refund applies. */
  readonly moved: boolean
  /** The voter was sent another letter before this one. */
  readonly correction: boolean
}

export function plateKindOf(
  { category, deliveryAddress }: VoterFact,
  { language, correction }: Pick<PlateKind, 'language' | 'correction'>,
): PlateKind {
  const moved = deliveryAddress !== undefined && (deliveryAddress.country ?? 'BE') === 'BE'
  return { language, category, moved, correction }
}

/** Every kind of plate that a section can have when letters are written in these languages. */
export function plateKinds(languages: readonly LetterLanguage[]): PlateKind[] {
  const both = [false, true]
  return languages.flatMap((language) =>
    both.flatMap((correction) =>
      both.flatMap((moved) => voterCategories.map((category) => ({ language, category, moved, correction }))),
    ),
  )
}

/** The same facts, template and press make the same plate. */
export function plateKey(facts: PlateFacts, templateVersion: string, pressVersion: string): string {
  return sha256OfJson({ facts, template: templateVersion, press: pressVersion }).toString('hex')
}

/** What all letters of one plate say, from the ruleset, the municipality's file and the room. */
export function plateFacts({ section, ...of }: PlatesOf, kind: PlateKind): PlateFacts {
  return {
    ...factsOfKind({ ...of, district: section.district }, kind),
    room: roomFacts(of.election, section, kind.language),
  }
}

type KindsOf = Omit<PlatesOf, 'section'> & Pick<Section, 'district'>

/** The same without the room: what letters of one kind say in every section of a district. */
export function factsOfKind(
  { election, settings, district }: KindsOf,
  kind: PlateKind,
): Omit<PlateFacts, 'room'> {
  const { language, category } = kind
  const { ruleset } = election
  const words = letterWords(ruleset, language)
  const own = settingsIn(settings, language)
  const said = (where: 'opening' | 'letter') =>
    statements(election, settings, { where, ...kind }).map((block) => ({
      title: '',
      ...block,
    }))
  return {
    language,
    municipality: municipalityFacts(own, language),
    election: {
      ...letterTitle(ruleset, language),
      name: electionName(election, language),
      pollingDay: election.pollingDay,
      assemblies: assembliesFor(election, category, district).map(({ code, of }) => ({
        name: words.assembly(code, of),
      })),
      opening: said('opening'),
      statements: said('letter'),
      statutoryTexts: statutoryTexts(ruleset, language).map(({ heading, text, source }) => ({
        title: heading,
        text,
        source,
      })),
      postageMention: ruleset.postageMention.value,
      paperColour: letterModel(election, settings, category, district)?.paperColour,
    },
    duplicateDesk: {
      place: own.duplicateDesk.place,
      addressLines: addressLines(own.duplicateDesk.address, language),
      hours: own.duplicateDesk.hours,
    },
    ...(own.practicalInfo && { practicalInfo: own.practicalInfo }),
  }
}

function municipalityFacts(
  { name, arms, contact, sender }: MunicipalitySettings,
  language: LetterLanguage,
): PlateFacts['municipality'] {
  return {
    name,
    ...(arms && { arms }),
    department: contact.department,
    addressLines: addressLines(contact.address, language),
    phone: contact.phone,
    email: contact.email,
    website: contact.website,
    signedBy: sender.signedBy,
  }
}

export function roomFacts(
  election: Election,
  { section, room, place }: Section,
  language: LetterLanguage,
): PlateFacts['room'] {
  const { open: opens, close: closes } = openingHours(election)
  const { stepFree, french } = place.details
  const entrance = (language === 'fr' && french?.entrance) || place.details.entrance
  return {
    bureau: String(section),
    name: room,
    place: place.name,
    addressLines: addressLines(place.address, language),
    opens,
    closes,
    ...(entrance && { entrance }),
    ...(stepFree && { stepFree }),
  }
}
