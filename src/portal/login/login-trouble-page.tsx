import type { Context } from 'hono'
import type { MunicipalitySettings } from '../../municipalities/index.ts'
import { ButtonLink } from '../../platform/http/components/index.ts'
import { withQuery } from '../../platform/http/path.ts'
import type { LoginRefusal } from '../../platform/identity.ts'
import { showPublicPage } from '../frame.tsx'
import { languageOf } from '../language.ts'
import { paths } from '../paths.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { texts } from './texts.ts'

const statuses = {
  cancelled: 200,
  'not-accepted': 400,
  'not-fresh': 403,
  'other-level': 403,
  'not-reached': 503,
  'too-many': 429,
  'not-set-up': 503,
} as const satisfies Record<LoginRefusal | 'too-many' | 'not-set-up', number>

export type LoginTrouble = keyof typeof statuses

/** Why somebody is not logged in, and what they can do: always also without this page. In the look of where they came from. */
export function loginTroublePage(
  deps: PortalDeps,
  context: Context,
  trouble: LoginTrouble,
  municipality?: MunicipalitySettings,
) {
  const words = texts[languageOf(context, deps.config, municipality)]
  const { title, text } = words.trouble[trouble]
  // The service remembers by which means somebody logged in: only when it asks anew can they choose another.
  const vers = trouble === 'other-level' ? 'ja' : undefined
  const again = withQuery(paths.signIn(), { gemeente: municipality?.slug, vers })
  if (trouble === 'too-many') context.header('Retry-After', '60')
  return showPublicPage(
    deps,
    context,
    { title, municipality, status: statuses[trouble] },
    <>
      <p>{text}</p>
      {trouble !== 'not-set-up' && <ButtonLink href={again}>{words.again}</ButtonLink>}
      <p>{words.withoutThisPage}</p>
    </>,
  )
}
