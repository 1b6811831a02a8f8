import type { Context, Hono } from 'hono'
import type { Path } from './path.ts'

/** What a route asks of the person who comes, and what it leaves behind. */
export interface Access<Right extends string = string> {
  /** The right a person needs. */
  readonly right: Right
  /** The event in the audit log: of a GET that it was opened, of a POST the deed, which its use case writes. */
  readonly audit: string
  /** Only for who proved who they are a moment ago: for what can't be taken back. */
  readonly fresh?: boolean
  /** The handler reads the body itself, as it comes in: see `readUpload`. */
  readonly upload?: boolean
  /** A page asks it by itself: that somebody is still there does not follow from it. */
  readonly passive?: boolean
  /** Where somebody goes who is not logged in; absent: to the login, and back. */
  readonly away?: string
}

/** A route line says in one row what it is, what right it asks and what audit event it leaves. */
export interface Route<Facts = Context, Right extends string = string> {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** What it asks of who comes, or the explicit word `public`. */
  readonly access: Access<Right> | 'public'
  readonly handle: (facts: Facts) => Response | Promise<Response>
}

type Handle<Facts> = Route<Facts>['handle']

export function get<Facts = Context, Right extends string = string>(
  path: string | Pick<Path, 'pattern'>,
  access: Route<Facts, Right>['access'],
  handle: Handle<Facts>,
): Route<Facts, Right> {
  return { method: 'GET', path: patternOf(path), access, handle }
}

export function post<Facts = Context, Right extends string = string>(
  path: string | Pick<Path, 'pattern'>,
  access: Route<Facts, Right>['access'],
  handle: Handle<Facts>,
): Route<Facts, Right> {
  return { method: 'POST', path: patternOf(path), access, handle }
}

function patternOf(path: string | Pick<Path, 'pattern'>): string {
  return typeof path === 'string' ? path : path.pattern
}

/** Adds the routes to the web application, in their order. */
export function mount(web: Hono, routes: readonly Route[]): void {
  for (const route of routes) web.on(route.method, route.path, route.handle)
}
