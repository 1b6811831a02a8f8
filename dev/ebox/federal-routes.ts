import { type Context, Hono } from 'hono'
import { acceptMessage } from './accept-message.ts'
import { authorise } from './authorise.ts'
import type { Envelope } from './message.ts'
import { readForm } from './multipart.ts'
import { refusals } from './refusals.ts'
import { problem, publicationStatus, type StandInEnv, statusMessage } from './replies.ts'
import { publishingScopes, scopes } from './scopes.ts'
import type { EboxState } from './state.ts'
import type { Tokens } from './tokens.ts'

export const registryPath = '/REST/ebox/enterprise/messageRegistry'

type Route = Readonly<{ api: Envelope['api'] & `federal-${string}` }>

/** Publishing on the federal registry: v3 with its idempotency keys, v2.1 without. */
export function federalRoutes(state: EboxState, tokens: Tokens) {
  const routes = new Hono<StandInEnv>({ strict: false })
  routes.post(`${registryPath}/v3/ebox/messages`, (c) => publish(c, state, tokens, { api: 'federal-v3' }))
  routes.post(`${registryPath}/v2/publishMessage`, (c) => publish(c, state, tokens, { api: 'federal-v2' }))
  return routes
}

async function publish(c: Context<StandInEnv>, state: EboxState, tokens: Tokens, { api }: Route) {
  const onBehalfOf = c.req.header('On-Behalf-Of-Enterprise-Number')
  const wanted = onBehalfOf === undefined ? [scopes.publish] : publishingScopes.slice(1)
  const caller = authorise(c, tokens, wanted)
  if (!caller.ok) return caller.reply

  const key = api === 'federal-v3' ? readKey(c.req.header('Idempotency-Key')) : noKey
  if (!key.ok) return refuse(c, key.because)
  const form = await readForm(c.env.incoming, state.settings.maxDocumentBytes)
  if (!form.ok) {
    if (form.because === 'not-multipart') return refuse(c, refusals.notMultipart)
    return problem(c, 413, 'payloadTooLarge', { limit: state.settings.maxDocumentBytes })
  }
  const accepted = await acceptMessage(state, {
    api,
    client: caller.client,
    onBehalfOf,
    key: key.value,
    form,
  })
  if (!accepted.ok) return refuse(c, accepted.because)
  return c.json(publicationStatus(accepted.message, state.settings.validityDays), 201)
}

function refuse(c: Context<StandInEnv>, { status, code, message }: (typeof refusals)['keyUsed']) {
  return statusMessage(c, status, code, message)
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
