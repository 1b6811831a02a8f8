import { type SessionFacts, sessionFacts } from '../../platform/http/components/index.ts'
import { ownAddress } from '../../platform/http/same-origin.ts'
import { paths, portalRoot } from '../paths.ts'
import type { Portal } from '../portal.ts'
import { texts } from '../texts.ts'

/** The doorkeeper saw this citizen, so they stay; a script wants to know until when. */
export function stay(portal: Portal): Response {
  const { context, form, language } = portal
  if (context.req.header('Accept') === 'application/json')
    return context.json(sessionFacts(sessionEndOf(portal), texts[language].session))
  return context.redirect(ownAddress(form.text('naar'), portalRoot) ?? paths.elections(), 303)
}

/** When the session of this page ends, for its foot and for a script that asks. */
export function sessionEndOf({ citizen, deps }: Pick<Portal, 'citizen' | 'deps'>): SessionFacts {
  const { until, endsAt } = citizen
  return { now: deps.clock.now(), until, mayStay: until < endsAt }
}
