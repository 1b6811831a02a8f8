import { type Election, getSections } from '../elections/index.ts'
import { getSettings } from '../municipalities/index.ts'
import type { Db } from '../platform/db/database.ts'
import type { LetterState } from './letter.ts'
import { factsOfKind, plateKey, plateKinds, roomFacts } from './plate-facts.ts'
import { type PlateInUse, platesInUse } from './plate-store.ts'

/**
 * The plates, by section, of letters in these states that no longer say what the election, the municipality and the
 * polling places say now. A template or a press that changed since does not count: such a letter looks otherwise and
 * says the same.
 */
export async function outdatedPlates(
  db: Db,
  election: Election,
  states: readonly LetterState[],
): Promise<PlateInUse[]> {
  const { municipalityId, electionId } = election
  const settings = await getSettings(db, municipalityId)
  const sections = await getSections(db, municipalityId, electionId)
  const rooms = new Map(sections.map((section) => [section.section, roomFacts(election, section)]))
  const kinds = plateKinds.map((kind) => factsOfKind({ election, settings }, kind))
  const used = await platesInUse(db, municipalityId, electionId, states)
  return used.filter(({ section, key, templateVersion, pressVersion }) => {
    const room = rooms.get(section)
    return (
      !room || !kinds.some((facts) => plateKey({ ...facts, room }, templateVersion, pressVersion) === key)
    )
  })
}

/** The sections of those letters, each once. */
export async function outdatedSections(
  db: Db,
  election: Election,
  states: readonly LetterState[],
): Promise<number[]> {
  const plates = await outdatedPlates(db, election, states)
  return [...new Set(plates.map(({ section }) => section))]
}
