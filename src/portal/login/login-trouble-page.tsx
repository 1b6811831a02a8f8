import type { Context } from 'hono'
import { ButtonLink } from '../../platform/http/components/index.ts'
import type { LoginRefusal } from '../../platform/identity.ts'
import { BarePage } from '../frame.tsx'
import { paths } from '../paths.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { texts } from './texts.nl.ts'

const statuses = {
  cancelled: 200,
  'not-accepted': 400,
  'not-fresh': 403,
  'not-reached': 503,
  'too-many': 429,
  'not-set-up': 503,
} as const satisfies Record<LoginRefusal | 'too-many' | 'not-set-up', number>

export type LoginTrouble = keyof typeof statuses

/** Why somebody is not logged in, and what they can do: always also without this page. */
export function loginTroublePage(deps: PortalDeps, context: Context, trouble: LoginTrouble) {
  const { title, text } = texts.trouble[trouble]
  if (trouble === 'too-many') context.header('Retry-After', '60')
  return context.html(
    <BarePage deps={deps} title={title}>
      <p>{text}</p>
      {trouble !== 'not-set-up' && <ButtonLink href={paths.signIn()}>{texts.again}</ButtonLink>}
      <p>{texts.withoutThisPage}</p>
    </BarePage>,
    statuses[trouble],
  )
}
