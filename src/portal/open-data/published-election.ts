import {
  type Election,
  findElection,
  getSections,
  listElections,
  type PollingPlace,
} from '../../elections/index.ts'
import { wasAnythingReleased } from '../../letters/index.ts'
import {
  findMunicipality,
  getSettings,
  listMunicipalities,
  type MunicipalitySettings,
} from '../../municipalities/index.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId } from '../../platform/ids.ts'

/** An election of which everybody may have the polling places: from its first letters on they are no secret. */
export interface PublishedElection {
  readonly municipality: MunicipalitySettings
  readonly election: Election
}

/** A building with everything in it that voters need to know. */
export interface OpenPlace extends PollingPlace {
  readonly rooms: readonly { readonly section: number; readonly room: string }[]
}

interface Deps {
  readonly database: Database
}

/** Every published election of the installation, by municipality and polling day. */
export async function publishedElections({ database }: Deps): Promise<PublishedElection[]> {
  const found: PublishedElection[] = []
  for (const { municipalityId } of await listMunicipalities(database))
    await database.inScope(staffOf(municipalityId), async (db) => {
      for (const election of await listElections(db, municipalityId))
        if (await isPublished(db, election))
          found.push({ election, municipality: await getSettings(db, municipalityId) })
    })
  return found
}

/** The polling places of an election by its own code and the name of its municipality in addresses. */
export async function openPlaces(
  { database }: Deps,
  { slug, code }: { slug: string; code: string },
): Promise<(PublishedElection & { readonly places: readonly OpenPlace[] }) | undefined> {
  const found = await findMunicipality(database, slug)
  if (!found) return undefined
  const { municipalityId } = found
  return database.inScope(staffOf(municipalityId), async (db) => {
    const election = await findElection(db, municipalityId, code)
    if (!election || !(await isPublished(db, election))) return undefined
    const municipality = await getSettings(db, municipalityId)
    return { election, municipality, places: await placesOf(db, municipalityId, election) }
  })
}

function isPublished(db: Db, { municipalityId, electionId }: Election): Promise<boolean> {
  return wasAnythingReleased(db, municipalityId, electionId)
}

async function placesOf(
  db: Db,
  municipalityId: MunicipalityId,
  { electionId }: Election,
): Promise<OpenPlace[]> {
  const byCode = new Map<string, OpenPlace>()
  for (const { place, section, room } of await getSections(db, municipalityId, electionId)) {
    const { rooms } = byCode.get(place.code) ?? { rooms: [] }
    byCode.set(place.code, { ...place, rooms: [...rooms, { section, room }] })
  }
  return [...byCode.values()]
}
