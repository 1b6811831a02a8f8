import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId, VolunteerId } from '../../platform/ids.ts'
import type { VolunteerDeps } from './offer.ts'
import type { Volunteer } from './volunteer.ts'
import {
  deleteUnconfirmed,
  findByLink,
  lockVolunteer,
  markConfirmed,
  markWithdrawn,
} from './volunteer-store.ts'

type Deps = Pick<VolunteerDeps, 'database' | 'clock'>

/** Whose link it is, as long as it works; on any device, for the link itself is the proof. */
export async function offerToConfirm(
  { database, clock }: Deps,
  secretSha256: Buffer,
): Promise<Volunteer | undefined> {
  const found = await database.inScope({ session: secretSha256 }, (db) =>
    findByLink(db, 'confirm', secretSha256),
  )
  return found?.confirmUntil && found.confirmUntil > clock.now() ? found : undefined
}

/** Confirms an offer by its link, once. Answers false when the link was used or is too old. */
export async function confirmOffer(deps: Deps, secretSha256: Buffer): Promise<boolean> {
  const found = await offerToConfirm(deps, secretSha256)
  if (!found) return false
  return deps.database.inScope(staffOf(found.municipalityId), (db) =>
    confirm(db, found, { at: deps.clock.now(), actor: 'citizen', how: 'link' }),
  )
}

/** Of who gave no address: the clerk called, and it is truly from them. */
export function confirmByPhone(
  { database, clock }: Deps,
  { election, volunteerId, by }: { election: Election; volunteerId: VolunteerId; by: string },
): Promise<boolean> {
  return database.inScope(staffOf(election.municipalityId), async (db) => {
    const found = await lockVolunteer(db, election, volunteerId)
    return found ? confirm(db, found, { at: clock.now(), actor: by, how: 'phone' }) : false
  })
}

async function confirm(
  db: Db,
  volunteer: Volunteer,
  { at, actor, how }: { at: Date; actor: string; how: 'link' | 'phone' },
): Promise<boolean> {
  if (!(await markConfirmed(db, volunteer, at))) return false
  const { municipalityId, volunteerId } = volunteer
  const event = { municipalityId, actor, action: 'bureaus.volunteer-confirmed', subject: volunteerId }
  await recordAudit(db, { ...event, details: { by: how } })
  return true
}

/** What became of an offer, for who has the link of its mails. */
export function offerOfLink(
  { database }: Pick<Deps, 'database'>,
  secretSha256: Buffer,
): Promise<Volunteer | undefined> {
  return database.inScope({ session: secretSha256 }, (db) => findByLink(db, 'withdraw', secretSha256))
}

/** Takes an offer back and erases how to reach who made it. Who was designated already has a duty that does not end with it. */
export async function withdrawOffer(deps: Deps, volunteer: Volunteer): Promise<boolean> {
  const { municipalityId, volunteerId } = volunteer
  return deps.database.inScope(staffOf(municipalityId), async (db) => {
    if (!(await markWithdrawn(db, volunteer, deps.clock.now()))) return false
    const event = { municipalityId, actor: 'citizen', action: 'bureaus.volunteer-withdrawn' }
    await recordAudit(db, { ...event, subject: volunteerId })
    return true
  })
}

/** Offers whose link nobody used in time, a day after it: they count for nothing and hold personal data. */
export async function dropUnconfirmedOffers({ database, clock }: Deps, municipalityId: MunicipalityId) {
  const before = new Date(clock.now().getTime() - 24 * 3_600_000)
  await database.inScope(staffOf(municipalityId), async (db) => {
    const offers = await deleteUnconfirmed(db, municipalityId, before)
    if (offers === 0) return
    const event = { municipalityId, actor: 'purge-worker', action: 'bureaus.volunteers-dropped' }
    await recordAudit(db, { ...event, subject: dayInBelgium(clock.now()), details: { offers } })
  })
}
