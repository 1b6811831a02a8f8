import { type Election, openingHours, type Section, type VoterCategory } from '../../elections/index.ts'
import { type MunicipalitySettings, settingsIn } from '../../municipalities/index.ts'
import type { PlateFacts } from '../letter-template/letter-template.ts'
import type { CheckCode } from './check.ts'
import { isNationalNumber, numberForm } from './number-on-letter.ts'

/** What plates have to agree with, as it stands in the election, the municipality's file and the list of places. */
export interface PlateTruth {
  readonly election: Election
  readonly settings: MunicipalitySettings
  readonly sections: ReadonlyMap<number, Section>
  readonly today: Date
}

export interface PlateFault {
  readonly code: CheckCode
  readonly part: string
  readonly says?: string
  readonly shouldSay?: string
}

/** The checks that are asked of a plate for all its letters. */
export const plateChecks: readonly CheckCode[] = [
  'room-of-section',
  'own-municipality',
  'polling-day-and-hours',
  'assemblies-of-category',
  'texts-of-the-law',
  'nothing-forbidden',
  'access-known',
  'access-in-french',
]

/** Words that announce what may not stand on a letter. The law's own texts may name them. */
const forbiddenWords =
  /geslacht|\bsekse\b|geboortedatum|\bgeboren\b|rijksregister|nationaal nummer|\bINSZ\b|\bNISS\b|\bsexe\b|\bnée? le\b|date de naissance|numéro national|registre national/i

/** Holds what a plate says, field by field, against where each comes from: not against what would be composed now. */
export function checkPlate(
  { section, category }: { section: number; category: VoterCategory },
  facts: PlateFacts,
  truth: PlateTruth,
): PlateFault[] {
  return [
    ...roomFaults(facts, truth.sections.get(section)),
    ...accessFaults(facts, truth.sections.get(section)),
    ...municipalityFaults(facts, truth.settings),
    ...dayFaults(facts, truth.election),
    ...assemblyFaults(facts, truth.election, category, truth.sections.get(section)?.district),
    ...lawFaults(facts, truth.election, category),
    ...forbiddenFaults(facts, truth.today),
  ]
}

type Pair = readonly [part: string, says: string | undefined, shouldSay: string | undefined]

function differing(code: CheckCode, pairs: readonly Pair[]): PlateFault[] {
  return pairs
    .filter(([, says, shouldSay]) => says !== shouldSay)
    .map(([part, says = '–', shouldSay = '–']) => ({ code, part, says, shouldSay }))
}

function roomFaults({ room, language }: PlateFacts, section: Section | undefined): PlateFault[] {
  if (!section) return [{ code: 'room-of-section', part: 'bureau', says: room.bureau }]
  const { street, houseNumber, postcode, city } = section.place.address
  const said = room.addressLines.join(' ')
  const { entrance, french, stepFree } = section.place.details
  const address = [street, houseNumber, postcode, city].filter((part) => !said.includes(part))
  return differing('room-of-section', [
    ['bureau', room.bureau, String(section.section)],
    ['room', room.name, section.room],
    ['place', room.place, section.place.name],
    ['placeAddress', address.length > 0 ? said : '', address.join(' ')],
    ['entrance', room.entrance, (language === 'fr' && french?.entrance) || entrance],
    ['stepFree', String(room.stepFree === true), String(stepFree === true)],
  ])
}

/** How one gets in, on a French letter in French: names of rooms and buildings stay as their door says them. */
function accessFaults({ room, language }: PlateFacts, section: Section | undefined): PlateFault[] {
  const isKnown = room.entrance !== undefined || room.stepFree !== undefined
  if (!isKnown) return [{ code: 'access-known', part: 'place', says: room.place }]
  const isDutch = language === 'fr' && room.entrance !== undefined && !section?.place.details.french
  return isDutch ? [{ code: 'access-in-french', part: 'entrance', says: room.entrance }] : []
}

