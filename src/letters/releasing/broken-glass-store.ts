import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { MunicipalityId, StaffId } from '../../platform/ids.ts'
import type { Release } from './release-store.ts'

type OneRelease = Pick<Release, 'releaseId'> & { readonly electionId: string }

export interface BrokenGlass {
  readonly until: Date
  readonly reason: string
  readonly brokenBy: StaffId
  readonly brokenAt: Date
}

export async function insertBrokenGlass(
  db: Db,
  municipalityId: MunicipalityId,
  { electionId, releaseId }: OneRelease,
  glass: BrokenGlass,
): Promise<void> {
  await sql`insert into letters.broken_glass (municipality_id, election_id, release_id, broken_by, broken_at, until, reason)
    values (${municipalityId}, ${electionId}, ${releaseId}, ${glass.brokenBy}, ${glass.brokenAt}, ${glass.until},
      ${glass.reason})`.execute(db)
}

const columns = sql`g.until, g.reason, g.broken_by as "brokenBy", g.broken_at as "brokenAt"`

/** Who broke the glass for this request, the first one first. */
export async function brokenGlassesOf(
  db: Db,
  municipalityId: MunicipalityId,
  { electionId, releaseId }: OneRelease,
): Promise<BrokenGlass[]> {
  const { rows } = await sql<BrokenGlass>`
    select ${columns} from letters.broken_glass g
    where g.municipality_id = ${municipalityId} and g.election_id = ${electionId} and g.release_id = ${releaseId}
    order by g.broken_at, g.broken_by`.execute(db)
  return rows
}

/** What this person broke for this request, whether it still holds or not. */
export async function brokenGlass(
  db: Db,
  municipalityId: MunicipalityId,
  { electionId, releaseId }: OneRelease,
  brokenBy: StaffId,
): Promise<BrokenGlass | undefined> {
  const { rows } = await sql<BrokenGlass>`
    select ${columns} from letters.broken_glass g
    where g.municipality_id = ${municipalityId} and g.election_id = ${electionId} and g.release_id = ${releaseId}
      and g.broken_by = ${brokenBy}`.execute(db)
  return rows[0]
}
