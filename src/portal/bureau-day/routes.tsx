import { get, post, type Route } from '../../platform/http/route.ts'
import { limitFailures } from '../embedding/limit-failures.ts'
import { BarePage } from '../frame.tsx'
import { paths } from '../paths.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { sendServiceWorker } from '../without-network/browser-files.ts'
import { forChair } from './chair-door.ts'
import { closedAnswer } from './closed-page.tsx'
import { cacheName, showBureauDay } from './day-page.tsx'
import { noteForm, noteKept } from './note-on-day.ts'
import { showOpen, submitOpen } from './open-page.tsx'
import { texts } from './words.nl.ts'

/** Wrong codes a minute from one address, in each process. With 54 bits of chance in a code nobody comes far; a slip of the finger does. */
const wrongCodes = 10

/** The pages of a chair. Nobody is logged in: what a telephone opens follows from its access, behind `forChair`. */
export function bureauDayRoutes(deps: PortalDeps): readonly Route[] {
  const failures = limitFailures({ perMinute: wrongCodes, hops: deps.config.PROXY_HOPS })
  return [
    get(
      paths.bureauDay,
      'public',
      forChair(deps, (visit) => showBureauDay(visit)),
    ),
    post(paths.bureauDay, 'public', forChair(deps, noteForm)),
    post(paths.sendBureauDay, 'public', forChair(deps, noteKept, closedAnswer)),
    get(paths.bureauDayWorker, 'public', async (context) => {
      const { title, over } = texts.closed
      const closed = await (
        <BarePage {...{ deps, language: 'nl', title }}>
          <p>{over}</p>
        </BarePage>
      )
      return sendServiceWorker(context, { cacheName, closed: String(closed), scope: paths.bureauDay() })
    }),
    get(paths.openBureau, 'public', (context) => showOpen(deps, context)),
    post(paths.openBureau, 'public', (context) => submitOpen(deps, failures, context)),
  ]
}
