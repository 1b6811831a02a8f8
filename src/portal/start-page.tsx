import type { Context } from 'hono'
import { ButtonLink } from '../platform/http/components/index.ts'
import { BarePage } from './frame.tsx'
import { paths } from './paths.ts'
import type { PortalDeps } from './portal-deps.ts'
import { texts } from './texts.nl.ts'

/** What these pages are for; nothing of anybody before they log in. */
export function startPage(deps: PortalDeps, context: Context) {
  const { title, text, beside, questions, ask } = texts.start
  return context.html(
    <BarePage deps={deps} title={title}>
      <p>{text}</p>
      {deps.citizenLogin && <ButtonLink href={paths.signIn()}>{texts.signIn}</ButtonLink>}
      <p>{beside}</p>
      <h2>{questions}</h2>
      <p>{ask}</p>
    </BarePage>,
  )
}
