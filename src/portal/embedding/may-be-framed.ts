import type { Context } from 'hono'
import { paths, portalRoot } from '../paths.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { isFramed } from './is-framed.ts'

/** A page of a citizen that is asked for in a frame, where some site may frame us: not the staff's, nor the check of a letter. */
export function mayBeFramed(context: Context, config: PortalDeps['config']): boolean {
  const { path } = context.req
  const isOfCitizen = path === paths.start() || path.startsWith(`${portalRoot}/`)
  return isOfCitizen && isFramed(context, config)
}
