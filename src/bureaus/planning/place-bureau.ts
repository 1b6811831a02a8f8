import { type Election, getSections } from '../../elections/index.ts'
import type { Address } from '../../platform/address.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type NumberInText, refuseNumbers } from '../../platform/free-text.ts'
import { type Result, refused } from '../../platform/result.ts'
import { keptBureaus, updateBureaus, writeElsewhere } from './bureau-store.ts'
import type { KeptBureau } from './wanted-bureau.ts'

interface BuildingOfBureau {
  readonly election: Election
  readonly number: string
  /** As the places list has it. */
  readonly placeCode: string
  readonly by: string
}

type Placed<Because extends string> = Promise<Result<object, Because | 'no-such-bureau'>>

/** Says in which building of the places list a counting or main bureau sits: of a polling bureau its section says that. */
export function placeBureau(
  { database }: { readonly database: Database },
  { election, number, placeCode, by }: BuildingOfBureau,
): Placed<'no-such-place'> {
  return database.inScope(staffOf(election.municipalityId), async (db) => {
    const bureau = await bureauToPlace(db, election, number)
    if (!bureau) return refused('no-such-bureau')
    const sections = await getSections(db, election.municipalityId, election.electionId)
    const place = sections.find((one) => one.place.code === placeCode)?.place
    if (!place) return refused('no-such-place')
    const { seats: _, ...known } = bureau
    await updateBureaus(db, election, [{ ...known, place: place.name, placeCode }])
    await recordPlacing(db, election, bureau, by)
    return { ok: true }
  })
}

interface ElsewhereOfBureau extends Omit<BuildingOfBureau, 'placeCode'> {
  /** Name of the building. */
  readonly place: string
  readonly address: Address
}

/**
 * Says that a counting or main bureau sits outside of the municipality: those of a canton sit at its capital (KWB 95 § 8). Letters and
 * the member's own page name the building and this address; how far somebody travels is not known of it.
 */
export function placeElsewhere(
  { database }: { readonly database: Database },
  { election, number, place, address, by }: ElsewhereOfBureau,
): Placed<NumberInText> {
  const inText = refuseNumbers(place, ...Object.values(address).map(String))
  if (inText) return Promise.resolve(inText)
  return database.inScope(staffOf(election.municipalityId), async (db) => {
    const bureau = await bureauToPlace(db, election, number)
    if (!bureau) return refused('no-such-bureau')
    await writeElsewhere(db, election, { bureauId: bureau.bureauId, place, address })
    await recordPlacing(db, election, bureau, by)
    return { ok: true }
  })
}

async function bureauToPlace(db: Db, election: Election, number: string): Promise<KeptBureau | undefined> {
  const bureau = (await keptBureaus(db, election)).find((one) => one.number === number)
  return bureau?.kind === 'COUNTING' || bureau?.kind === 'MAIN' ? bureau : undefined
}

async function recordPlacing(
  db: Db,
  { municipalityId }: Election,
  { bureauId }: KeptBureau,
  by: string,
): Promise<void> {
  const event = { municipalityId, actor: by, action: 'bureaus.building-chosen', subject: bureauId }
  await recordAudit(db, event)
}
