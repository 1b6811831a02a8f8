import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { collectDefaultMetrics, register } from 'prom-client'
import type { App } from './app.ts'
import { ConfigError } from './platform/config.ts'
import { pingDatabase } from './platform/db/database.ts'
import type { DocumentFault } from './platform/document.ts'
import { keySetRoute } from './platform/http/key-set-route.ts'
import { styleSheet } from './platform/http/page.tsx'
import { get, mount, type Route } from './platform/http/route.ts'
import { routes as portalRoutes } from './portal/index.ts'

const styleRoute = get('/style.css', 'public', (context) =>
  context.body(styleSheet, 200, { 'Content-Type': 'text/css' }),
)

/** Every route of the pages, for the server and for the test that walks them. */
export function routesOf({ keySet }: Pick<App, 'keySet'>): readonly Route[] {
  return [...portalRoutes, styleRoute, keySetRoute(keySet)]
}

export function createWeb(app: Pick<App, 'keySet'>): Hono {
  const web = new Hono()
  web.use(
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], styleSrc: ["'self'"], imgSrc: ["'self'"] },
    }),
  )
  mount(web, routesOf(app))
  return web
}

/** Health by the Belgif guide (`/health`) and metrics, on a port that the public does not reach. */
export function createOperations(app: App): Hono {
  const operations = new Hono()
  operations.get('/health', async (context) => {
    const up = await app.database.inScope({ directory: true }, pingDatabase).catch(() => false)
    return context.json({ status: up ? 'UP' : 'DOWN' }, up ? 200 : 503)
  })
  operations.get('/metrics', async (context) =>
    context.body(await register.metrics(), 200, { 'Content-Type': register.contentType }),
  )
  return operations
}

export interface Serving {
  readonly url: string
  readonly operationsUrl: string
  close(): Promise<void>
}

type PortSetting = 'PORT' | 'METRICS_PORT'

/**
 * Serves the pages and, on a second port, health and metrics. Port 0 takes a free one; so do the settings in
 * `movable` when their port is taken. Throws a `ConfigError` when one of the others is.
 */
export async function startServer(
  app: App,
  { movable = [] }: { movable?: readonly PortSetting[] } = {},
): Promise<Serving> {
  if (!register.getSingleMetric('process_cpu_user_seconds_total')) collectDefaultMetrics()
  const on = (setting: PortSetting) => ({
    setting,
    port: app.config[setting],
    movable: movable.includes(setting),
  })
  const web = await listen(createWeb(app), on('PORT'))
  const operations = await listen(createOperations(app), on('METRICS_PORT')).catch(async (error) => {
    await web.close()
    throw error
  })
  return {
    url: web.url,
    operationsUrl: operations.url,
    close: async () => void (await Promise.all([web.close(), operations.close()])),
  }
}

interface Place {
  readonly setting: PortSetting
  readonly port: number
  readonly movable: boolean
}

function listen(
  web: Hono,
  { setting, port, movable }: Place,
): Promise<{ url: string; close(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: web.fetch, port }, (info) =>
      resolve({
        url: `http://127.0.0.1:${info.port}`,
        close: () => new Promise((done) => server.close(() => done())),
      }),
    )
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') reject(error)
      else if (movable) resolve(listen(web, { setting, port: 0, movable: false }))
      else reject(new ConfigError([portInUse(setting, port)]))
    })
  })
}

function portInUse(setting: PortSetting, port: number): DocumentFault {
  return { path: setting, wrong: `port ${port} is in use`, remedy: 'Set another, or 0 for a free one' }
}
