import { longDate } from '../../platform/dates.ts'
import type { PlateFacts } from './letter-facts.ts'
import { textsFor } from './letter-texts.ts'
import { slots } from './slots.ts'

/** What the layout reads: facts and words, ready to print. `values` are a voter's texts, or placeholders. */
export function letterData(facts: PlateFacts, values: Readonly<Record<string, string>>) {
  const { language, municipality, election, room, duplicateDesk } = facts
  const texts = textsFor(language)
  const date = longDate(election.pollingDay, language)
  return {
    language,
    documentTitle: `${capital(election.legalName)}, ${election.name}, ${date}`,
    title: capital(election.legalName),
    date,
    hours: texts.hours(room.opens, room.closes),
    municipality: { ...municipality, hasArms: municipality.arms !== undefined, arms: null },
    election: {
      name: election.name,
      postageMention: election.postageMention,
      statements: election.statements,
      statutoryTexts: election.statutoryTexts,
    },
    assemblies: election.assemblies.map(({ name, seats }) => (seats ? texts.seats(name, seats) : name)),
    room,
    duplicateDesk,
    voterCategory: facts.voterCategory ?? '',
    texts: {
      ...texts,
      armsAlternative: texts.armsAlternative(municipality.name),
      qrAlternative: texts.qrAlternative(bare(municipality.website)),
      pages: [texts.page(1), texts.page(2)],
    },
    slots: Object.fromEntries(slots.map((slot) => [slot.name, { ...slot, value: values[slot.name] ?? '' }])),
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function bare(website: string): string {
  return website.replace(/^https?:\/\//, '').replace(/\/$/, '')
}
