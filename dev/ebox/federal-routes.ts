import { randomUUID } from 'node:crypto'
import { Hono, type Next } from 'hono'
import { acceptMessage } from './accept-message.ts'
import { authoriseSender } from './authorise.ts'
import { findStatus, statusRequestSchema } from './find-status.ts'
import { readForm } from './multipart.ts'
import { type Refusal, refusals } from './refusals.ts'
import { problem, publicationStatus, refuse, type StandInContext, type StandInEnv } from './replies.ts'
import { publishingScopes, scopes, scopesForOthers } from './scopes.ts'
import type { EboxState } from './state.ts'
import type { Tokens } from './tokens.ts'

export const registryPath = '/REST/ebox/enterprise/messageRegistry'

export const federalPaths = {
  publish: [`${registryPath}/v3/ebox/messages`, `${registryPath}/v2/publishMessage`],
  /** How v3 asks for a status is not public: it is assumed to do it as v2.1 does. */
  status: [`${registryPath}/v2/searchMessageStatus`, `${registryPath}/v3/searchMessageStatus`],
} as const

/** The sender's side of the federal registry: v3 with its idempotency keys, v2.1 without. */
export function federalRoutes(state: EboxState, tokens: Tokens) {
  const routes = new Hono<StandInEnv>({ strict: false })
  routes.use(`${registryPath}/*`, traced())
  const [v3, v2] = federalPaths.publish
  routes.post(v3, (c) => publish(c, state, tokens, 'federal-v3'))
  routes.post(v2, (c) => publish(c, state, tokens, 'federal-v2'))
  for (const path of federalPaths.status) routes.post(path, (c) => searchStatus(c, state, tokens))
  return routes
}

/** Every answer has an id of its own and names that of the request (Belgif REST guide). */
function traced() {
  return async (c: StandInContext, next: Next) => {
    await next()
    c.header('BelGov-Trace-Id', randomUUID())
    const asked = c.req.header('BelGov-Trace-Id')
    if (asked) c.header('BelGov-Related-Trace-Id', asked)
  }
}

async function publish(
  c: StandInContext,
  state: EboxState,
  tokens: Tokens,
  api: 'federal-v3' | 'federal-v2',
): Promise<Response> {
  const onBehalfOf = c.req.header('On-Behalf-Of-Enterprise-Number')
  const wanted = onBehalfOf === undefined ? [scopes.publish] : scopesForOthers
  const caller = authoriseSender(c, tokens, wanted)
  if (!caller.ok) return refuse(c, caller.because)

  const key = api === 'federal-v3' ? readKey(c.req.header('Idempotency-Key')) : noKey
  if (!key.ok) return refuse(c, key.because)
  const form = await readForm(c.env.incoming, state.settings.maxDocumentBytes)
  if (!form.ok) {
    if (form.because === 'not-multipart') return refuse(c, refusals.notMultipart)
    return problem(c, 413, 'payloadTooLarge', { limit: state.settings.maxDocumentBytes })
  }
  const refusalOf = c.get('refusalOf')
  const attempt = { api, client: caller.client, onBehalfOf, key: key.value, form, refusalOf }
  const accepted = await acceptMessage(state, attempt)
  if (!accepted.ok) return refuseMessage(c, api, accepted.because)
  return c.json(publicationStatus(accepted.message, state.settings.validityDays), 201)
}

/** In the form that the official file has for a 400 of v2.1; where nothing is described, as a problem. */
function refuseMessage(c: StandInContext, api: 'federal-v3' | 'federal-v2', because: Refusal): Response {
  const { status, problem: type } = because
  const isDescribed = api === 'federal-v2' && status === 400
  return type && !isDescribed ? problem(c, status, type) : refuse(c, because)
}

const noKey = { ok: true as const, value: undefined }

/** `Idempotency-Key: "<key>"`: an RFC 8941 string, its double quotes included. */
function readKey(header: string | undefined) {
  if (header === undefined) return { ok: false as const, because: refusals.keyMissing }
  const quoted = /^"([\x20-\x21\x23-\x5b\x5d-\x7e]+)"$/.exec(header)
  return quoted
    ? { ok: true as const, value: quoted[1] }
    : { ok: false as const, because: refusals.keyNotQuoted }
}

async function searchStatus(c: StandInContext, state: EboxState, tokens: Tokens): Promise<Response> {
  const caller = authoriseSender(c, tokens, publishingScopes)
  if (!caller.ok) return refuse(c, caller.because)
  const request = statusRequestSchema.safeParse(await c.req.json().catch(() => undefined))
  if (!request.success) return refuse(c, refusals.schema('messagesStatusRequest'))
  const found = findStatus(state, caller.client, request.data)
  // 201 and not 200: so says the official description.
  return found.length > 0 ? c.json(found, 201) : refuse(c, refusals.nothingFound)
}
