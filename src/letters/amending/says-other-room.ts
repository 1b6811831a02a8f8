import { isDeepStrictEqual } from 'node:util'
import { type Election, getSection, getSections, type Section } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { roomFacts } from '../composing/plate-facts.ts'
import { platesInUse } from '../composing/plate-store.ts'
import type { LetterRow } from '../letter-store.ts'
import type { PlateFacts } from '../letter-template/letter-template.ts'
import { plateFactsOf } from '../proof/letters-to-check-overview.ts'

/** Whether a letter sends its voter to another room than they vote in now: then nobody should get it once more. */
export async function saysOtherRoom(
  db: Db,
  election: Election,
  letter: Pick<LetterRow, 'section' | 'plate_sha256'>,
): Promise<boolean> {
  const { municipalityId, electionId } = election
  const hex = letter.plate_sha256.toString('hex')
  const said = (await plateFactsOf(db, { municipalityId, electionId }, [hex])).get(hex)
  const section = await getSection(db, municipalityId, electionId, letter.section)
  return said !== undefined && section !== undefined && isOtherRoom(said, election, section)
}

export interface PlateOfSection {
  readonly section: number
  /** In hex. */
  readonly plate: string
}

/** The plates, by section, of released letters that send their voters to another room than they vote in now. */
export async function platesOfOtherRooms(db: Db, election: Election): Promise<PlateOfSection[]> {
  const { municipalityId, electionId } = election
  const used = await platesInUse(db, municipalityId, electionId, ['released'])
  const plates = used.map(({ section, plateSha256 }) => ({ section, plate: plateSha256.toString('hex') }))
  const said = await plateFactsOf(db, election, [...new Set(plates.map(({ plate }) => plate))])
  const sections = await getSections(db, municipalityId, electionId)
  const now = new Map(sections.map((section) => [section.section, section]))
  return plates.filter(({ section, plate }) => {
    const [facts, place] = [said.get(plate), now.get(section)]
    return facts !== undefined && place !== undefined && isOtherRoom(facts, election, place)
  })
}

/**
 * What leads somebody to another door, or to a closed one. Another entrance than the letter names counts as well; what is known of the way in
 * besides makes no other room of it.
 */
const whereAndWhen = ['bureau', 'name', 'place', 'addressLines', 'opens', 'closes'] as const

/** Whether what was said of a room holds no more. */
export function isOtherRoom(
  said: Pick<PlateFacts, 'language' | 'room'>,
  election: Election,
  section: Section,
): boolean {
  const now = roomFacts(election, section, said.language)
  const bothKnown = said.room.entrance !== undefined && now.entrance !== undefined
  const told = bothKnown ? ([...whereAndWhen, 'entrance'] as const) : whereAndWhen
  return told.some((one) => !isDeepStrictEqual(said.room[one], now[one]))
}
