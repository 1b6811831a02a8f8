import { getElection } from '../../elections/index.ts'
import { lettersById, lettersRead, saysOtherRoom } from '../../letters/index.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { eventOf, type Mail } from './mail.ts'
import type { MailDeps } from './mail-deps.ts'
import type { Subscription } from './subscription.ts'
import { findSubscription } from './subscription-store.ts'

/** Why a mail that waited does not have to leave any more. */
export type NotNeeded = 'stopped' | 'confirmed' | 'too-late' | 'not-current' | 'read'

/** `awaited`: the letter sends to a room where nobody votes any more, and the next one did not come yet. It may hold again. */
export type NotYet = 'awaited'

/** To whom a mail goes, asked at the last moment: much can have changed while it waited. */
export function prepareMail(
  { database, clock }: Pick<MailDeps, 'database' | 'clock'>,
  mail: Mail,
): Promise<Subscription | NotNeeded | NotYet> {
  return database.inScope(staffOf(mail.municipalityId), async (db) => {
    const subscription = await findSubscription(db, mail)
    if (!subscription || subscription.refusedAt) return 'stopped'
    const now = clock.now()
    const because =
      mail.kind === 'confirm'
        ? confirmationNotNeeded(mail, subscription, now)
        : await letterNotNeeded(db, mail, subscription, now)
    return because ?? subscription
  })
}

function confirmationNotNeeded(mail: Mail, subscription: Subscription, now: Date): NotNeeded | undefined {
  if (mail.event !== eventOf.confirm(subscription)) return 'stopped'
  if (subscription.confirmedAt) return 'confirmed'
  return subscription.confirmUntil <= now ? 'too-late' : undefined
}

async function letterNotNeeded(
  db: Db,
  { municipalityId, electionId, kind, letterId }: Mail,
  { confirmedAt }: Subscription,
  now: Date,
): Promise<NotNeeded | NotYet | undefined> {
  if (!confirmedAt) return 'stopped'
  const election = await getElection(db, municipalityId, electionId)
  const today = dayInBelgium(now)
  if (!election || election.pollingDay < today) return 'too-late'
  if (kind === 'reminder' && election.pollingDay === today) return 'too-late'
  const [letter] = await lettersById(db, municipalityId, electionId, [letterId!])
  if (letter?.state !== 'released') return 'not-current'
  const read = await lettersRead(db, { municipalityId, electionId }, [letterId!])
  if (read.size > 0) return 'read'
  return (await saysOtherRoom(db, election, letter)) ? 'awaited' : undefined
}
