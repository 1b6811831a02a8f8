import { type OutboxWork, workOutbox } from '../../platform/outbox/work-outbox.ts'
import { sendDueVolunteerMails } from '../volunteers/send-volunteer-mails.ts'
import type { MailDeps } from './mail-deps.ts'
import { planMails } from './plan-mails.ts'
import { sendDueMails } from './send-mails.ts'

/** Writes and sends mail until `stop`; what is in hand then is finished. Any number may run. */
export function workMails(deps: MailDeps, work: OutboxWork): { stop(): Promise<void> } {
  return workOutbox(work, {
    plan: (municipalities) => planMails(deps, municipalities),
    async send(municipalities, signal) {
      await sendDueMails(deps, municipalities, signal)
      await sendDueVolunteerMails(deps, municipalities, signal)
    },
    log: deps.log,
    trouble: 'mail could not be sent; tried again',
  })
}
