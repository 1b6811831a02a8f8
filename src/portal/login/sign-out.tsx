import type { Context } from 'hono'
import { ButtonLink } from '../../platform/http/components/index.ts'
import { dropToken, readToken, wipeBrowser } from '../cookies.ts'
import { showingOf } from '../embedding/showing.ts'
import { texts as embeddedTexts } from '../embedding/texts.ts'
import { showPublicPage } from '../frame.tsx'
import { languageOf } from '../language.ts'
import { paths } from '../paths.ts'
import { cacheName } from '../polling-desk/keeping.tsx'
import type { Portal } from '../portal.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { script } from '../without-network/browser-files.ts'
import { endSession } from './citizen-session.ts'
import { forgetForm } from './kept-form.ts'
import { texts } from './texts.ts'

/** Ends the session here first, then at the login service; the browser forgets what it kept of these pages. */
export async function signOut({ deps, context }: Portal): Promise<Response> {
  await endSession(deps, readToken(context, deps.config))
  dropToken(context, deps.config)
  forgetForm(deps, context)
  // The session of the site around a frame is that site's, and it kept nothing of ours.
  if (showingOf(context, deps.config) === 'frame') return context.redirect(paths.signedOut(), 303)
  wipeBrowser(context, deps.config)
  const returnTo = deps.config.PORTAL_URL + paths.signedOut()
  const goodbye = await deps.citizenLogin?.goodbye({ switching: false, returnTo })
  return context.redirect(goodbye ?? returnTo, 303)
}

export function signedOutPage(deps: PortalDeps, context: Context) {
  const words = texts[languageOf(context, deps.config)]
  if (showingOf(context, deps.config) === 'frame') return signedOutOfFramePage(deps, context)
  return showPublicPage(
    deps,
    context,
    { title: words.signedOut.title },
    <>
      <p>{words.signedOut.text}</p>
      <ButtonLink href={paths.signIn()}>{words.signIn}</ButtonLink>
      <script
        type="module"
        src={script('polling-desk/browser/forget-screen.js')}
        data-cache-name={cacheName}
        nonce={context.get('secureHeadersNonce')}
      />
    </>,
  )
}

function signedOutOfFramePage(deps: PortalDeps, context: Context) {
  const language = languageOf(context, deps.config)
  const { title } = texts[language].signedOut
  return showPublicPage(deps, context, { title }, <p>{embeddedTexts[language].signedOut}</p>)
}
