import { longDate } from '../../platform/dates.ts'
import { fontFamilies } from '../../platform/pdf/fonts.ts'
import type { SlotDeclaration } from '../../platform/pdf/plate.ts'
import { isCommon } from './glyph-pool.ts'
import type { PlateFacts, StatutoryText } from './letter-facts.ts'
import { type LetterTexts, textsFor } from './letter-texts.ts'
import { slots } from './slots.ts'

/** What all letters of one plate say: facts and words, ready to print. */
export type LetterData = ReturnType<typeof sharedData>

/** What the layout reads. `values` are a voter's texts, or placeholders. */
export function letterData(facts: PlateFacts, values: Readonly<Record<string, string>>) {
  return {
    ...sharedData(facts),
    secondFont: fontFamilies[1],
    slots: Object.fromEntries(slots.map((slot) => [slot.name, filledSlot(slot, values[slot.name] ?? '')])),
  }
}

export function sharedData(facts: PlateFacts) {
  const { language, municipality, election, room, duplicateDesk, practicalInfo } = facts
  const texts = textsFor(language)
  const date = longDate(election.pollingDay, language)
  const [weekday, ...day] = date.split(' ')
  const website = municipality.website.replace(/^https?:\/\/|\/$/g, '')
  const { arms, ...town } = municipality
  return {
    language,
    documentTitle: `${capital(election.legalName)} ${municipality.name}, ${election.name}, ${date}`,
    title: capital(election.legalName),
    overline: [election.name, facts.voterCategory].filter(Boolean),
    invitation: [
      election.attendanceDuty ? texts.convocation(date) : texts.invitation(date),
      ...election.opening.map(({ text }) => text),
    ].join(' '),
    weekday,
    day: day.join(' '),
    hours: texts.hours(room.opens, room.closes),
    bureau: texts.bureau(room.bureau),
    room,
    access: accessOf(facts),
    municipality: { ...town, hasArms: arms !== undefined },
    website,
    armsAlternative: texts.armsAlternative(municipality.name),
    qrAlternative: texts.qrAlternative(website),
    postageMention: election.postageMention,
    assemblies: election.assemblies.map(({ name, seats }) => (seats ? texts.seats(name, seats) : name)),
    statements: election.statements,
    clauses: election.statutoryTexts.flatMap(clausesOf),
    duplicateDesk,
    ...(practicalInfo && { practicalInfo }),
    footers: [texts.seeBack, `${municipality.name} · ${capital(election.legalName)}`],
    pages: [texts.page(1), texts.page(2)],
    texts: plainTexts(texts),
  }
}

/** The words that are the same on every letter; what is said with a fact is said above. */
function plainTexts(texts: LetterTexts) {
  const { bring, ...others } = texts
  const plain = Object.entries(others).filter(
    (entry): entry is [PlainText, string] => typeof entry[1] === 'string',
  )
  return { bring, ...(Object.fromEntries(plain) as Record<PlainText, string>) }
}

type PlainText = {
  [Name in keyof LetterTexts]: LetterTexts[Name] extends string ? Name : never
}[keyof LetterTexts]

/** How one gets into the polling place, as sentences: clerks end theirs with a full stop, or not. */
function accessOf({ room: { entrance, stepFree }, language }: PlateFacts): string {
  const told = entrance && (/[.!?]$/.test(entrance) ? entrance : `${entrance}.`)
  return [told, stepFree && textsFor(language).stepFree].filter(Boolean).join(' ')
}

function filledSlot(slot: SlotDeclaration, value: string) {
  return { sharesSize: slot.name, ...slot, value, hasRareLetters: !isCommon(value) }
}

/** A text of the law by paragraph: the title stands above the first, the source under the last. */
function clausesOf({ title, text, source }: StatutoryText) {
  const paragraphs = text.split(/\n+/)
  return paragraphs.map((paragraph, index) => ({
    title: index === 0 ? title : null,
    text: paragraph,
    source: index === paragraphs.length - 1 ? source : null,
  }))
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
