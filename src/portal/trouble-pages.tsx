import type { Context } from 'hono'
import { showPublicPage } from './frame.tsx'
import { languageOf } from './language.ts'
import { paths } from './paths.ts'
import type { PortalDeps } from './portal-deps.ts'
import { texts } from './texts.ts'

type Deps = Pick<PortalDeps, 'config'>

/** There is no page at this address. */
export function notFoundPage(deps: Deps, context: Context) {
  const { title, text, back } = texts[languageOf(context, deps.config)].notThere
  context.header('Cache-Control', 'no-store')
  return showPublicPage(
    deps,
    context,
    { title, status: 404 },
    <>
      <p>{text}</p>
      <p>
        <a href={paths.start()}>{back}</a>
      </p>
    </>,
  )
}

/** Says nothing of what went wrong: in an error there may be a name or a number. */
export function failedPage(deps: Deps, context: Context) {
  const { title, kept, later } = texts[languageOf(context, deps.config)].failed
  context.header('Cache-Control', 'no-store')
  return showPublicPage(
    deps,
    context,
    { title, status: 500 },
    <>
      <p>{kept}</p>
      <p>{later}</p>
    </>,
  )
}
