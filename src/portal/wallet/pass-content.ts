import { Temporal } from 'temporal-polyfill'
import type { MyLetter } from '../../letters/index.ts'
import { sha256 } from '../../platform/hash.ts'
import { flanders } from '../../platform/theme.ts'
import { whileOpen } from '../elections/appointment.ts'
import { letterFacts } from '../elections/letter-facts.ts'
import { myStatements } from '../elections/my-statements.ts'
import { texts as electionTexts } from '../elections/texts.ts'
import type { Language } from '../language.ts'
import { paths } from '../paths.ts'
import { screenEnds } from '../polling-desk/keeping.tsx'
import { texts as deskTexts } from '../polling-desk/texts.ts'
import { destinationOf } from '../way-there/destination.ts'
import { type Texts, texts } from './texts.ts'

interface Page {
  readonly language: Language
  readonly portalUrl: string
}

/**
 * What a pass says, as `pass.json` of Apple has it: where, when, and the number that stands on the letter. Neither the name nor the national
 * number: a phone shows a pass while it is locked.
 */
export function passContent(mine: MyLetter, page: Page): object {
  const { election, municipality, form } = mine
  const number = String(form.voter.listNumber)
  const title = electionTexts[page.language].appointment.title(election.name)
  return {
    serialNumber: serialNumber(mine),
    organizationName: municipality.name,
    description: title,
    logoText: municipality.name,
    ...coloursOf(municipality.theme?.colour ?? flanders.colour),
    relevantDate: inSeconds(whileOpen(election).start),
    expirationDate: inSeconds(screenEnds(election)),
    ...whereToShow(mine, title),
    sharingProhibited: true,
    barcodes: [
      { format: 'PKBarcodeFormatQR', message: number, messageEncoding: 'iso-8859-1', altText: number },
    ],
    eventTicket: { ...front(mine, number, page), backFields: back(mine, page) },
  }
}

/** The same for each version of a letter: a phone puts the pass of the new letter in the place of the old one. */
function serialNumber({ election, letter }: MyLetter): string {
  return sha256(`${election.electionId} ${letter.voter_id}`).toString('hex').slice(0, 32)
}

function coloursOf(colour: string): object {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  const white = 'rgb(255, 255, 255)'
  return { backgroundColor: `rgb(${channels.join(', ')})`, foregroundColor: white, labelColor: white }
}

/** Apple's dates have no parts of a second. */
function inSeconds(moment: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toString({ smallestUnit: 'second' })
}

function whereToShow(mine: MyLetter, relevantText: string): object {
  const { coordinates } = destinationOf(mine)
  if (!coordinates) return {}
  const { latitude, longitude } = coordinates
  return { locations: [{ latitude, longitude, relevantText }] }
}

function front(mine: MyLetter, number: string, { language }: Page): object {
  const { bureau, day, hours, room } = letterFacts(mine, language)
  const field = (key: keyof Texts['labels'], value: string) => ({ key, label: labelOf(key, language), value })
  return {
    headerFields: [field('number', number)],
    primaryFields: [{ key: 'election', label: '', value: mine.election.name }],
    secondaryFields: [field('day', day), field('hours', hours)],
    auxiliaryFields: [field('place', room.place), field('room', [bureau, room.name].join(', '))],
  }
}

/** For the bureau, which works in Dutch, and for whose pass it is. */
function labelOf(key: keyof Texts['labels'], language: Language): string {
  return [...new Set([texts.nl.labels[key], texts[language].labels[key]])].join(' · ')
}

function back(mine: MyLetter, { language, portalUrl }: Page): object[] {
  const words = texts[language].back
  const { name, addressLines } = destinationOf(mine)
  const said = myStatements(mine, language).find(({ key }) => key === 'st.phoneOk')
  const phone = said?.parts.map(({ text }) => text).join('') ?? deskTexts[language].notOnPhone
  return [
    { key: 'address', label: words.address, value: [name, ...addressLines].join('\n') },
    { key: 'bring', label: words.bring, value: [phone, deskTexts[language].paper].join('\n') },
    { key: 'changes', label: words.changes.title, value: words.changes.text },
    {
      key: 'page',
      label: words.page,
      value: portalUrl + paths.election({ election: mine.election.electionId }),
    },
  ]
}
