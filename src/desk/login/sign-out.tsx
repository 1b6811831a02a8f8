import type { Context } from 'hono'
import { endSession } from '../../municipalities/index.ts'
import { ButtonLink, sessionFacts } from '../../platform/http/components/index.ts'
import { ownAddress } from '../../platform/http/same-origin.ts'
import { dropCookie } from '../cookies.ts'
import type { Desk } from '../desk.ts'
import { type DeskDeps, deskUrl } from '../desk-deps.ts'
import { noteOpened } from '../note-visits.ts'
import { deskRoot, paths } from '../paths.ts'
import { seeOther, sessionEndOf } from '../show-page.tsx'
import { texts as deskTexts } from '../texts.nl.ts'
import { BarePage } from './login-trouble-page.tsx'
import { texts } from './texts.nl.ts'

/** Ends the session here first, then at the login service. */
export function signOut(desk: Desk): Promise<Response> {
  return leave(desk, { switching: false, returnTo: deskUrl(desk.deps.config) + paths.signedOut() })
}

/** Ends the session here; at the login service the person chooses another organisation, and comes back in. */
export function switchOrganisation(desk: Desk): Promise<Response> {
  return leave(desk, { switching: true, returnTo: deskUrl(desk.deps.config) + paths.signIn() })
}

async function leave(
  { deps, context, session, staff }: Desk,
  how: { switching: boolean; returnTo: string },
): Promise<Response> {
  await endSession(deps, { ...session, by: staff.staffId })
  dropCookie(context, deps.config, 'session')
  const goodbye = await deps.loginService?.goodbye(how)
  return context.redirect(goodbye ?? how.returnTo, 303)
}

/** The doorkeeper saw this person, so they stay; a script wants to know until when. */
export async function stay(desk: Desk): Promise<Response> {
  await noteOpened(desk, 'staff.stayed')
  if (desk.context.req.header('Accept') === 'application/json')
    return desk.context.json(sessionFacts(sessionEndOf(desk), deskTexts.session))
  return seeOther(desk, ownAddress(desk.form.text('naar'), deskRoot) ?? paths.start(), 'stayed')
}

export function signedOutPage({ config }: DeskDeps, context: Context) {
  return context.html(
    <BarePage config={config} context={context} title={texts.signedOut.title}>
      <p>{texts.signedOut.text}</p>
      <ButtonLink href={paths.signIn()}>{texts.signedOut.signIn}</ButtonLink>
    </BarePage>,
  )
}
