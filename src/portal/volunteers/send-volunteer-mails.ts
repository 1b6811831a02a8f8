import {
  claimVolunteerMails,
  giveUpVolunteerMails,
  leaveVolunteerMail,
  municipalitiesWithVolunteerMail,
  openContact,
  type VolunteerMail,
  volunteerToMail,
} from '../../bureaus/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { mapWithLimit } from '../../platform/concurrency.ts'
import { throughTrouble } from '../../platform/db/connection-trouble.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import type { MailMessage, MailOutcome } from '../../platform/mail.ts'
import { lostAfterMs, waitAfter } from '../mail/mail.ts'
import type { MailDeps } from '../mail/mail-deps.ts'
import { writeVolunteerMail } from './write-volunteer-mail.ts'

/** Answers are known here and nowhere else, so they are kept while the database is away. */
const answersKeptMs = 10 * 60_000

const states = {
  taken: 'sent',
  later: 'waiting',
  'not-ours': 'waiting',
  refused: 'refused',
  unconfirmed: 'unconfirmed',
} as const satisfies Record<MailOutcome['kind'], string>

/** Sends all mail to volunteers that is due now. */
export async function volunteerMailTurn(
  deps: MailDeps,
  municipalities: readonly MunicipalityId[],
  signal?: AbortSignal,
): Promise<void> {
  const due = await deps.database.inScope({ staff: municipalities }, async (db) => {
    const now = deps.clock.now()
    await giveUpVolunteerMails(db, municipalities, { before: new Date(now.getTime() - lostAfterMs), now })
    return municipalitiesWithVolunteerMail(db, municipalities, now)
  })
  for (const municipalityId of due) while (!signal?.aborted && (await sendSome(deps, municipalityId)));
}

/** Answers whether to go on: not when nothing is left, nor when no mail could leave. */
async function sendSome(deps: MailDeps, municipalityId: MunicipalityId): Promise<boolean> {
  const atOnce = deps.config.MAIL_CONNECTIONS
  const { claim, mails } = await deps.database.inScope(staffOf(municipalityId), (db) =>
    claimVolunteerMails(db, municipalityId, { now: deps.clock.now(), most: 2 * atOnce }),
  )
  const left = await mapWithLimit(mails, atOnce, async (mail) => {
    const outcome = await tryMail(deps, mail)
    await leave(deps, mail, { claim, ...outcome })
    return outcome.state
  })
  return left.some((state) => state !== 'waiting')
}

interface Left {
  readonly state: 'waiting' | 'sent' | 'refused' | 'unconfirmed' | 'dropped'
  readonly code: string
}

async function tryMail(deps: MailDeps, mail: VolunteerMail): Promise<Left> {
  const message = await prepare(deps, mail)
  if (typeof message === 'string') {
    if (message === 'not-prepared') return { state: 'waiting', code: message }
    deps.meter?.answered('volunteer', 'dropped')
    return { state: 'dropped', code: message }
  }
  const outcome = await deps.mailer.send(message).catch((): MailOutcome => {
    return { kind: 'unconfirmed', code: 'error' }
  })
  deps.meter?.answered('volunteer', outcome.kind)
  deps.log.info({ kind: mail.kind, outcome: outcome.kind, code: outcome.code }, 'a mail to a volunteer')
  return { state: states[outcome.kind], code: outcome.code }
}

/** Asked at the last moment: much can have changed while it waited. What goes wrong here goes wrong before anything left. */
async function prepare(deps: MailDeps, mail: VolunteerMail): Promise<MailMessage | string> {
  const { database, vault, clock, config, log } = deps
  try {
    const volunteer = await database.inScope(staffOf(mail.municipalityId), (db) => volunteerToMail(db, mail))
    const to = volunteer && openContact(vault, volunteer.contactSealed).email
    if (!volunteer || !to) return 'withdrawn'
    if (mail.kind === 'confirm') {
      if (volunteer.state !== 'NEW') return 'confirmed'
      if (!volunteer.confirmUntil || volunteer.confirmUntil <= clock.now()) return 'too-late'
    } else if (volunteer.state !== mail.kind.toUpperCase()) return 'decided-otherwise'
    return writeVolunteerMail({ mail, volunteer, to, vault, portalUrl: config.PORTAL_URL })
  } catch (error) {
    log.error({ kind: mail.kind, error: (error as Error).name }, 'a mail to a volunteer could not be written')
    return 'not-prepared'
  }
}

function leave(
  { database, clock }: MailDeps,
  mail: VolunteerMail,
  { claim, state, code }: Left & { readonly claim: string },
): Promise<void> {
  const { municipalityId, volunteerId, kind, attempts } = mail
  const now = clock.now()
  const again = state === 'waiting' ? new Date(now.getTime() + waitAfter(attempts)) : undefined
  return throughTrouble(
    () =>
      database.inScope(staffOf(municipalityId), async (db) => {
        if (!(await leaveVolunteerMail(db, mail, { claim, state, code, now, again }))) return
        if (state !== 'sent' && state !== 'refused') return
        const action = state === 'sent' ? 'bureaus.volunteer-mailed' : 'bureaus.volunteer-mail-refused'
        const event = { municipalityId, actor: 'mails', action, subject: volunteerId }
        await recordAudit(db, { ...event, details: { kind } })
      }),
    answersKeptMs,
  )
}
