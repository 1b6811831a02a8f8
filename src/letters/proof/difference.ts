import type { PlateFacts } from '../letter-template/letter-template.ts'
import type { PlateCount } from './sample-overview.ts'

/** A text that letters say otherwise than before, and in which sections. A text that is new or gone was or is empty. */
export interface TextChange {
  /** Which part of the letter: `phone`, `room`, `statement noLetter`. */
  readonly part: string
  readonly before: string
  readonly after: string
  readonly sections: readonly number[]
}

/** A section's letters of one category and language, where their number is another. */
export interface CountChange {
  readonly section: number
  readonly category: string
  readonly language: string
  readonly before: number
  readonly after: number
}

export type FactsOf = (plates: readonly string[]) => Promise<ReadonlyMap<string, PlateFacts>>

/** What letters on one plate say, by part, in the words that are printed. */
export function textsOfPlate({ municipality, election, room, duplicateDesk, ...rest }: PlateFacts) {
  const texts: [part: string, text: string | undefined][] = [
    ...keyed('text', [election.opening, election.statements].flat(), ({ key }) => key),
    ...keyed('law', election.statutoryTexts, ({ title }) => title),
    ['municipality', municipality.name],
    ['arms', municipality.arms],
    ['department', municipality.department],
    ['municipalityAddress', municipality.addressLines.join(', ')],
    ['phone', municipality.phone],
    ['email', municipality.email],
    ['website', municipality.website],
    ['signature', municipality.signedBy.join(', ')],
    ['legalName', election.legalName],
    ['electionName', election.name],
    ['pollingDay', election.pollingDay],
    ['hours', `${room.opens}–${room.closes}`],
    ['assemblies', election.assemblies.map(({ name }) => name).join(', ')],
    ['postageMention', election.postageMention],
    ['paperColour', election.paperColour],
    ['bureau', room.bureau],
    ['room', room.name],
    ['place', room.place],
    ['placeAddress', room.addressLines.join(', ')],
    ['entrance', room.entrance],
    ['stepFree', room.stepFree ? 'ja' : ''],
    ['desk', [duplicateDesk.place, ...duplicateDesk.addressLines].join(', ')],
    ['deskHours', duplicateDesk.hours.join('; ')],
    ['practicalInfo', rest.practicalInfo?.join('; ')],
    ['voterCategory', rest.voterCategory],
  ]
  return new Map(texts.map(([part, text]) => [part, text ?? '']))
}

function keyed<Block extends { title: string; text: string }>(
  name: string,
  blocks: readonly Block[],
  keyOf: (block: Block) => string,
): [string, string][] {
  return blocks.map((block) => [
    `${name} ${keyOf(block)}`,
    [block.title, block.text].filter(Boolean).join(': '),
  ])
}

/**
 * What plates say otherwise than those before, section by section. A plate is held against the one before, of the same
 * section, category and language, from which it differs least; plates with the same hash are the same letters.
 */
export async function textChanges(
  before: readonly PlateCount[],
  after: readonly PlateCount[],
  factsOf: FactsOf,
): Promise<TextChange[]> {
  const old = Map.groupBy(before, kindOf)
  const changes = new Map<string, TextChange & { sections: number[] }>()
  for (const [, plates] of Map.groupBy(after, ({ section }) => section)) {
    const rivals = new Map(plates.map((plate) => [plate, old.get(kindOf(plate)) ?? []]))
    const changed = plates.filter((one) => {
      const known = rivals.get(one)!
      return known.length > 0 && !known.some(({ plate }) => plate === one.plate)
    })
    if (changed.length === 0) continue
    const hashes = changed.flatMap((one) => [one, ...rivals.get(one)!]).map(({ plate }) => plate)
    const facts = await factsOf([...new Set(hashes)])
    for (const one of changed) {
      const differences = rivals.get(one)!.flatMap(({ plate }) => {
        const was = facts.get(plate)
        return was ? [differing(was, facts.get(one.plate)!)] : []
      })
      const [least] = differences.toSorted((a, b) => a.length - b.length)
      for (const change of least ?? []) note(changes, one.section, change)
    }
  }
  return [...changes.values()]
}

type Change = Pick<TextChange, 'part' | 'before' | 'after'>

function note(
  changes: Map<string, TextChange & { sections: number[] }>,
  section: number,
  change: Change,
): void {
  const key = JSON.stringify(change)
  const known = changes.get(key) ?? { ...change, sections: [] }
  changes.set(key, known)
  if (known.sections.at(-1) !== section) known.sections.push(section)
}

function differing(before: PlateFacts, after: PlateFacts): Change[] {
  const [was, is] = [textsOfPlate(before), textsOfPlate(after)]
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((part) => ({ part, before: was.get(part) ?? '', after: is.get(part) ?? '' }))
    .filter((change) => change.before !== change.after)
}

/** Where the number of letters of a section, category and language is another. */
export function countChanges(before: readonly PlateCount[], after: readonly PlateCount[]): CountChange[] {
  const [was, is] = [Map.groupBy(before, kindOf), Map.groupBy(after, kindOf)]
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((kind) => {
      const { section, category, language } = (is.get(kind) ?? was.get(kind)!)[0]!
      return { section, category, language, before: sum(was.get(kind)), after: sum(is.get(kind)) }
    })
    .filter((count) => count.before !== count.after)
    .toSorted((a, b) => a.section - b.section)
}

function sum(plates: readonly PlateCount[] = []): number {
  return plates.reduce((total, { letters }) => total + letters, 0)
}

function kindOf({ section, category, language }: PlateCount): string {
  return `${section} ${category} ${language}`
}
