import { makeStatusList } from '../../letters/index.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { paths } from '../paths.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { rememberBriefly } from '../remember-briefly.ts'

const aFewMinutes = 300

/** The signed list of an election, for everybody: whole, so that nobody has to say which letter they hold. */
export function statusListRoute(deps: Pick<PortalDeps, 'database' | 'signer' | 'clock'>): Route {
  const listOf = rememberBriefly(deps.clock, aFewMinutes, (name) => {
    const [issuer, election] = name.split('/') as [string, string]
    return makeStatusList(deps, { issuer, election })
  })
  return get(paths.statusList, 'public', async (context) => {
    const { issuer, election } = context.req.param() as Record<'issuer' | 'election', string>
    const isOne = /^\d{10}$/.test(issuer) && /^[0-9a-f]{16}$/.test(election)
    const list = isOne ? await listOf(`${issuer}/${election}`) : undefined
    if (!list) return context.notFound()
    return context.body(new Uint8Array(list), 200, {
      'Content-Type': 'application/cose; cose-type="cose-sign1"',
      'Cache-Control': `public, max-age=${aFewMinutes}`,
      'Access-Control-Allow-Origin': '*',
    })
  })
}
