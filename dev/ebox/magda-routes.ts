import { type Context, Hono, type Next } from 'hono'
import { z } from 'zod'
import { acceptMessage } from './accept-message.ts'
import { authoriseSender } from './authorise.ts'
import { findStatus, statusRequestSchema } from './find-status.ts'
import { readForm } from './multipart.ts'
import type { Refusal } from './refusals.ts'
import { magdaProblem, problem, publicationStatus, type StandInContext, type StandInEnv } from './replies.ts'
import { scopes } from './scopes.ts'
import type { EboxState } from './state.ts'
import type { Tokens } from './tokens.ts'

export const magdaPaths = {
  publish: '/api/v1/messages/messages',
  status: '/api/v1/messages/statusRequest',
} as const

const statusSchema = z.looseObject({
  deliveryChannel: z.literal('EBOX'),
  messages: statusRequestSchema
    .max(500)
    .refine((items) => new Set(items.map((item) => item.eboxId.eboxType)).size <= 1),
})

/**
 * MAGDA's Documentendienst. Assumed: the body of a publication and the paths; public are the headers, the rules of
 * the status request and the form of its errors.
 */
export function magdaRoutes(state: EboxState, tokens: Tokens) {
  const routes = new Hono<StandInEnv>()
  routes.use('/api/v1/messages/*', wantCorrelation())
  routes.post(magdaPaths.publish, (c) => publish(c, state, tokens))
  routes.post(magdaPaths.status, (c) => requestStatus(c, state, tokens))
  return routes
}

/** `x-correlation-id` is unique over all requests of a consumer and comes back in the reply. */
function wantCorrelation() {
  const seen = new Set<string>()
  return async (c: Context<StandInEnv>, next: Next) => {
    const id = c.req.header('x-correlation-id')
    if (!id || id.length > 36)
      return magdaProblem(c, 400, 'Bad Request', 'x-correlation-id is missing or too long')
    c.header('x-correlation-id', id)
    if (seen.has(id)) return magdaProblem(c, 400, 'Bad Request', 'x-correlation-id was used before')
    seen.add(id)
    if (!c.req.header('X-Magda-Enduser-ID')) {
      return magdaProblem(c, 400, 'Bad Request', 'X-Magda-Enduser-ID is missing')
    }
    return next()
  }
}

async function publish(c: StandInContext, state: EboxState, tokens: Tokens): Promise<Response> {
  const caller = authoriseSender(c, tokens, [scopes.magdaSend])
  if (!caller.ok) return refuse(c, caller.because)
  const form = await readForm(c.env.incoming, state.settings.maxDocumentBytes)
  if (!form.ok) {
    if (form.because === 'not-multipart') return magdaProblem(c, 400, 'Bad Request', 'multipart expected')
    return problem(c, 413, 'payloadTooLarge', { limit: state.settings.maxDocumentBytes })
  }
  const attempt = { api: 'magda', client: caller.client, form, refusalOf: c.get('refusalOf') } as const
  const accepted = await acceptMessage(state, attempt)
  if (!accepted.ok) return refuse(c, accepted.because)
  return c.json(publicationStatus(accepted.message, state.settings.validityDays), 201)
}

async function requestStatus(c: StandInContext, state: EboxState, tokens: Tokens): Promise<Response> {
  const caller = authoriseSender(c, tokens, [scopes.magdaStatus])
  if (!caller.ok) return refuse(c, caller.because)
  const request = statusSchema.safeParse(await c.req.json().catch(() => undefined))
  if (!request.success) {
    return magdaProblem(c, 400, 'Bad Request', 'one channel, one type of box, at most 500 messages')
  }
  return c.json(findStatus(state, caller.client, request.data.messages))
}

function refuse(c: StandInContext, { status, code, message }: Refusal): Response {
  return magdaProblem(c, status, code, message)
}
