import type { Context } from 'hono'
import { z } from 'zod'
import * as cookies from '../../platform/http/cookies.ts'
import { TypedForm } from '../../platform/http/typed-form.ts'
import { cookieNames, siteOfPage } from '../cookies.ts'
import type { PortalDeps } from '../portal-deps.ts'
import type { Citizen } from './citizen-session.ts'

/**
 * What a citizen typed on a form that came after their session had ended: sealed, in the browser that sent it, until that same
 * citizen is back on its page. Nobody else gets to see it who uses the phone after them.
 */

type Deps = Pick<PortalDeps, 'config' | 'vault' | 'clock'>

const schema = z.object({
  purpose: z.literal('kept form'),
  owner: z.string(),
  page: z.string(),
  until: z.number(),
  fields: z.record(z.string(), z.array(z.string())),
})

/** In seconds: the time that a new login may take. */
const secondsKept = 1800
/** A browser keeps cookies of 4096 bytes; more than any form of these pages needs. */
const mostCharacters = 3500

/** Behind the token of each form: whose form it is. It opens nothing, and tells nobody else who that is. */
export function formOwner({ vault }: Pick<Deps, 'vault'>, { index }: Pick<Citizen, 'index'>): string {
  return vault.pseudonym(`form ${index.toString('hex')}`).toString('base64url')
}

interface Typed {
  readonly owner: string
  /** Where it is to be shown again. */
  readonly page: string
  readonly form: TypedForm
}

export function keepForm(
  { config, vault, clock }: Deps,
  context: Context,
  { owner, page, form: { fields, isEmpty } }: Typed,
): void {
  const until = clock.now().getTime() + secondsKept * 1000
  const sealed = vault.seal(JSON.stringify({ purpose: 'kept form', owner, page, until, fields }))
  const value = sealed.toString('base64url')
  if (isEmpty || value.length > mostCharacters) return
  cookies.giveCookie(context, siteOfPage(context, config), cookieNames.keptForm, value, secondsKept)
}

/** What this citizen typed on this page, once. What somebody else typed is thrown away. */
export function takeForm(deps: Deps, context: Context, citizen: Citizen): TypedForm | undefined {
  const site = siteOfPage(context, deps.config)
  const value = cookies.readCookie(context, site, cookieNames.keptForm)
  const kept = value && opened(deps, value)
  if (kept && kept.owner === formOwner(deps, citizen) && kept.page !== context.req.path) return undefined
  if (value) cookies.dropCookie(context, site, cookieNames.keptForm)
  if (!kept || kept.owner !== formOwner(deps, citizen) || kept.until <= deps.clock.now().getTime())
    return undefined
  return new TypedForm(kept.fields)
}

export function forgetForm({ config }: Deps, context: Context): void {
  cookies.dropCookie(context, siteOfPage(context, config), cookieNames.keptForm)
}

function opened({ vault }: Deps, value: string) {
  try {
    return schema.parse(JSON.parse(vault.open(Buffer.from(value, 'base64url'))))
  } catch {
    return undefined
  }
}
