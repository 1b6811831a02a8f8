import type { Context } from 'hono'
import { themeAddress } from '../../platform/http/theme-route.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { script } from '../without-network/browser-files.ts'

interface TellHostProps {
  readonly deps: Pick<PortalDeps, 'config'>
  readonly context: Context
  readonly title: string
}

/** As the address of a theme with the colours left open. */
const themeOf = themeAddress({ colour: '#COLOUR', line: '#LINE' })

/**
 * In a frame: tells the site around it what the page is called, and takes its colours, as its tenant has them at this moment. They come as a
 * style sheet of our own, so that a colour in which nobody can read is not there. The page is whole without it.
 */
export function TellHost({ deps: { config }, context, title }: TellHostProps) {
  return (
    <script
      type="module"
      src={script('embedding/browser/tell-host.js')}
      nonce={context.get('secureHeadersNonce')}
      data-tell-host
      data-title={title}
      data-theme={themeOf}
      data-ancestors={config.EMBED_ANCESTORS}
    />
  )
}
