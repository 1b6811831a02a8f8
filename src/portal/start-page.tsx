import type { Context } from 'hono'
import type { MunicipalitySettings } from '../municipalities/index.ts'
import { ButtonLink } from '../platform/http/components/index.ts'
import { withQuery } from '../platform/http/path.ts'
import { toEntrance } from './embedding/enter.ts'
import { showPublicPage } from './frame.tsx'
import { languageOf } from './language.ts'
import { municipalityOf } from './municipality-of.ts'
import { paths } from './paths.ts'
import type { PortalDeps } from './portal-deps.ts'
import { texts } from './texts.ts'

/** What these pages are for; nothing of anybody before they log in. */
export function startPage(deps: PortalDeps, context: Context) {
  return toEntrance(context) ?? showStart(deps, context)
}

/** The same in the look of a municipality, for the link on its own site: the login that begins here keeps it. */
export async function startPageOf(deps: PortalDeps, context: Context) {
  const municipality = await municipalityOf(deps, context.req.param('municipality'))
  return municipality ? showStart(deps, context, municipality) : context.notFound()
}

function showStart(deps: PortalDeps, context: Context, municipality?: MunicipalitySettings) {
  const words = texts[languageOf(context, deps.config)]
  const { title, text, beside, questions, ask } = words.start
  const signIn = withQuery(paths.signIn(), { gemeente: municipality?.slug })
  return showPublicPage(
    deps,
    context,
    { title, municipality },
    <>
      <p>{text}</p>
      {deps.citizenLogin && <ButtonLink href={signIn}>{words.signIn}</ButtonLink>}
      <p>{beside}</p>
      <h2>{questions}</h2>
      <p>{ask}</p>
    </>,
  )
}
