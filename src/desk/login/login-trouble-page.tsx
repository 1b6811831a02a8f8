import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { findSession, getSettings, type MunicipalitySettings } from '../../municipalities/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { ButtonLink } from '../../platform/http/components/index.ts'
import { withQuery } from '../../platform/http/path.ts'
import { themeAddress, wholeTheme } from '../../platform/http/theme-route.ts'
import { readCookie } from '../cookies.ts'
import { type DeskDeps, sessionLimits } from '../desk-deps.ts'
import { BareHeader, Frame } from '../frame.tsx'
import { paths } from '../paths.ts'
import { texts as frameTexts } from '../texts.nl.ts'
import { texts } from './texts.nl.ts'

const troubles = {
  'no-access': [texts.noAccess, 403],
  ended: [texts.ended, 403],
  cancelled: [texts.cancelled, 200],
  'not-accepted': [texts['not-accepted'], 400],
  'not-fresh': [texts['not-fresh'], 403],
  'other-level': [texts['other-level'], 403],
  'not-reached': [texts['not-reached'], 503],
  'too-many': [texts['too-many'], 429],
  'not-set-up': [texts['not-set-up'], 503],
} as const

export type LoginTrouble = keyof typeof troubles

/**
 * Why somebody is not logged in, and what they can do. The same page whether their organisation is here or not; of their
 * municipality only where they are logged in already, and had to prove again who they are.
 */
export async function loginTroublePage(deps: DeskDeps, context: Context, trouble: LoginTrouble) {
  const { config } = deps
  const [words, status] = troubles[trouble]
  const municipality = isAboutOwn(trouble) ? await ownMunicipality(deps, context) : undefined
  if (trouble === 'too-many') context.header('Retry-After', '60')
  return context.html(
    <BarePage config={config} context={context} title={words.title} municipality={municipality}>
      <p>{words.text}</p>
      {'help' in words && <p>{words.help}</p>}
      {trouble === 'not-set-up' && config.KIESLOKET_ENV === 'development' && (
        <ButtonLink href={paths.become()}>{texts.become.title}</ButtonLink>
      )}
      {trouble !== 'not-set-up' && <ButtonLink href={againFor(trouble)}>{texts.again}</ButtonLink>}
    </BarePage>,
    status,
  )
}

/** A refusal is of the organisation that was chosen, which may be another; too many tries cost us no look-up. */
function isAboutOwn(trouble: LoginTrouble): boolean {
  return trouble !== 'no-access' && trouble !== 'ended' && trouble !== 'too-many'
}

async function ownMunicipality(deps: DeskDeps, context: Context): Promise<MunicipalitySettings | undefined> {
  const token = readCookie(context, deps.config, 'session') ?? ''
  const found = await findSession(deps, token, { ...sessionLimits(deps), isPassive: true })
  if (found.is !== 'running') return undefined
  const { municipalityId } = found.session
  return deps.database.inScope(staffOf(municipalityId), (db) => getSettings(db, municipalityId))
}

/** The service remembers who one is: without choosing anew, somebody who is refused would be refused again. */
function againFor(trouble: LoginTrouble): string {
  const isRefused = trouble === 'no-access' || trouble === 'ended'
  if (trouble === 'other-level') return withQuery(paths.signIn(), { vers: 'ja' })
  return isRefused ? withQuery(paths.signIn(), { wissel: 'ja' }) : paths.signIn()
}

/** A page for whoever is not logged in. */
export function BarePage(props: {
  config: DeskDeps['config']
  context: Context
  title: string
  municipality?: MunicipalitySettings | undefined
  children?: Child
}) {
  const theme = wholeTheme(props.municipality?.theme)
  return (
    <Frame
      title={`${props.title} · ${frameTexts.product}`}
      nonce={props.context.get('secureHeadersNonce')}
      header={<BareHeader municipality={props.municipality} />}
      theme={theme && themeAddress(theme)}
      isPractice={props.config.KIESLOKET_ENV === 'development'}
    >
      <h1>{props.title}</h1>
      {props.children}
    </Frame>
  )
}
