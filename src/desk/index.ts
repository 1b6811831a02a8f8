/**
 * The staff's pages: everything a town hall does with a campaign, in the browser. Each route line says which right it
 * asks; `guard.ts` stands before all of them.
 */
import type { Context } from 'hono'
import { createLoginLimits } from '../platform/http/limit-logins.ts'
import { get, post, type Route } from '../platform/http/route.ts'
import { routes as amendmentRoutes } from './amendments/routes.ts'
import { routes as auditRoutes } from './audit/routes.ts'
import { routes as absenceRoutes } from './bureaus/absences/routes.ts'
import { routes as areaRoutes } from './bureaus/area/routes.ts'
import { routes as compositionRoutes } from './bureaus/compositions/routes.ts'
import { routes as bureauDayRoutes } from './bureaus/day/routes.ts'
import { routes as drawRoutes } from './bureaus/draw/routes.ts'
import { routes as excuseRoutes } from './bureaus/excuses/routes.ts'
import { routes as memberLetterRoutes } from './bureaus/letters/routes.ts'
import { routes as listRoutes } from './bureaus/lists/routes.ts'
import { routes as messageRoutes } from './bureaus/messages/routes.ts'
import { routes as paymentRoutes } from './bureaus/payments/routes.ts'
import { routes as bureauRoutes } from './bureaus/routes.ts'
import { routes as seatingRoutes } from './bureaus/seating/routes.ts'
import { routes as serviceRoutes } from './bureaus/services/routes.ts'
import { routes as trainingRoutes } from './bureaus/training/routes.ts'
import { routes as vacancyRoutes } from './bureaus/vacancies/routes.ts'
import { routes as volunteerRoutes } from './bureaus/volunteers/routes.ts'
import { routes as certificateRoutes } from './certificate/routes.ts'
import { routes as correctionRoutes } from './corrections/routes.ts'
import { routes as deliveryRoutes } from './delivery/routes.ts'
import { routes as deputyRoutes } from './deputies/routes.ts'
import type { DeskRoute } from './desk.ts'
import { type DeskDeps, deskUrl } from './desk-deps.ts'
import { routes as duplicateRoutes } from './duplicates/routes.ts'
import { routes as electionRoutes } from './elections/routes.ts'
import { guarded } from './guard.ts'
import { routes as homeRoutes } from './home/routes.ts'
import { routes as letterRoutes } from './letters/routes.ts'
import { become, becomePage } from './login/become-page.tsx'
import { personOfBrowser } from './login/known-browser.ts'
import { signedIn, signIn } from './login/sign-in.ts'
import { signedOutPage, signOut, stay, switchOrganisation } from './login/sign-out.tsx'
import { routes as offlineRoutes, routesWithoutLogin } from './offline/routes.ts'
import { routes as operatorRoutes } from './operator/routes.ts'
import { paths } from './paths.ts'
import { routes as placesRoutes } from './places/routes.ts'
import { routes as votersRoutes } from './voters/routes.ts'

export type { Desk, DeskRoute } from './desk.ts'
export { type DeskDeps, deskUrl }

/** Every page for who is logged in. A part of the desk adds its lines here. */
export const deskRoutes: readonly DeskRoute[] = [
  ...homeRoutes,
  ...electionRoutes,
  ...votersRoutes,
  ...deliveryRoutes,
  ...certificateRoutes,
  ...letterRoutes,
  ...duplicateRoutes,
  ...offlineRoutes,
  ...auditRoutes,
  ...placesRoutes,
  ...areaRoutes,
  ...compositionRoutes,
  ...bureauDayRoutes,
  ...bureauRoutes,
  ...vacancyRoutes,
  ...volunteerRoutes,
  ...seatingRoutes,
  ...operatorRoutes,
  ...correctionRoutes,
  ...deputyRoutes,
  ...amendmentRoutes,
  ...excuseRoutes,
  ...listRoutes,
  ...drawRoutes,
  ...memberLetterRoutes,
  ...messageRoutes,
  ...paymentRoutes,
  ...absenceRoutes,
  ...trainingRoutes,
  ...serviceRoutes,
  post(paths.signOut, { right: 'desk.enter', audit: 'staff.logged-out', away: paths.signedOut() }, signOut),
  post(
    paths.switchOrganisation,
    { right: 'desk.enter', audit: 'staff.logged-out', away: paths.signIn() },
    switchOrganisation,
  ),
  post(paths.stay, { right: 'desk.enter', audit: 'staff.stayed', away: paths.signIn() }, stay),
]

/** The pages as the server has them: those of the login, and all others behind the guard. */
export function routesOfDesk(deps: DeskDeps): readonly Route[] {
  const { LOGINS_PER_MINUTE: perMinute, LOGINS_PER_PERSON: perPerson, PROXY_HOPS: hops } = deps.config
  const personOf = (context: Context) => personOfBrowser(deps, context)
  const limits = createLoginLimits({ perMinute, perPerson, hops, personOf })
  return [
    get(paths.signIn, 'public', (context) => signIn(deps, limits, context)),
    get(paths.signedIn, 'public', (context) => signedIn(deps, limits, context)),
    get(paths.signedOut, 'public', (context) => signedOutPage(deps, context)),
    ...routesWithoutLogin(deps),
    ...(deps.config.KIESLOKET_ENV === 'development' ? becomeRoutes(deps) : []),
    ...guarded(deps, deskRoutes),
  ]
}

function becomeRoutes(deps: DeskDeps): readonly Route[] {
  return [
    get(paths.become, 'public', (context) => becomePage(deps, context)),
    post(paths.become, 'public', (context) => become(deps, context)),
  ]
}
