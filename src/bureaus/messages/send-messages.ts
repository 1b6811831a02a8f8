import { recordAudit } from '../../platform/audit.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import type { MailOutcome } from '../../platform/mail.ts'
import type { Leaving } from '../../platform/outbox/leaving.ts'
import { sendDue } from '../../platform/outbox/send-due.ts'
import type { Message } from './message.ts'
import type { MessageDeps } from './message-deps.ts'
import { keyOfMessage, messageOutbox } from './message-store.ts'
import { prepareMessage, type ReadyMessage } from './prepare-message.ts'
import { noteUnreachable } from './unreachable-store.ts'
import { mailOfMessage, smsOfMessage } from './write-message.ts'

/** The evening before is short. */
const longestWaitMs = 3_600_000

/** Sends all that is due now. */
export function sendDueMessages(
  deps: MessageDeps,
  municipalities: readonly MunicipalityId[],
  signal?: AbortSignal,
): Promise<void> {
  return sendDue(deps, leavingMessages(deps), municipalities, signal)
}

function leavingMessages(deps: MessageDeps): Leaving<Message, ReadyMessage> {
  return {
    outbox: messageOutbox,
    name: 'a message to a member of a bureau',
    atOnce: deps.connections,
    longestWaitMs,
    about: ({ template }, ready) => ({ template, channel: ready?.channel }),
    async prepare(message) {
      const ready = await prepareMessage(deps, message)
      return typeof ready === 'string' ? { state: 'dropped', code: ready } : { ready }
    },
    send: (ready, message) => send(deps, message, ready),
    noted: ({ channel, version }) => ({ channel, version }),
    async settle(db, message, { state, code, now }, ready) {
      if (!ready || (state !== 'sent' && state !== 'refused')) return
      const { municipalityId, memberId, assignmentId, template } = message
      const { channel } = ready
      const action = state === 'sent' ? 'bureaus.message-sent' : 'bureaus.message-refused'
      const event = { municipalityId, actor: 'messages', action, subject: assignmentId }
      await recordAudit(db, { ...event, details: { template, channel } })
      if (state === 'refused') await noteUnreachable(db, message, { memberId, channel, code, at: now })
    },
  }
}

async function send(deps: MessageDeps, message: Message, ready: ReadyMessage): Promise<MailOutcome> {
  const { channel, to, written, sender, replyTo } = ready
  const id = keyOfMessage(message).toString('hex')
  return channel === 'EMAIL'
    ? deps.mailer!.send(mailOfMessage(written, { to, id, sender, replyTo }))
    : deps.sms!.send(smsOfMessage(written, { to, id }))
}
