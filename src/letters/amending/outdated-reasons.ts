import { isDeepStrictEqual } from 'node:util'
import { type Election, getSections, type Section } from '../../elections/index.ts'
import { getSettings, type MunicipalitySettings } from '../../municipalities/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { LetterId } from '../../platform/ids.ts'
import { lettersToTranslate } from '../composing/language-requests.ts'
import { plateFacts } from '../composing/plate-facts.ts'
import { currentStates } from '../letter.ts'
import type { PlateFacts } from '../letter-template/letter-template.ts'
import { plateFactsOf } from '../proof/letters-to-check-overview.ts'
import { countOnPlates, examplesOnPlates, type LettersOnPlate } from './corrections-overview.ts'
import { outdatedPlates } from './outdated-letters.ts'

/** What a letter no longer says as it is: its room, what the municipality says of itself, all else, or its language. */
export type OutdatedReason = 'place' | 'municipality' | 'election' | 'language'

export interface OutdatedGroup {
  readonly reason: OutdatedReason
  readonly section: number
  readonly letters: number
  readonly released: number
  /** One of them, to look at. */
  readonly example: LetterId
}

/** How many current letters are out of date, by section and by the first reason that holds. */
export async function outdatedByReason(db: Db, election: Election): Promise<OutdatedGroup[]> {
  const groups = new Map<string, OutdatedGroup>()
  for (const one of [...(await onPlates(db, election)), ...(await inOtherLanguage(db, election))]) {
    const key = `${one.section} ${one.reason}`
    const { letters = 0, released = 0 } = groups.get(key) ?? {}
    groups.set(key, { ...one, letters: one.letters + letters, released: one.released + released })
  }
  return [...groups.values()].toSorted((one, other) => one.section - other.section)
}

/** Of each section and reason the letter to look at is one of the plate with the most letters: it is found soonest. */
async function onPlates(db: Db, election: Election): Promise<OutdatedGroup[]> {
  const { municipalityId, electionId } = election
  const plates = await outdatedPlates(db, election, currentStates)
  if (plates.length === 0) return []
  const settings = await getSettings(db, municipalityId)
  const sections = new Map(
    (await getSections(db, municipalityId, electionId)).map((one) => [one.section, one] as const),
  )
  const hex = ({ plateSha256 }: Pick<LettersOnPlate, 'plateSha256'>) => plateSha256.toString('hex')
  const facts = await plateFactsOf(db, { municipalityId, electionId }, plates.map(hex))
  const counts = await countOnPlates(db, municipalityId, electionId, plates)
  const groups = new Map<string, Omit<OutdatedGroup, 'example'> & { largest: LettersOnPlate }>()
  for (const one of counts) {
    const section = sections.get(one.section)
    const said = facts.get(hex(one))
    const reason = said && section ? reasonOf(said, { election, settings, section }) : 'place'
    const key = `${one.section} ${reason}`
    const there = groups.get(key)
    groups.set(key, {
      ...{ reason, section: one.section },
      letters: one.letters + (there?.letters ?? 0),
      released: one.released + (there?.released ?? 0),
      largest: there && there.largest.letters > one.letters ? there.largest : one,
    })
  }
  const found = [...groups.values()]
  const examples = await examplesOnPlates(
    db,
    municipalityId,
    electionId,
    found.map(({ largest }) => largest),
  )
  return found.flatMap(({ largest: _, ...group }, place) => {
    const example = examples[place]
    return example ? [{ ...group, example }] : []
  })
}

/** Room and municipality are the same on every kind of plate of a language: any kind tells whether they changed. */
function reasonOf(
  said: PlateFacts,
  of: { election: Election; settings: MunicipalitySettings; section: Section },
): OutdatedReason {
  const kind = { language: said.language, category: 'BELGIAN', moved: false, correction: false } as const
  const now = JSON.parse(JSON.stringify(plateFacts(of, kind))) as PlateFacts
  if (!isDeepStrictEqual(said.room, now.room)) return 'place'
  const ownOf = (facts: PlateFacts) => [facts.municipality, facts.duplicateDesk, facts.practicalInfo]
  return isDeepStrictEqual(ownOf(said), ownOf(now)) ? 'election' : 'municipality'
}

async function inOtherLanguage(db: Db, election: Election): Promise<OutdatedGroup[]> {
  const letters = await lettersToTranslate(db, election)
  return letters.map(({ section, letterId, state }) => ({
    ...{ reason: 'language', section, letters: 1, example: letterId },
    released: state === 'released' ? 1 : 0,
  }))
}
