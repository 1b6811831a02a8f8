import { recordAudit } from '../../platform/audit.ts'
import { mapWithLimit } from '../../platform/concurrency.ts'
import { throughTrouble } from '../../platform/db/connection-trouble.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import type { MailOutcome } from '../../platform/mail.ts'
import { type Mail, type MailState, waitAfter } from './mail.ts'
import type { MailDeps } from './mail-deps.ts'
import { claimMails, leaveMail } from './mail-store.ts'
import { prepareMail } from './prepare-mail.ts'
import type { Subscription } from './subscription.ts'
import { refuseSubscription } from './subscription-store.ts'
import { writeMail } from './write-mail.tsx'

/** Answers are known here and nowhere else, so they are kept while the database is away. */
const answersKeptMs = 10 * 60_000

/**
 * Sends some of what is due in one municipality. Answers whether to go on: not when nothing is left, nor when no mail could leave,
 * for then the server is away or wants nothing of us, and each further mail would only wait in vain.
 */
export async function sendMails(deps: MailDeps, municipalityId: MunicipalityId): Promise<boolean> {
  const atOnce = deps.config.MAIL_CONNECTIONS
  const { claim, mails } = await deps.database.inScope(staffOf(municipalityId), (db) =>
    claimMails(db, municipalityId, { now: deps.clock.now(), most: 2 * atOnce }),
  )
  const left = await mapWithLimit(mails, atOnce, (mail) => sendMail(deps, claim, mail))
  return left.some((state) => state !== 'waiting')
}

async function sendMail(deps: MailDeps, claim: string, mail: Mail): Promise<MailState> {
  const left = await tryMail(deps, mail)
  await leave(deps, mail, { claim, ...left })
  return left.state
}

interface Left {
  readonly state: MailState
  readonly code: string
  /** To whom it went; absent: it did not leave. */
  readonly subscription?: Subscription
}

async function tryMail(deps: MailDeps, mail: Mail): Promise<Left> {
  const ready = await prepare(deps, mail)
  if (typeof ready === 'string') return { state: 'waiting', code: ready }
  if ('notNeeded' in ready) {
    deps.meter?.answered(mail.kind, 'dropped')
    return { state: 'dropped', code: ready.notNeeded }
  }
  const outcome = await deps.mailer.send(ready.message).catch(unknown)
  deps.meter?.answered(mail.kind, outcome.kind)
  tell(deps, mail, outcome)
  return { state: states[outcome.kind], code: outcome.code, subscription: ready.subscription }
}

/** What goes wrong here goes wrong before anything left. */
async function prepare(deps: MailDeps, mail: Mail) {
  try {
    const subscription = await prepareMail(deps, mail)
    if (subscription === 'awaited') return subscription
    if (typeof subscription === 'string') return { notNeeded: subscription }
    const { vault, config } = deps
    const message = writeMail({ mail, subscription, vault, portalUrl: config.PORTAL_URL })
    return { message, subscription }
  } catch (error) {
    deps.log.error({ kind: mail.kind, error: (error as Error).name }, 'a mail could not be written')
    return 'not-prepared'
  }
}

const unknown = (): MailOutcome => ({ kind: 'unconfirmed', code: 'error' })

/** What certainly did not arrive goes again later; of what nobody knows there is no second, for one would be two. */
const states: Readonly<Record<MailOutcome['kind'], MailState>> = {
  taken: 'sent',
  later: 'waiting',
  'not-ours': 'waiting',
  refused: 'refused',
  unconfirmed: 'unconfirmed',
}

function leave(
  { database, clock }: MailDeps,
  mail: Mail,
  { claim, state, code, subscription }: Left & { readonly claim: string },
): Promise<void> {
  const { municipalityId, voterId, kind, attempts } = mail
  const now = clock.now()
  const again = state === 'waiting' ? new Date(now.getTime() + waitAfter(attempts)) : undefined
  return throughTrouble(
    () =>
      database.inScope(staffOf(municipalityId), async (db) => {
        if (!(await leaveMail(db, mail, { claim, state, code, now, again }))) return
        const event = { municipalityId, actor: 'mails', subject: voterId, details: { kind } }
        if (state === 'sent') await recordAudit(db, { ...event, action: 'citizen.mailed' })
        if (state !== 'refused' || !subscription) return
        await refuseSubscription(db, subscription, now)
        await recordAudit(db, { ...event, action: 'citizen.mail-refused' })
      }),
    answersKeptMs,
  )
}

function tell({ log }: MailDeps, { kind, attempts }: Mail, { kind: outcome, code }: MailOutcome): void {
  const line = { kind, outcome, code, attempts }
  if (outcome === 'not-ours')
    log.error(line, 'the mail server takes nothing from us: see the settings of mail')
  else if (outcome === 'unconfirmed')
    log.warn(line, 'nobody knows whether a mail left: it does not leave again')
  else log.info(line, 'a mail')
}
