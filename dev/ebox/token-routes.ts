import { Hono } from 'hono'
import type { StandInEnv } from './replies.ts'
import type { EboxState } from './state.ts'
import { answerTokenRequest, type Tokens } from './tokens.ts'

export const tokenPath = '/REST/oauth/v5/token'
export const magdaTokenPath = '/authorization/ws/oauth/v2/token'

/** The token endpoints of the federal registry and of MAGDA: alike, but each is its own audience. */
export function tokenRoutes(state: EboxState, tokens: Tokens, ownUrl: () => string) {
  const routes = new Hono<StandInEnv>()
  for (const path of [tokenPath, magdaTokenPath]) {
    routes.post(path, async (c) => {
      const form = new URLSearchParams(await c.req.text())
      const reply = await answerTokenRequest(state, tokens, { form, audience: ownUrl() + path })
      c.header('Cache-Control', 'no-store')
      const { ok, ...body } = reply
      return c.json(body, ok ? 200 : !reply.ok && reply.error === 'invalid_client' ? 401 : 400)
    })
  }
  return routes
}
