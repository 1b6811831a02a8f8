import { recordAudit } from '../../platform/audit.ts'
import { mapWithLimit } from '../../platform/concurrency.ts'
import { throughTrouble } from '../../platform/db/connection-trouble.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import type { MailOutcome } from '../../platform/mail.ts'
import { lostAfterMs, type Message, type MessageState, waitAfter } from './message.ts'
import type { MessageDeps } from './message-deps.ts'
import {
  claimMessages,
  giveUpLostMessages,
  keyOfMessage,
  type LeftMessage,
  leaveMessage,
  municipalitiesToMessage,
} from './message-store.ts'
import { prepareMessage, type ReadyMessage } from './prepare-message.ts'
import { noteUnreachable } from './unreachable-store.ts'
import { mailOfMessage, smsOfMessage } from './write-message.ts'

/** Answers are known here and nowhere else, so they are kept while the database is away. */
const answersKeptMs = 10 * 60_000

/** Sends all that is due now. */
export async function sendDueMessages(
  deps: MessageDeps,
  municipalities: readonly MunicipalityId[],
  signal?: AbortSignal,
): Promise<void> {
  const due = await deps.database.inScope({ staff: municipalities }, async (db) => {
    const now = deps.clock.now()
    await giveUpLostMessages(db, municipalities, { before: new Date(now.getTime() - lostAfterMs), now })
    return municipalitiesToMessage(db, municipalities, now)
  })
  for (const municipalityId of due) while (!signal?.aborted && (await sendSome(deps, municipalityId)));
}

/** Answers whether to go on: not when nothing is left, nor when nothing could leave, for then each further one would wait in vain. */
async function sendSome(deps: MessageDeps, municipalityId: MunicipalityId): Promise<boolean> {
  const { claim, messages } = await deps.database.inScope(staffOf(municipalityId), (db) =>
    claimMessages(db, municipalityId, { now: deps.clock.now(), most: 2 * deps.connections }),
  )
  const left = await mapWithLimit(messages, deps.connections, async (message) => {
    const outcome = await tryMessage(deps, message)
    await leave(deps, message, { claim, ...outcome })
    return outcome.state
  })
  return left.some((state) => state !== 'waiting')
}

async function tryMessage(deps: MessageDeps, message: Message): Promise<LeftMessage> {
  const ready = await prepare(deps, message)
  if (ready === 'not-prepared') return { state: 'waiting', code: ready }
  if (typeof ready === 'string') return { state: 'dropped', code: ready }
  const { channel, version } = ready
  const outcome = await send(deps, message, ready).catch(unknown)
  tell(deps, message, channel, outcome)
  return { state: states[outcome.kind], code: outcome.code, channel, version }
}

/** What goes wrong here goes wrong before anything left. */
async function prepare(deps: MessageDeps, message: Message) {
  try {
    return await prepareMessage(deps, message)
  } catch (error) {
    const line = { template: message.template, error: (error as Error).name }
    deps.log.error(line, 'a message to a member of a bureau could not be written')
    return 'not-prepared' as const
  }
}

function send(deps: MessageDeps, message: Message, ready: ReadyMessage): Promise<MailOutcome> {
  const { channel, to, written, sender, replyTo } = ready
  const id = keyOfMessage(message).toString('hex')
  return channel === 'EMAIL'
    ? deps.mailer!.send(mailOfMessage(written, { to, id, sender, replyTo }))
    : deps.sms!.send(smsOfMessage(written, { to, id }))
}

const unknown = (): MailOutcome => ({ kind: 'unconfirmed', code: 'error' })

/** What certainly did not arrive goes again later; of what nobody knows there is no second, for one would be two. */
const states: Readonly<Record<MailOutcome['kind'], MessageState>> = {
  taken: 'sent',
  later: 'waiting',
  'not-ours': 'waiting',
  refused: 'refused',
  unconfirmed: 'unconfirmed',
}

function leave(
  { database, clock }: MessageDeps,
  message: Message,
  left: LeftMessage & { readonly claim: string },
): Promise<void> {
  const { municipalityId, memberId, assignmentId, template, attempts } = message
  const { state, channel, code } = left
  const now = clock.now()
  const again = state === 'waiting' ? new Date(now.getTime() + waitAfter(attempts)) : undefined
  return throughTrouble(
    () =>
      database.inScope(staffOf(municipalityId), async (db) => {
        if (!(await leaveMessage(db, message, left, { now, again }))) return
        if (state !== 'sent' && state !== 'refused') return
        const action = state === 'sent' ? 'bureaus.message-sent' : 'bureaus.message-refused'
        const event = { municipalityId, actor: 'messages', action, subject: assignmentId }
        await recordAudit(db, { ...event, details: { template, channel } })
        if (state === 'refused')
          await noteUnreachable(db, message, { memberId, channel: channel!, code, at: now })
      }),
    answersKeptMs,
  )
}

function tell(
  { log }: MessageDeps,
  { template, attempts }: Message,
  channel: string,
  { kind, code }: MailOutcome,
): void {
  const line = { template, channel, outcome: kind, code, attempts }
  if (kind === 'not-ours')
    log.error(line, 'the other side takes nothing from us: see the settings of mail and SMS')
  else if (kind === 'unconfirmed')
    log.warn(line, 'nobody knows whether a message left: it does not leave again')
  else log.info(line, 'a message to a member of a bureau')
}
