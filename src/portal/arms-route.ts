import { armsPath, findArms } from '../municipalities/index.ts'
import type { Database } from '../platform/db/database.ts'
import { get, type Route } from '../platform/http/route.ts'

const year = 31_536_000

/** The arms of a municipality: the same drawing as on its letters, checked when its file was taken in. */
export function armsRoute(deps: { readonly database: Database }): Route {
  return get(armsPath, 'public', async (context) => {
    const { nisCode, version } = context.req.param() as Record<'nisCode' | 'version', string>
    const arms = await findArms(deps, { nisCode, version })
    if (arms === undefined) return context.notFound()
    return context.body(arms, 200, {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Cache-Control': `public, max-age=${year}, immutable`,
      'X-Content-Type-Options': 'nosniff',
    })
  })
}
