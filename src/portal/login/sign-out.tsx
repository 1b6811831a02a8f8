import type { Context } from 'hono'
import { ButtonLink } from '../../platform/http/components/index.ts'
import { dropToken, readToken } from '../cookies.ts'
import { BarePage } from '../frame.tsx'
import { paths } from '../paths.ts'
import type { Portal } from '../portal.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { endSession } from './citizen-session.ts'
import { texts } from './texts.nl.ts'

/** Ends the session here first, then at the login service; the browser forgets what it kept of these pages. */
export async function signOut({ deps, context }: Portal): Promise<Response> {
  await endSession(deps, readToken(context, deps.config))
  dropToken(context, deps.config)
  context.header('Clear-Site-Data', '"cache", "storage"')
  const returnTo = deps.config.PORTAL_URL + paths.signedOut()
  const goodbye = await deps.citizenLogin?.goodbye({ switching: false, returnTo })
  return context.redirect(goodbye ?? returnTo, 303)
}

export function signedOutPage(deps: PortalDeps, context: Context) {
  return context.html(
    <BarePage deps={deps} title={texts.signedOut.title}>
      <p>{texts.signedOut.text}</p>
      <ButtonLink href={paths.signIn()}>{texts.signIn}</ButtonLink>
    </BarePage>,
  )
}
