import type { Context } from 'hono'
import { openVolunteerCalls } from '../bureaus/index.ts'
import type { Election } from '../elections/index.ts'
import { findMunicipality, type MunicipalitySettings } from '../municipalities/index.ts'
import { ButtonLink } from '../platform/http/components/index.ts'
import { withQuery } from '../platform/http/path.ts'
import { toEntrance } from './embedding/enter.ts'
import { showPublicPage } from './frame.tsx'
import { languageOf } from './language.ts'
import { municipalityOf } from './municipality-of.ts'
import { paths } from './paths.ts'
import type { PortalDeps } from './portal-deps.ts'
import { texts } from './texts.ts'
import { VolunteersWanted } from './volunteers/volunteers-wanted.tsx'

/** What these pages are for; nothing of anybody before they log in. */
export function startPage(deps: PortalDeps, context: Context) {
  return toEntrance(context) ?? showStart(deps, context)
}

/** The same in the look of a municipality, for the link on its own site: the login that begins here keeps it. */
export async function startPageOf(deps: PortalDeps, context: Context) {
  const entrance = toEntrance(context)
  if (entrance) return entrance
  const municipality = await municipalityOf(deps, context.req.param('municipality'))
  if (!municipality) return context.notFound()
  const known = await findMunicipality(deps.database, municipality.slug)
  const calls = known ? await openVolunteerCalls(deps, known.municipalityId) : []
  return showStart(deps, context, municipality, calls)
}

function showStart(
  deps: PortalDeps,
  context: Context,
  municipality?: MunicipalitySettings,
  calls: readonly Election[] = [],
) {
  const language = languageOf(context, deps.config, municipality)
  const words = texts[language]
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
      {municipality && <VolunteersWanted {...{ municipality, calls, language }} />}
      <h2>{questions}</h2>
      <p>{ask}</p>
    </>,
  )
}
