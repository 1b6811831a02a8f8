import type { Context } from 'hono'
import { asset } from '../../platform/http/assets.ts'
import { paths } from '../paths.ts'
import type { PortalDeps } from '../portal-deps.ts'
import type { Citizen } from './citizen-session.ts'
import { formOwner } from './kept-form.ts'

interface SessionScriptProps {
  readonly deps: Pick<PortalDeps, 'vault'>
  readonly context: Context
  readonly citizen: Pick<Citizen, 'index'>
}

/**
 * For every page that shows who is logged in: says in time that the session ends, and leaves the page once they log out, or another
 * citizen logs in, in another window. Whose page it is, it knows by a keyed hash.
 */
export function SessionScript({ deps, context, citizen }: SessionScriptProps) {
  return (
    <script
      type="module"
      src={asset('session.js')}
      data-owner={formOwner(deps, citizen)}
      data-sign-out={paths.signOut()}
      data-signed-out={paths.signedOut()}
      data-start={paths.start()}
      nonce={context.get('secureHeadersNonce')}
    />
  )
}
