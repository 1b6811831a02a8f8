import { Hono } from 'hono'
import { consumerRoutes } from './consumer-routes.ts'
import type { Faults } from './faults.ts'
import { federalPaths, federalRoutes, registryPath } from './federal-routes.ts'
import { consentSearchPath, federationRoutes } from './federation-routes.ts'
import { inboxRoutes } from './inbox-routes.tsx'
import { magdaPaths, magdaRoutes } from './magda-routes.ts'
import { referenceDataRoutes } from './reference-data.ts'
import type { StandInEnv } from './replies.ts'
import { simRoutes } from './sim-routes.ts'
import type { EboxState } from './state.ts'
import { strike } from './strike.ts'
import { magdaTokenPath, tokenPath, tokenRoutes } from './token-routes.ts'
import type { Tokens } from './tokens.ts'

export type AppDeps = Readonly<{
  state: EboxState
  tokens: Tokens
  faults: Faults
  ownUrl: () => string
  /** Aborted when the stand-in stops, so that no late reply keeps it alive. */
  closing: AbortSignal
}>

/** All doors of the stand-in. Faults strike only the official ones, never its own side door or the inbox. */
export function createApp(deps: AppDeps) {
  const { state, tokens, faults, ownUrl, closing } = deps
  const app = new Hono<StandInEnv>({ strict: false })

  const struck = { faults, tokens, now: state.now, closing }
  for (const path of [tokenPath, magdaTokenPath]) app.post(path, strike(struck, 'token'))
  for (const path of [...federalPaths.publish, magdaPaths.publish]) app.post(path, strike(struck, 'publish'))
  for (const path of [...federalPaths.status, magdaPaths.status]) app.post(path, strike(struck, 'status'))
  app.post(consentSearchPath, strike(struck, 'other'))
  app.get(`${registryPath}/*`, strike(struck, 'other'))

  app.get('/health', (c) => c.json({ status: 'UP' }))
  app.route('/', tokenRoutes(state, tokens, ownUrl))
  app.route('/', federalRoutes(state, tokens))
  app.route('/', magdaRoutes(state, tokens))
  app.route('/', federationRoutes(state, tokens))
  app.route('/', consumerRoutes({ state, tokens, ownUrl }))
  app.route('/', referenceDataRoutes(state, tokens))
  app.route('/', inboxRoutes(state))
  app.route('/', simRoutes(state, tokens, faults))
  return app
}
