import type { Context } from 'hono'

/** The address of this request, with what is asked behind it. */
export function hereOf(context: Context): string {
  const { pathname, search } = new URL(context.req.url)
  return pathname + search
}

/** The page on which a form stood: that of its own address, or the nearest above it; `start` when there is none. */
export function pageAbove(pathname: string, pages: readonly string[], start: string): string {
  const isPage = (address: string) => pages.some((page) => fits(page, address))
  let address = pathname
  while (address.length > 1 && !isPage(address)) address = address.slice(0, address.lastIndexOf('/'))
  return address || start
}

function fits(pattern: string, address: string): boolean {
  const [wanted, parts] = [pattern.split('/'), address.split('/')]
  return (
    wanted.length === parts.length && wanted.every((part, at) => part.startsWith(':') || part === parts[at])
  )
}
