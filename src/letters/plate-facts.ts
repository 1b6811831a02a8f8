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

/** Mention that gives an election letter of a public sender free postage (bpost, electoral letters). */
const postageMention = 'Kieswet'
/** Without a colour in the ruleset: the law's plain paper. */
const plainPaper = 'wit'

export interface PlatesOf {
  readonly election: Election
  readonly settings: MunicipalitySettings
  readonly section: Section
}

/** Voters for whom this is the same share a plate: all that a letter says follows from it and the voter's own lines. */
export function plateKind(voter: VoterFact): string {
  return `${voter.section}|${voter.category}|${isMoved(voter)}`
}

/** The same facts, template and press make the same plate. */
export function plateKey(facts: PlateFacts, templateVersion: string, pressVersion: string): string {
  return sha256OfJson({ facts, template: templateVersion, press: pressVersion }).toString('hex')
}

/** What all letters of one plate say, from the ruleset, the municipality's file and the room. */
export function plateFacts({ voter, ...of }: PlatesOf & { voter: VoterFact }): PlateFacts {
  return factsFor(of, voter.category, isMoved(voter))
}

/** The same of every plate that letters of this section can be made on now. */
export function plateFactsOfSection(of: PlatesOf): PlateFacts[] {
  return voterCategories.flatMap((category) => [factsFor(of, category, false), factsFor(of, category, true)])
}

function factsFor(
  { election, settings, section }: PlatesOf,
  category: VoterCategory,
  moved: boolean,
): PlateFacts {
  const { ruleset } = election
  const { open, close } = openingHours(election)
  const said = (where: 'opening' | 'letter') =>
    statements(election, settings, { where, category, moved }).map((block) => ({ title: '', ...block }))
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
      postageMention,
      paperColour: ruleset.paperColour[category]?.value ?? plainPaper,
    },
    room: roomFacts(section, open, close),
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

function roomFacts({ section, room, place }: Section, opens: string, closes: string): PlateFacts['room'] {
  const { entrance, stepFree } = place.details
  const access = [entrance, stepFree && 'Zonder trappen bereikbaar.'].filter(Boolean).join(' ')
  return {
    bureau: String(section),
    name: room,
    place: place.name,
    addressLines: addressLines(place.address),
    opens,
    closes,
    ...(access && { access }),
  }
}

/** Lives elsewhere than where the list has them, inside Belgium: then the travel refund applies. */
function isMoved({ deliveryAddress }: VoterFact): boolean {
  return deliveryAddress !== undefined && (deliveryAddress.country ?? 'BE') === 'BE'
}
