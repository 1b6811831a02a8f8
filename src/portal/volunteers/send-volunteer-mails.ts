import {
  openContact,
  type Volunteer,
  type VolunteerMail,
  volunteerMailOutbox,
  volunteerToMail,
} from '../../bureaus/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import type { MailMessage } from '../../platform/mail.ts'
import type { Leaving, Prepared } from '../../platform/outbox/leaving.ts'
import { sendDue } from '../../platform/outbox/send-due.ts'
import type { MailDeps } from '../mail/mail-deps.ts'
import { longestWaitMs } from '../mail/send-mails.ts'
import { writeVolunteerMail } from './write-volunteer-mail.ts'

/** Sends all mail to volunteers that is due now. */
export function sendDueVolunteerMails(
  deps: MailDeps,
  municipalities: readonly MunicipalityId[],
  signal?: AbortSignal,
): Promise<void> {
  return sendDue(deps, leavingMails(deps), municipalities, signal)
}

function leavingMails(deps: MailDeps): Leaving<VolunteerMail, MailMessage> {
  return {
    outbox: volunteerMailOutbox,
    name: 'a mail to a volunteer',
    atOnce: deps.config.MAIL_CONNECTIONS,
    longestWaitMs,
    about: ({ kind }) => ({ kind }),
    prepare: (mail) => prepare(deps, mail),
    send: (message) => deps.mailer.send(message),
    count: (_, outcome) => deps.meter?.answered('volunteer', outcome),
    async settle(db, { municipalityId, volunteerId, kind }, { state }) {
      if (state !== 'sent' && state !== 'refused') return
      const action = state === 'sent' ? 'bureaus.volunteer-mailed' : 'bureaus.volunteer-mail-refused'
      const event = { municipalityId, actor: 'mails', action, subject: volunteerId }
      await recordAudit(db, { ...event, details: { kind } })
    },
  }
}

async function prepare(deps: MailDeps, mail: VolunteerMail): Promise<Prepared<MailMessage>> {
  const { database, vault, clock, config } = deps
  const volunteer = await database.inScope(staffOf(mail.municipalityId), (db) => volunteerToMail(db, mail))
  const to = volunteer && openContact(vault, volunteer.contactSealed).email
  if (!volunteer || !to) return { state: 'dropped', code: 'withdrawn' }
  const because = whyNotNeeded(mail, volunteer, clock.now())
  if (because) return { state: 'dropped', code: because }
  return { ready: writeVolunteerMail({ mail, volunteer, to, vault, portalUrl: config.PORTAL_URL }) }
}

function whyNotNeeded(
  { kind }: VolunteerMail,
  { state, confirmUntil }: Pick<Volunteer, 'state' | 'confirmUntil'>,
  now: Date,
): 'confirmed' | 'too-late' | 'decided-otherwise' | undefined {
  if (kind !== 'confirm') return state === kind.toUpperCase() ? undefined : 'decided-otherwise'
  if (state !== 'NEW') return 'confirmed'
  return !confirmUntil || confirmUntil <= now ? 'too-late' : undefined
}
