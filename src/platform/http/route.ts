import type { Context, Hono } from 'hono'

/** A route line says in one row what it is, what right it asks and what audit event it leaves. */
export interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** The right a person needs, or the explicit word `public`. */
  readonly access: { readonly right: string; readonly audit: string } | 'public'
  readonly handle: (context: Context) => Response | Promise<Response>
}

export function get(path: string, access: Route['access'], handle: Route['handle']): Route {
  return { method: 'GET', path, access, handle }
}

/** Adds the routes to the web application, in their order. */
export function mount(web: Hono, routes: readonly Route[]): void {
  for (const route of routes) web.on(route.method, route.path, route.handle)
}
