import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { ButtonLink } from '../../platform/http/components/index.ts'
import { withQuery } from '../../platform/http/path.ts'
import type { DeskDeps } from '../desk-deps.ts'
import { Frame } from '../frame.tsx'
import { paths } from '../paths.ts'
import { texts as frameTexts } from '../texts.nl.ts'
import { texts } from './texts.nl.ts'

const troubles = {
  'no-access': [texts.noAccess, 403],
  ended: [texts.ended, 403],
  cancelled: [texts.cancelled, 200],
  'not-accepted': [texts['not-accepted'], 400],
  'not-fresh': [texts['not-fresh'], 403],
  'not-reached': [texts['not-reached'], 503],
  'too-many': [texts['too-many'], 429],
  'not-set-up': [texts['not-set-up'], 503],
} as const

export type LoginTrouble = keyof typeof troubles

/** Why somebody is not logged in, and what they can do. The same page whether their organisation is here or not. */
export function loginTroublePage(
  { config }: Pick<DeskDeps, 'config'>,
  context: Context,
  trouble: LoginTrouble,
) {
  const [words, status] = troubles[trouble]
  if (trouble === 'too-many') context.header('Retry-After', '60')
  return context.html(
    <BarePage config={config} context={context} title={words.title}>
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

/** The service remembers who one is: without choosing anew, somebody who is refused would be refused again. */
function againFor(trouble: LoginTrouble): string {
  const isRefused = trouble === 'no-access' || trouble === 'ended'
  return isRefused ? withQuery(paths.signIn(), { wissel: 'ja' }) : paths.signIn()
}

/** A page for whoever is not logged in. */
export function BarePage(props: {
  config: DeskDeps['config']
  context: Context
  title: string
  children?: Child
}) {
  return (
    <Frame
      title={`${props.title} · ${frameTexts.product}`}
      nonce={props.context.get('secureHeadersNonce')}
      isPractice={props.config.KIESLOKET_ENV === 'development'}
    >
      <h1>{props.title}</h1>
      {props.children}
    </Frame>
  )
}
