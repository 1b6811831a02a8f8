import type { Context } from 'hono'
import { paths, portalRoot } from '../paths.ts'

/** A citizen's own pages and the first one: not the staff's, nor those for everybody, as the check of a letter. */
export function isForFrames(path: string): boolean {
  return path === paths.start() || path.startsWith(`${portalRoot}/`)
}

/**
 * Whether a page that is for frames is asked for in one, as the browser itself says of every page, form and redirect in it (`Sec-Fetch-Dest`,
 * which no script can set). So nothing in the address has to say it. Where nobody may frame us there are no frames; nor are
 * there any for a browser that does not say it (Safari before 16.4).
 */
export function isFramed(
  context: Context,
  { EMBED_ANCESTORS }: { readonly EMBED_ANCESTORS?: string | undefined },
): boolean {
  const isAsked = EMBED_ANCESTORS !== undefined && context.req.header('Sec-Fetch-Dest') === 'iframe'
  return isAsked && isForFrames(context.req.path)
}