function municipalityFaults(facts: PlateFacts, inDutch: MunicipalitySettings): PlateFault[] {
  const { municipality, duplicateDesk, language } = facts
  if (language === 'fr' && !inDutch.french)
    return [{ code: 'own-municipality', part: 'language', says: language, shouldSay: 'nl' }]
  const settings = settingsIn(inDutch, language)
  const { contact, sender } = settings
  return differing('own-municipality', [
    ['municipality', municipality.name, settings.name],
    ['phone', municipality.phone, contact.phone],
    ['email', municipality.email, contact.email],
    ['website', municipality.website, contact.website],
    ['department', municipality.department, contact.department],
    ['signature', municipality.signedBy.join(', '), sender.signedBy.join(', ')],
    ['desk', duplicateDesk.place, settings.duplicateDesk.place],
    ['deskHours', duplicateDesk.hours.join('; '), settings.duplicateDesk.hours.join('; ')],
    ['practicalInfo', facts.practicalInfo?.join('; '), settings.practicalInfo?.join('; ')],
  ])
}

function dayFaults({ room, election: said }: PlateFacts, election: Election): PlateFault[] {
  const { open, close } = openingHours(election)
  return differing('polling-day-and-hours', [
    ['pollingDay', said.pollingDay, election.pollingDay],
    ['opens', room.opens, open],
    ['closes', room.closes, close],
  ])
}

/** Asked of the ruleset's table itself: what the category elects in its district, without what is not elected here. */
function assemblyFaults(
  { language, election: said }: PlateFacts,
  { ruleset, settings }: Election,
  category: VoterCategory,
  district: string | undefined,
): PlateFault[] {
  const codes = ruleset.electorate[category]?.assemblies.value ?? []
  // What was decided for this election goes before what a kind of election has everywhere.
  const decided = settings.assemblies ?? ruleset.assembliesHeld?.value
  const elected = ruleset.assemblies.filter(({ code, held, namedAfter }) => {
    const isNamed = settings.namedAssemblies?.includes(code) === true
    const isHeld = isNamed || (decided ? decided.includes(code) : held === 'everywhere')
    const isQuiet =
      namedAfter === 'district' && settings.uncontestedDistricts?.includes(district ?? '') === true
    return codes.includes(code) && isHeld && !isQuiet && !settings.uncontested?.includes(code)
  })
  const names = elected.map(({ code, name, namedAfter }) => {
    const own = language === 'fr' ? (ruleset.french?.assemblies[code]?.value ?? '') : name
    const of = namedAfter === 'district' ? district : namedAfter && settings.newMunicipality
    return of ? `${own} ${language === 'fr' ? 'de' : 'van'} ${of}` : own
  })
  const shown = said.assemblies.map(({ name }) => name)
  return differing('assemblies-of-category', [['assemblies', shown.join(', '), names.join(', ')]])
}

function lawFaults(
  { language, election: said }: PlateFacts,
  { ruleset }: Election,
  category: VoterCategory,
): PlateFault[] {
  const texts = language === 'fr' ? ruleset.french : ruleset
  const missing = (texts?.statutoryTexts ?? [])
    .filter(({ text }) => !said.statutoryTexts.some((shown) => shown.text === text))
    .map(({ key }): PlateFault => ({ code: 'texts-of-the-law', part: 'statutoryTexts', shouldSay: key }))
  return [
    ...differing('texts-of-the-law', [
      ['legalName', said.legalName, texts?.legalName.value],
      ['postageMention', said.postageMention, ruleset.postageMention.value],
      ['paperColour', said.paperColour, ruleset.paperColour[category]?.value],
    ]),
    ...missing,
  ]
}

function forbiddenFaults(facts: PlateFacts, today: Date): PlateFault[] {
  const { arms: _, phone: __, ...own } = facts.municipality
  const { duplicateDesk, practicalInfo, room, election } = facts
  const said = JSON.stringify([
    own,
    duplicateDesk,
    practicalInfo,
    room,
    election.opening,
    election.statements,
  ])
  const [word] = forbiddenWords.exec(said) ?? []
  const numbers = (said.match(numberForm) ?? []).filter((digits) => isNationalNumber(digits, today))
  return [
    ...(word ? [{ code: 'nothing-forbidden', part: 'text', says: word } as const] : []),
    ...(numbers.length > 0 ? [{ code: 'nothing-forbidden', part: 'nationalNumber' } as const] : []),
  ]
}
