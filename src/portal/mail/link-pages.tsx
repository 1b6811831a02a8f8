import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { Button, ButtonLink } from '../../platform/http/components/index.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { showPublicPage } from '../frame.tsx'
import { languageOf } from '../language.ts'
import { paths } from '../paths.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { confirmAddress, findConfirmable } from './confirm-address.ts'
import { findStoppable, stopMail } from './stop-mail.ts'
import { texts } from './texts.ts'

/**
 * What the links of a mail lead to: without login, on any device, for who has the link got the mail. Opening one does nothing, because
 * mailboxes open links to look at them; the button does. They say nothing of whom or what it is about.
 */
export function mailLinkRoutes(deps: PortalDeps): readonly Route[] {
  const secretIn = (context: Context) => context.req.param('secret') ?? ''
  const wordsFor = (context: Context) => texts[languageOf(context, deps.config)]
  return [
    get(paths.confirmMail, 'public', async (context) => {
      const found = await findConfirmable(deps, secretIn(context))
      const { title, text, button } = wordsFor(context).confirm
      return found ? linkPage(deps, context, { title, text, button }) : goneConfirm(deps, context)
    }),
    post(paths.confirmMail, 'public', async (context) => {
      const isConfirmed = await confirmAddress(deps, secretIn(context))
      const { done, doneText } = wordsFor(context).confirm
      return isConfirmed
        ? linkPage(deps, context, { title: done, text: doneText })
        : goneConfirm(deps, context)
    }),
    get(paths.endMail, 'public', async (context) => {
      const found = await findStoppable(deps, secretIn(context))
      const { title, text, notMe, button } = wordsFor(context).stop
      if (!found) return goneStop(deps, context)
      return linkPage(deps, context, { title, text: found.confirmedAt ? text : notMe, button })
    }),
    // Also what a mailbox sends by itself for its own button (RFC 8058): it has no page of ours, and no cookie.
    post(paths.endMail, 'public', async (context) => {
      const found = await findStoppable(deps, secretIn(context))
      if (!found) return goneStop(deps, context)
      await stopMail(deps, found, 'link')
      const { done, doneText } = wordsFor(context).stop
      return linkPage(deps, context, { title: done, text: doneText })
    }),
  ]
}

function goneConfirm(deps: PortalDeps, context: Context) {
  const { gone, goneText, login } = texts[languageOf(context, deps.config)].confirm
  const toLogin = <ButtonLink href={paths.myData()}>{login}</ButtonLink>
  return linkPage(deps, context, { title: gone, text: goneText }, toLogin)
}

function goneStop(deps: PortalDeps, context: Context) {
  const { gone, goneText } = texts[languageOf(context, deps.config)].stop
  return linkPage(deps, context, { title: gone, text: goneText })
}

interface Told {
  readonly title: string
  readonly text: string
  /** What a form on this page does, sent to the same address. */
  readonly button?: string
}

function linkPage(deps: PortalDeps, context: Context, { title, text, button }: Told, more?: Child) {
  context.header('Cache-Control', 'no-store')
  return showPublicPage(
    deps,
    context,
    { title },
    <>
      <p>{text}</p>
      {button && (
        <form method="post">
          <Button>{button}</Button>
        </form>
      )}
      {more}
    </>,
  )
}
