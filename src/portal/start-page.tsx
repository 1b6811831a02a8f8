import type { Context } from 'hono'
import { ButtonLink } from '../platform/http/components/index.ts'
import { showPublicPage } from './frame.tsx'
import { languageOf } from './language.ts'
import { paths } from './paths.ts'
import type { PortalDeps } from './portal-deps.ts'
import { texts } from './texts.ts'

/** What these pages are for; nothing of anybody before they log in. */
export function startPage(deps: PortalDeps, context: Context) {
  const words = texts[languageOf(context, deps.config)]
  const { title, text, beside, questions, ask } = words.start
  return showPublicPage(
    deps,
    context,
    { title },
    <>
      <p>{text}</p>
      {deps.citizenLogin && <ButtonLink href={paths.signIn()}>{words.signIn}</ButtonLink>}
      <p>{beside}</p>
      <h2>{questions}</h2>
      <p>{ask}</p>
    </>,
  )
}
