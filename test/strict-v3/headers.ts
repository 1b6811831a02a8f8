import type { IncomingMessage } from 'node:http'
import { Wrong } from './form.ts'

/** Who may publish what, as it was agreed with the registry. */
export interface Trust {
  readonly enterpriseNumber: string
  /** Enterprises that gave it a mandate. */
  readonly mandates: readonly string[]
  readonly scopes: { readonly own: string; readonly onBehalf: string }
  readonly types: readonly { readonly application: string; readonly messageType: string }[]
}

const path = '/REST/ebox/enterprise/messageRegistry/v3/ebox/messages'
/** Those of the description, and those that HTTP itself brings along. */
const known = new Set([
  ...['authorization', 'idempotency-key', 'belgov-trace-id', 'on-behalf-of-enterprise-number'],
  ...['accept', 'content-type', 'content-length', 'host', 'connection', 'user-agent', 'accept-encoding'],
])

/** Throws what is wrong with the request line or the headers; trace ids are new each time. */
export function checkHeaders(request: IncomingMessage, bytes: number, traceIds: Set<string>): void {
  const { headers, method, url } = request
  if (method !== 'POST' || ![path, `${path}/`].includes(url ?? ''))
    throw new Wrong(`${method} ${url} is no operation`)
  for (const name of Object.keys(headers))
    if (!known.has(name)) throw new Wrong(`the header ${name} is not described`)
  const names = request.rawHeaders.filter((_, n) => n % 2 === 0).map((name) => name.toLowerCase())
  if (new Set(names).size !== names.length) throw new Wrong('a header is there twice')
  const accepted = (headers.accept ?? '').split(/, */)
  for (const type of ['application/json', 'application/problem+json'])
    if (!accepted.includes(type)) throw new Wrong(`${type} is not accepted`)
  if (headers['content-length'] !== String(bytes)) throw new Wrong('Content-Length is not that of the body')
  const traceId = String(headers['belgov-trace-id'])
  if (!/^[\w-]{1,36}$/.test(traceId) || headers['belgov-trace-id'] === undefined)
    throw new Wrong('BelGov-Trace-Id is missing, or longer than 36')
  if (traceIds.has(traceId)) throw new Wrong('BelGov-Trace-Id was used before')
  traceIds.add(traceId)
}

/** An RFC 8941 string, quotes and all, around a UUID. */
export function keyOf({ headers }: IncomingMessage): string {
  const key = /^"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"$/.exec(
    String(headers['idempotency-key']),
  )?.[1]
  if (!key) throw new Wrong('Idempotency-Key is no UUID between double quotes')
  return key
}
