import type { Context } from 'hono'

/**
 * Whether the page is asked for in a frame, as the browser itself says of every page, form and redirect in it (`Sec-Fetch-Dest`,
 * which no script can set). So nothing in the address has to say it. Where nobody may frame us there are no frames; nor are
 * there any for a browser that does not say it (Safari before 16.4).
 */
export function isFramed(
  context: Context,
  { EMBED_ANCESTORS }: { readonly EMBED_ANCESTORS?: string | undefined },
): boolean {
  return EMBED_ANCESTORS !== undefined && context.req.header('Sec-Fetch-Dest') === 'iframe'
}
