import type { Context } from 'hono'
import { ButtonLink } from '../../platform/http/components/index.ts'
import type { DeskDeps } from '../desk-deps.ts'
import { Frame } from '../frame.tsx'
import { paths } from '../paths.ts'
import { texts as frameTexts } from '../texts.nl.ts'
import { texts } from './texts.nl.ts'

const words = texts.noNetwork

/** What a counter sees instead of its page while there is no network: the same for everybody, kept by its browser. */
export function showNoNetwork({ config }: Pick<DeskDeps, 'config'>, context: Context) {
  context.header('Cache-Control', 'no-cache')
  return context.html(
    <Frame
      title={`${words.title} · ${frameTexts.product}`}
      nonce={context.get('secureHeadersNonce')}
      isPractice={config.KIESLOKET_ENV === 'development'}
    >
      <h1>{words.title}</h1>
      <p class="desk-lead">{words.lead}</p>
      <p>{words.goOn}</p>
      <ButtonLink href={paths.offlineCounter()}>{texts.shell.title}</ButtonLink>
      <p>{words.unsure}</p>
      <p>{words.back}</p>
    </Frame>,
  )
}
