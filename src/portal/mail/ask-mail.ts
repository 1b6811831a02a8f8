import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { recordAudit } from '../../platform/audit.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { sha256 } from '../../platform/hash.ts'
import { newId } from '../../platform/ids.ts'
import type { Language } from '../../platform/language.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import type { Citizen } from '../login/citizen-session.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { secretOf } from './links.ts'
import { eventOf } from './mail.ts'
import { blockMail, countMail } from './mail-limit-store.ts'
import { insertMails } from './mail-store.ts'
import type { MailElection } from './my-election.ts'
import { blockedDays, confirmHours, longestAddress, mostConfirmations } from './subscription.ts'
import { putSubscription } from './subscription-store.ts'

type Deps = Pick<PortalDeps, 'database' | 'vault' | 'clock'>

export type AskRefusal = 'no-address' | 'too-many'

const addressForm = z.email().max(longestAddress)

interface Asked {
  readonly citizen: Citizen
  readonly mine: MailElection
  readonly address: string
  /** In which the mails are written. */
  readonly language: Language
}

/**
 * Writes down that a citizen wants mail at this address, and a mail that asks whether the address is right: until its link is
 * used no other mail leaves. The link of an earlier address works no more. So many of these mails a day leave to one address and
 * for one person, so that nobody can have a stranger mailed over and over.
 */
export async function askMail(
  { database, vault, clock }: Deps,
  asked: Asked,
): Promise<Result<object, AskRefusal>> {
  const { citizen, mine, address, language } = asked
  if (!addressForm.safeParse(address).success) return refused('no-address')
  const { municipalityId, electionId, voterId, letterVersion } = mine.place
  const now = clock.now()
  const subscriptionId = newId<string>()
  const person = { municipalityId, electionId, personIndex: citizen.index, voterId }
  return database.inScope(staffOf(municipalityId), async (db) => {
    if (!(await mayMail(db, vault, { citizen, address, now }))) return refused('too-many')
    await putSubscription(
      db,
      {
        ...{ ...person, subscriptionId, letterVersion, language, askedAt: now },
        addressSealed: vault.seal(address),
        confirmUntil: new Date(now.getTime() + confirmHours * 3_600_000),
      },
      {
        confirmSha256: sha256(secretOf(vault, 'confirm', { subscriptionId })),
        stopSha256: sha256(secretOf(vault, 'stop', { subscriptionId })),
      },
    )
    const event = eventOf.confirm({ subscriptionId })
    await insertMails(db, [{ ...person, event, kind: 'confirm', letterId: null, writtenAt: now }])
    const action = 'citizen.mail-asked'
    await recordAudit(db, { municipalityId, actor: 'citizen', action, subject: voterId })
    return { ok: true }
  })
}

/** A try for which the address has no room counts for the person as well: who tries many addresses is soon done. */
async function mayMail(
  db: Db,
  vault: Vault,
  { citizen, address, now }: { citizen: Citizen; address: string; now: Date },
): Promise<boolean> {
  const today = dayInBelgium(now)
  const { ofAddress, ofPerson } = mostConfirmations
  const ofCitizen = vault.pseudonym(`mail for ${citizen.index.toString('hex')}`)
  return (
    (await countMail(db, ofCitizen, today, ofPerson)) &&
    (await countMail(db, keyOfAddress(vault, address), today, ofAddress))
  )
}

/** By which an address is counted: a keyed hash, the same for small letters and capitals. */
export function keyOfAddress(vault: Vault, address: string): Buffer {
  return vault.pseudonym(`mail to ${address.toLowerCase()}`)
}

/** Whoever has this address says that they did not ask for it: for a while nobody can have it mailed. */
export async function blockAddress(
  db: Db,
  { vault, clock }: Pick<Deps, 'vault' | 'clock'>,
  address: string,
): Promise<void> {
  const today = dayInBelgium(clock.now())
  const until = Temporal.PlainDate.from(today).add({ days: blockedDays }).toString()
  await blockMail(db, keyOfAddress(vault, address), today, until)
}
