import type { Context } from 'hono'
import { withQuery } from '../../platform/http/path.ts'
import { ownAddress } from '../../platform/http/same-origin.ts'
import { showPublicPage } from '../frame.tsx'
import { languageOf } from '../language.ts'
import { paths, portalRoot } from '../paths.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { texts } from './texts.ts'

/** In a frame in which nobody was handed over to us: a window of our own, where logging in works as always. */
export function signInElsewherePage(deps: PortalDeps, context: Context, naar: string | undefined) {
  const { title, text, link } = texts[languageOf(context, deps.config)].signIn
  const address = withQuery(paths.signIn(), { naar: ownAddress(naar, portalRoot) })
  return showPublicPage(
    deps,
    context,
    { title },
    <>
      <p>{text}</p>
      <a href={address} class="govuk-button" target="_blank" rel="noopener">
        {link}
      </a>
    </>,
  )
}
