import { get, post, type Route } from '../../platform/http/route.ts'
import { limitFailures } from '../embedding/limit-failures.ts'
import { paths } from '../paths.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { showVolunteerForm } from './form-page.tsx'
import { offerLinkRoutes } from './link-pages.tsx'
import { receiveOffer } from './receive-offer.tsx'

/** Forms a minute from one address, in each process: a family or a class at one table comes through, a program does not. */
const formsPerMinute = 10

/** Who offers to sit in a bureau, and the links of the mails about it: nobody is logged in. */
export function volunteerRoutes(deps: PortalDeps): readonly Route[] {
  const limit = limitFailures({ perMinute: formsPerMinute, hops: deps.config.PROXY_HOPS })
  return [
    get(paths.volunteer, 'public', (context) => showVolunteerForm(deps, context)),
    post(paths.volunteer, 'public', (context) => receiveOffer(deps, limit, context)),
    ...offerLinkRoutes(deps),
  ]
}
