import { recordAudit } from '../../platform/audit.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import type { MailMessage } from '../../platform/mail.ts'
import type { Leaving, Prepared } from '../../platform/outbox/leaving.ts'
import { sendDue } from '../../platform/outbox/send-due.ts'
import type { Mail } from './mail.ts'
import type { MailDeps } from './mail-deps.ts'
import { mailOutbox } from './mail-store.ts'
import { prepareMail } from './prepare-mail.ts'
import type { Subscription } from './subscription.ts'
import { refuseSubscription } from './subscription-store.ts'
import { writeMail } from './write-mail.tsx'

/** A mail that says that there is something to read loses nothing in a few hours. */
export const longestWaitMs = 6 * 3_600_000

/** Sends all mail to citizens that is due now. */
export function sendDueMails(
  deps: MailDeps,
  municipalities: readonly MunicipalityId[],
  signal?: AbortSignal,
): Promise<void> {
  return sendDue(deps, leavingMails(deps), municipalities, signal)
}

interface ReadyMail {
  readonly message: MailMessage
  readonly subscription: Subscription
}

function leavingMails(deps: MailDeps): Leaving<Mail, ReadyMail> {
  return {
    outbox: mailOutbox,
    name: 'a mail',
    atOnce: deps.config.MAIL_CONNECTIONS,
    longestWaitMs,
    about: ({ kind }) => ({ kind }),
    prepare: (mail) => prepare(deps, mail),
    send: ({ message }) => deps.mailer.send(message),
    count: ({ kind }, outcome) => deps.meter?.answered(kind, outcome),
    async settle(db, { municipalityId, voterId, kind }, { state, now }, ready) {
      const event = { municipalityId, actor: 'mails', subject: voterId, details: { kind } }
      if (state === 'sent') await recordAudit(db, { ...event, action: 'citizen.mailed' })
      if (state !== 'refused' || !ready) return
      await refuseSubscription(db, ready.subscription, now)
      await recordAudit(db, { ...event, action: 'citizen.mail-refused' })
    },
  }
}

async function prepare(deps: MailDeps, mail: Mail): Promise<Prepared<ReadyMail>> {
  const subscription = await prepareMail(deps, mail)
  if (subscription === 'awaited') return { state: 'waiting', code: subscription }
  if (typeof subscription === 'string') return { state: 'dropped', code: subscription }
  const { vault, config } = deps
  const message = writeMail({ mail, subscription, vault, portalUrl: config.PORTAL_URL })
  return { ready: { message, subscription } }
}
