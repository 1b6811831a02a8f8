import { type Deputy, deputiesOn, mayDo, type Staff } from '../../municipalities/index.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import type { Db } from '../../platform/db/database.ts'
import type { MunicipalityId, StaffId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { brokenGlass } from './broken-glass-store.ts'
import type { Release } from './release-store.ts'

/** By what somebody decides on a release who does not do it by the own right. */
export interface Authority {
  readonly as: 'deputy' | 'broken-glass'
  /** Whom the deputy stands for. */
  readonly for?: StaffId
  readonly because: string
}

/**
 * Whether somebody may decide on this request: by the own right, as a deputy, or having broken the glass for it. Nobody decides
 * on an own request; nor does a deputy who stands for whoever asked, or whom that person named: then one would be two.
 */
export async function authorityOver(
  db: Db,
  staff: Staff,
  request: Pick<Release, 'releaseId' | 'requestedBy'> & { readonly electionId: string },
  now: Date,
): Promise<Result<{ authority?: Authority }, 'right-missing' | 'same-person'>> {
  const { municipalityId, staffId } = staff
  const { requestedBy } = request
  if (requestedBy === staffId) return refused('same-person')
  if (mayDo(staff, 'letters.release')) return { ok: true }
  const own = (await deputiesOn(db, municipalityId, dayInBelgium(now))).filter(
    (one) => one.deputy === staffId,
  )
  const independent = own.find((one) => isIndependent(one, requestedBy))
  if (independent) {
    const { absent, reason } = independent
    return { ok: true, authority: { as: 'deputy', for: absent, because: reason } }
  }
  const glass = await brokenGlass(db, municipalityId, request, staffId)
  if (glass && glass.until > now)
    return { ok: true, authority: { as: 'broken-glass', because: glass.reason } }
  return refused(own.length > 0 ? 'same-person' : 'right-missing')
}

/** The deputies who may decide at this moment on what this person asked. */
export async function deputiesFor(
  db: Db,
  municipalityId: MunicipalityId,
  requestedBy: StaffId,
  now: Date,
): Promise<Deputy[]> {
  const deputies = await deputiesOn(db, municipalityId, dayInBelgium(now))
  return deputies.filter((one) => one.deputy !== requestedBy && isIndependent(one, requestedBy))
}

function isIndependent({ absent, namedBy }: Deputy, requestedBy: StaffId): boolean {
  return absent !== requestedBy && namedBy !== requestedBy
}
