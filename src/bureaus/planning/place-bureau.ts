import { type Election, getSections } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type Result, refused } from '../../platform/result.ts'
import { keptBureaus, updateBureaus } from './bureau-store.ts'

/** The codes of the buildings in the places list: where a bureau can sit. */
export async function placeCodesOf(
  db: Db,
  { municipalityId, electionId }: Pick<Election, 'municipalityId' | 'electionId'>,
): Promise<ReadonlySet<string>> {
  return new Set((await getSections(db, municipalityId, electionId)).map(({ place }) => place.code))
}

interface BuildingOfBureau {
  readonly election: Election
  readonly number: string
  /** As the places list has it. */
  readonly placeCode: string
  readonly by: string
}

/** Says in which building of the places list a counting or main bureau sits: of a polling bureau its section says that. */
export function placeBureau(
  { database }: { readonly database: Database },
  { election, number, placeCode, by }: BuildingOfBureau,
): Promise<Result<object, 'no-such-bureau' | 'no-such-place'>> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const bureau = (await keptBureaus(db, election)).find((one) => one.number === number)
    if (!bureau || (bureau.kind !== 'COUNTING' && bureau.kind !== 'MAIN')) return refused('no-such-bureau')
    const sections = await getSections(db, municipalityId, electionId)
    const place = sections.find((one) => one.place.code === placeCode)?.place
    if (!place) return refused('no-such-place')
    const { seats: _, ...known } = bureau
    await updateBureaus(db, election, [{ ...known, place: place.name, placeCode }])
    const event = { municipalityId, actor: by, action: 'bureaus.building-chosen', subject: bureau.bureauId }
    await recordAudit(db, event)
    return { ok: true }
  })
}
