import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import {
  confirmOffer,
  offerOfLink,
  offerToConfirm,
  type Volunteer,
  withdrawOffer,
} from '../../bureaus/index.ts'
import { Button } from '../../platform/http/components/index.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { showPublicPage } from '../frame.tsx'
import { langOf, languageOf } from '../language.ts'
import { hashOfSecret } from '../mail/links.ts'
import { paths } from '../paths.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { texts } from './texts.ts'

/**
 * What the links of a mail to a volunteer lead to: without login, on any device, for who has the link got the mail. Opening one does
 * nothing, because mailboxes open links to look at them; the button does. They name nobody.
 */
export function offerLinkRoutes(deps: PortalDeps): readonly Route[] {
  const hashIn = (context: Context) => hashOfSecret(context.req.param('secret') ?? '')
  const wordsFor = (context: Context) => texts[languageOf(context, deps.config)]
  const goneConfirm = (context: Context) => {
    const { gone, goneText } = wordsFor(context).confirm
    return linkPage(deps, context, gone, <p>{goneText}</p>)
  }
  return [
    get(paths.confirmOffer, 'public', async (context) => {
      const hash = hashIn(context)
      if (!hash || !(await offerToConfirm(deps, hash))) return goneConfirm(context)
      const { title, text, button } = wordsFor(context).confirm
      return linkPage(deps, context, title, <Asked {...{ text, button }} />)
    }),
    post(paths.confirmOffer, 'public', async (context) => {
      const hash = hashIn(context)
      if (!hash || !(await confirmOffer(deps, hash))) return goneConfirm(context)
      const { done, doneText } = wordsFor(context).confirm
      return linkPage(deps, context, done, <p>{doneText}</p>)
    }),
    get(paths.myOffer, 'public', async (context) => {
      const hash = hashIn(context)
      return offerPage(deps, context, hash && (await offerOfLink(deps, hash)))
    }),
    // Also what a mailbox sends by itself for its own button (RFC 8058): it has no page of ours, and no cookie.
    post(paths.myOffer, 'public', async (context) => {
      const hash = hashIn(context)
      const found = hash && (await offerOfLink(deps, hash))
      if (found) await withdrawOffer(deps, found)
      return offerPage(deps, context, hash && (await offerOfLink(deps, hash)))
    }),
  ]
}

function offerPage(deps: PortalDeps, context: Context, found: Volunteer | undefined) {
  const language = languageOf(context, deps.config)
  const { title, states, reason, withdrawText, button, gone, goneText } = texts[language].offer
  if (!found) return linkPage(deps, context, gone, <p>{goneText}</p>)
  const { state } = found
  return linkPage(
    deps,
    context,
    title,
    <>
      <p>{states[state]}</p>
      {state === 'REFUSED' && found.reason && (
        <p>
          {reason} <q lang={langOf('nl', language)}>{found.reason}</q>
        </p>
      )}
      {state !== 'WITHDRAWN' && <Asked {...{ text: withdrawText, button }} />}
    </>,
  )
}

/** A form that does it, sent to the same address. */
function Asked({ text, button }: { readonly text: string; readonly button: string }) {
  return (
    <>
      <p>{text}</p>
      <form method="post">
        <Button>{button}</Button>
      </form>
    </>
  )
}

function linkPage(deps: PortalDeps, context: Context, title: string, body: Child) {
  context.header('Cache-Control', 'no-store')
  return showPublicPage(deps, context, { title }, body)
}
