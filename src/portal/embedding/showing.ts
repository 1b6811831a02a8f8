import type { Context } from 'hono'
import * as cookies from '../../platform/http/cookies.ts'
import { cookieNames, siteOf } from '../cookies.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { isFramed } from './is-framed.ts'

/**
 * How these pages are shown: `alone`, in a window of their own; in a `frame` of a site that may; or by an `app` in a window of its
 * own (a webview), which to a browser is a window like any other.
 */
export type Showing = 'alone' | 'frame' | 'app'

type Config = PortalDeps['config']

export function showingOf(context: Context, config: Config): Showing {
  if (isFramed(context, config)) return 'frame'
  return cookies.readCookie(context, siteOf(config), cookieNames.app) === undefined ? 'alone' : 'app'
}

/** For as long as a session may last: an app that opens its window again says it again. */
export function rememberApp(context: Context, config: Config): void {
  cookies.giveCookie(context, siteOf(config), cookieNames.app, 'ja', config.CITIZEN_SESSION_MINUTES * 60)
}
