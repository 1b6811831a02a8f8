import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { sha256 } from '../../platform/hash.ts'
import { newId, type VolunteerId } from '../../platform/ids.ts'
import type { Language } from '../../platform/language.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import { volunteerSecret } from './links.ts'
import { type Application, confirmHours } from './volunteer.ts'
import { isCallOpen } from './volunteer-call.ts'
import { insertVolunteerMail } from './volunteer-mail-store.ts'
import { insertVolunteer } from './volunteer-store.ts'

export interface VolunteerDeps {
  readonly database: Database
  readonly vault: Vault
  readonly clock: Clock
}

interface Offer {
  readonly election: Election
  readonly application: Application
  /** In which the mails are written. */
  readonly language: Language
}

/**
 * Keeps what somebody offers on the form for everybody, with a mail that asks whether it is truly from them. Nothing is looked up of
 * who they are, so that the answer is the same for who is a voter here and who is not.
 */
export function offerOnline(
  deps: VolunteerDeps,
  offer: Offer,
): Promise<Result<{ volunteerId: VolunteerId }, 'closed'>> {
  const { election, application } = offer
  const { municipalityId } = election
  return deps.database.inScope(staffOf(municipalityId), async (db) => {
    const now = deps.clock.now()
    if (!(await isCallOpen(db, election, now))) return refused('closed')
    const kept = keptFrom(deps, offer)
    const { volunteerId } = kept
    const hasEmail = application.contact.email !== undefined
    await insertVolunteer(db, {
      ...{ ...kept, channel: 'PORTAL', state: 'NEW', recordedBy: 'citizen', confirmedAt: null },
      confirmSha256: hasEmail ? sha256(volunteerSecret(deps.vault, 'confirm', volunteerId)) : null,
      confirmUntil: hasEmail ? new Date(now.getTime() + confirmHours * 3_600_000) : null,
    })
    if (hasEmail) await insertVolunteerMail(db, kept, 'confirm', now)
    const event = { municipalityId, actor: 'citizen', action: 'bureaus.volunteer-offered' }
    await recordAudit(db, { ...event, subject: volunteerId })
    return { ok: true, volunteerId }
  })
}

/** Writes down who came to the counter to offer it: the clerk saw who it is, so nothing has to be confirmed. */
export function offerAtCounter(
  deps: VolunteerDeps,
  { by, ...offer }: Offer & { readonly by: string },
): Promise<VolunteerId> {
  const { municipalityId } = offer.election
  return deps.database.inScope(staffOf(municipalityId), async (db) => {
    const kept = keptFrom(deps, offer)
    const { volunteerId, appliedAt } = kept
    await insertVolunteer(db, {
      ...{ ...kept, channel: 'COUNTER', state: 'CONFIRMED', recordedBy: by, confirmedAt: appliedAt },
      ...{ confirmSha256: null, confirmUntil: null },
    })
    const event = { municipalityId, actor: by, action: 'bureaus.volunteer-recorded', subject: volunteerId }
    await recordAudit(db, event)
    return volunteerId
  })
}

function keptFrom({ vault, clock }: VolunteerDeps, { election, application, language }: Offer) {
  const { nationalNumber, contact, ...told } = application
  const { municipalityId, electionId } = election
  const volunteerId = newId<VolunteerId>()
  return {
    ...{ municipalityId, electionId, volunteerId, ...told, language, appliedAt: clock.now() },
    ...{ nrnCipher: vault.seal(nationalNumber), nrnIndex: vault.index(nationalNumber) },
    contactSealed: vault.seal(JSON.stringify(contact)),
    hasEmail: contact.email !== undefined,
    withdrawSha256: sha256(volunteerSecret(vault, 'withdraw', volunteerId)),
  }
}
