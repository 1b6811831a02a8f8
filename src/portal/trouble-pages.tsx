import type { Context } from 'hono'
import { traceIdOf } from '../platform/http/watch-requests.ts'
import { BarePage } from './frame.tsx'
import { paths } from './paths.ts'
import type { PortalDeps } from './portal-deps.ts'
import { texts } from './texts.nl.ts'

type Deps = Pick<PortalDeps, 'config'>

/** There is no page at this address. */
export function notFoundPage(deps: Deps, context: Context) {
  const { title, text, back } = texts.notThere
  context.header('Cache-Control', 'no-store')
  return context.html(
    <BarePage deps={deps} title={title}>
      <p>{text}</p>
      <p>
        <a href={paths.start()}>{back}</a>
      </p>
    </BarePage>,
    404,
  )
}

/** Says nothing of what went wrong: in an error there may be a name or a number. The code finds it in the log. */
export function failedPage(deps: Deps, context: Context) {
  const { title, kept, later, help } = texts.failed
  const code = traceIdOf(context)
  context.header('Cache-Control', 'no-store')
  return context.html(
    <BarePage deps={deps} title={title}>
      <p>{kept}</p>
      <p>{later}</p>
      {code && (
        <p>
          {help} <code class="breaks">{code}</code>
        </p>
      )}
    </BarePage>,
    500,
  )
}
