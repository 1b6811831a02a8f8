import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { collectDefaultMetrics, register } from 'prom-client'
import type { App } from './app.ts'
import { ConfigError } from './platform/config.ts'
import { pingDatabase } from './platform/db/database.ts'
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

/** Serves the pages and, on a second port, health and metrics. Port 0 takes a free one. */
export async function startServer(app: App): Promise<Serving> {
  if (!register.getSingleMetric('process_cpu_user_seconds_total')) collectDefaultMetrics()
  const web = await listen(createWeb(app), app.config.PORT, 'PORT')
  const operations = await listen(createOperations(app), app.config.METRICS_PORT, 'METRICS_PORT')
  return {
    url: web.url,
    operationsUrl: operations.url,
    close: async () => void (await Promise.all([web.close(), operations.close()])),
  }
}

function listen(web: Hono, port: number, setting: string): Promise<{ url: string; close(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: web.fetch, port }, (info) =>
      resolve({
        url: `http://127.0.0.1:${info.port}`,
        close: () => new Promise((done) => server.close(() => done())),
      }),
    )
    server.once('error', (error: NodeJS.ErrnoException) => {
      const inUse = new ConfigError([`${setting}: port ${port} is in use; set another, or 0 for a free one`])
      reject(error.code === 'EADDRINUSE' ? inUse : error)
    })
  })
}
