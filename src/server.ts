import { Hono, type MiddlewareHandler } from 'hono'
import { NONCE, secureHeaders } from 'hono/secure-headers'
import type { App } from './app.ts'
import { type DeskDeps, routesOfDesk } from './desk/index.ts'
import { letterStyle } from './letters/index.ts'
import { listMunicipalities } from './municipalities/index.ts'
import { databaseComponent, startOperations } from './operations.ts'
import { sha256 } from './platform/hash.ts'
import { assetRoute } from './platform/http/assets.ts'
import { compressPages } from './platform/http/compress-pages.ts'
import { gridTileRoute } from './platform/http/grid-tile.ts'
import { keySetRoute } from './platform/http/key-set-route.ts'
import { listen, type PortSetting } from './platform/http/listen.ts'
import { mount, type Route } from './platform/http/route.ts'
import { themeRoute } from './platform/http/theme-route.ts'
import { withoutTrailingSlash } from './platform/http/trailing-slash.ts'
import { watchRequests } from './platform/http/watch-requests.ts'
import { refuseNulInAddress } from './platform/http/without-nul.ts'
import { createMetrics } from './platform/metrics.ts'
import {
  cookiesWithoutSession,
  failedPage,
  isFramed,
  notFoundPage,
  type PortalDeps,
  routesOfPortal,
} from './portal/index.ts'
import { watchReadings } from './voters/index.ts'

/** What the pages need of the application. */
export type WebDeps = DeskDeps & PortalDeps & Pick<App, 'keySet'>

/** Every route of the pages, for the server and for the test that walks them. */
export function routesOf(app: WebDeps): readonly Route[] {
  return [
    ...routesOfPortal(app),
    ...[assetRoute, gridTileRoute, themeRoute],
    keySetRoute(app.keySet),
    ...routesOfDesk(app),
  ]
}

/** A letter as a page of its own carries its style within. */
const letterStyleSource = `'sha256-${sha256(letterStyle).toString('base64')}'`

/**
 * No page is shown in a frame, but a citizen's own in one that asks for it, on the sites that the settings name: the browser looks at
 * every site around it, not at the nearest only.
 */
function securityHeaders(app: WebDeps): MiddlewareHandler {
  const { EMBED_ANCESTORS } = app.config
  const alone = headersWith(app, ["'none'"])
  if (!EMBED_ANCESTORS) return alone
  const framed = headersWith(app, EMBED_ANCESTORS.split(' '))
  return (context, next) => (isFramed(context, app.config) ? framed : alone)(context, next)
}

/** What a browser may load, send and show: our own things, and at the login service the end of a session; tiles of a map. */
function headersWith(
  { loginService, citizenLogin, config }: Pick<WebDeps, 'loginService' | 'citizenLogin' | 'config'>,
  frameAncestors: string[],
): MiddlewareHandler {
  const self = ["'self'"]
  const isNeverFramed = frameAncestors.includes("'none'")
  return secureHeaders({
    contentSecurityPolicy: {
      ...{
        defaultSrc: ["'none'"],
        styleSrc: [...self, letterStyleSource],
        imgSrc: [...self, ...mapOrigins(config)],
        fontSrc: self,
        ...{ connectSrc: self, workerSrc: self },
      },
      ...{ scriptSrc: [NONCE], baseUri: ["'none'"], frameAncestors },
      formAction: [...self, ...origins([loginService, citizenLogin])],
    },
    // It knows no other sites than our own: where some may, `frame-ancestors` alone says which.
    xFrameOptions: isNeverFramed ? 'DENY' : false,
    referrerPolicy: 'same-origin',
    // A page that works without network says itself what it may do, which is other things.
    overwrite: false,
  })
}

function origins(services: readonly ({ readonly origin: string } | undefined)[]): string[] {
  return [...new Set(services.flatMap((service) => service?.origin ?? []))]
}

/** Where tiles of the map come from, if an installation says so. */
function mapOrigins({ MAP_TILES }: WebDeps['config']): string[] {
  return MAP_TILES ? [new URL(MAP_TILES).origin] : []
}

export function createWeb(app: WebDeps, ...watches: readonly MiddlewareHandler[]): Hono {
  const web = new Hono()
  for (const watch of watches) web.use(watch)
  web.use(securityHeaders(app))
  web.use(compressPages(cookiesWithoutSession))
  web.use(refuseNulInAddress((context) => notFoundPage(app, context)))
  mount(web, routesOf(app))
  // Without this an error would be printed as it is, with whatever number or name is in it.
  web.onError((_error, context) => failedPage(app, context))
  web.notFound((context) => withoutTrailingSlash(context) ?? notFoundPage(app, context))
  return web
}

export interface Serving {
  readonly url: string
  readonly operationsUrl: string
  close(): Promise<void>
}

/**
 * Serves the pages and, on a second port, health and metrics. Port 0 takes a free one; so do the settings in
 * `movable` when their port is taken. Throws a `ConfigError` when one of the others is.
 */
export async function startServer(
  app: App,
  { movable = [] }: { movable?: readonly PortSetting[] } = {},
): Promise<Serving> {
  const may = (setting: PortSetting) => ({ movable: movable.includes(setting) })
  let stopping = false
  const metrics = createMetrics()
  const pages = createWeb(app, watchRequests({ ...app, metrics }))
  const web = await listen(pages, { setting: 'PORT', port: app.config.PORT, ...may('PORT') })
  const seen = { metrics, components: [databaseComponent(app)], stopping: () => stopping }
  const readings = watchReadings(app, {
    municipalities: async () =>
      (await listMunicipalities(app.database)).map(({ municipalityId }) => municipalityId),
  })
  const operations = await startOperations(app, seen, may('METRICS_PORT')).catch(async (error) => {
    await readings.stop()
    await web.close()
    throw error
  })
  return {
    url: web.url,
    operationsUrl: operations.url,
    async close() {
      stopping = true
      await readings.stop()
      await web.close()
      await operations.close()
    },
  }
}
