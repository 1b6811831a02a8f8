import { randomUUID } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { RefusalStatus } from './faults.ts'
import type { MessageFacts } from './message.ts'
import type { Refusal } from './refusals.ts'

export type StandInEnv = {
  Bindings: HttpBindings
  /** Set where faults strike: whether one of them refuses this message. */
  Variables: { refusalOf?: (message: string) => RefusalStatus | undefined }
}
export type StandInContext = Context<StandInEnv>

/** The registry's own error form, `StatusMessage` of v2.1; v3 is assumed to keep it. */
export function refuse(c: StandInContext, { status, code, message }: Refusal): Response {
  const contact = 'helpdesk@ebox.example'
  return c.json({ id: randomUUID(), code, message, contact, environment: 'simulation' }, status)
}

/** RFC 9457, in the words of the Belgif guide, for what the registry's pages do not describe. */
export function problem(
  c: StandInContext,
  status: ContentfulStatusCode,
  type: string,
  more: Record<string, unknown> = {},
) {
  const instance = `urn:uuid:${randomUUID()}`
  const title = type
    .replace(/[A-Z]/g, (letter) => ` ${letter}`)
    .replace(/^./, (letter) => letter.toUpperCase())
  const body = { type: `urn:problem-type:belgif:${type}`, title, status, instance, ...more }
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' })
}

/** MAGDA's error form: `instance` is a bare GUID there. */
export function magdaProblem(c: StandInContext, status: ContentfulStatusCode, title: string, detail: string) {
  return c.json({ title, status, detail, instance: randomUUID() }, status)
}

/** `2029-06-10T08:00:00Z`: the registry's form, without milliseconds. */
export function dateTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
}

export function expiryOf(message: MessageFacts, validityDays: number): number {
  return message.acceptedAt + validityDays * 86_400_000
}

/** The answer to a publication (`PublicationStatusMessage`). */
export function publicationStatus(message: MessageFacts, validityDays: number) {
  return {
    messageId: message.id,
    expirationDate: dateTime(expiryOf(message, validityDays)),
    ...(!message.active && {
      code: 'NO_DIGITAL_USER',
      message: 'The message was published, but the recipient never opened an e-Box',
    }),
  }
}
