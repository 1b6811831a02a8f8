import { longDate } from '../../platform/dates.ts'
import type { PlateFacts, VoterFacts } from '../letter-template/letter-template.ts'

/** What the list has of a voter whose letter is read; the national number only to find that it is not there. */
export interface VoterToFind {
  readonly name: string
  readonly listNumber: number
  readonly birthDate: string | null
  readonly nationalNumber: string
}

export interface ReadLetter {
  /** The text of each page, as another program reads it. */
  readonly texts: readonly string[]
  readonly plate: PlateFacts
  readonly voter: VoterToFind
  readonly facts: VoterFacts
}

/** Parts that the letter has to show and that cannot be read in it. */
export function missingInText({ texts, plate, voter, facts }: ReadLetter): string[] {
  const [front = ''] = texts
  const all = bare(texts.join(' '))
  const { municipality, election, room } = plate
  const wanted: readonly (readonly [part: string, text: string])[] = [
    ['name', voter.name],
    ...facts.addressLines.map((line) => ['address', line] as const),
    ['residence', facts.listAddressLine],
    ['room', room.name],
    ['place', room.place],
    ...room.addressLines.map((line) => ['placeAddress', line] as const),
    ['municipality', municipality.name],
    ['phone', municipality.phone],
    ['email', municipality.email],
    ['website', municipality.website.replace(/^https?:\/\/|\/$/g, '')],
    ['legalName', election.legalName],
    ['pollingDay', longDate(election.pollingDay, plate.language)],
    ...election.assemblies.map(({ name }) => ['assemblies', name] as const),
    ...election.statutoryTexts.map(({ text }) => ['statutoryTexts', text] as const),
    ...election.statements.map(({ text }) => ['statements', text] as const),
    ['postageMention', election.postageMention],
  ]
  const missing = wanted.filter(([, text]) => !all.includes(bare(text))).map(([part]) => part)
  const numbers = [
    ['listNumber', String(voter.listNumber)],
    ['bureau', room.bureau],
    ['opens', hour(room.opens)],
    ['closes', hour(room.closes)],
  ] as const
  const stands = (number: string) => new RegExp(`(?<!\\d)${number}(?!\\d)`).test(front)
  for (const [part, number] of numbers) if (!stands(number)) missing.push(part)
  return [...new Set(missing)]
}

/** What the law does not let stand on a letter, found in its text. A date that every letter of the plate shows is none. */
export function forbiddenInText({ texts, plate, voter, facts }: ReadLetter): string[] {
  const text = texts.join(' ')
  const said = JSON.stringify([plate, facts])
  const digits = text.replace(/(?<=\d)[\s./-]+(?=\d)/g, '')
  const found: string[] = []
  if (digits.includes(voter.nationalNumber)) found.push('nationalNumber')
  const forms = voter.birthDate ? datesOf(voter.birthDate) : []
  if (forms.some((form) => form.test(text) && !form.test(JSON.stringify(plate)))) found.push('birthDate')
  const label = /\b(geslacht|sexe)\b/i
  if (label.test(text) && !label.test(said)) found.push('sex')
  return found
}

/** A birth date as people write it: in figures, either way round, and in words. */
function datesOf(date: string): RegExp[] {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const words = (['nl', 'fr'] as const).map((language) => longDate(date, language).split(' ').slice(1))
  return [
    new RegExp(`(?<!\\d)0?${day}[-/. ]+0?${month}[-/. ]+${year}(?!\\d)`),
    new RegExp(`(?<!\\d)${year}[-/. ]+0?${month}[-/. ]+0?${day}(?!\\d)`),
    new RegExp(`(?<!\\d)(${date.replaceAll('-', '')}|${pad(day)}${pad(month)}${year})(?!\\d)`),
    ...words.map((parts) => new RegExp(`(?<!\\d)${parts.join('\\s')}(?!\\d)`, 'i')),
  ]
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}

/** `08:00` is 8 on a letter; `16:30` is 16.30, or 16 h 30 in French. */
function hour(time: string): string {
  const [hours, minutes] = time.split(':')
  return minutes === '00' ? String(Number(hours)) : `${Number(hours)}( h |[.])${minutes}`
}

/** Without spaces, hyphens and case: lines break at them, and a title begins with a capital. */
function bare(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\p{Dash}\u00ad\u200b]/gu, '')
    .toLowerCase()
}
