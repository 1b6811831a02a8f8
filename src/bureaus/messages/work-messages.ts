import { type OutboxWork, workOutbox } from '../../platform/outbox/work-outbox.ts'
import type { MessageDeps } from './message-deps.ts'
import { planMessages } from './plan-messages.ts'
import { sendDueMessages } from './send-messages.ts'

/** Writes and sends messages to members of bureaus until `stop`; what is in hand then is finished. Any number may run. */
export function workMessages(deps: MessageDeps, work: OutboxWork): { stop(): Promise<void> } {
  return workOutbox(
    { planEveryMs: 30_000, ...work },
    {
      plan: (municipalities) => planMessages(deps, municipalities),
      send: (municipalities, signal) => sendDueMessages(deps, municipalities, signal),
      log: deps.log,
      trouble: 'messages to members of bureaus could not be sent; tried again',
    },
  )
}
