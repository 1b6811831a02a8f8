import { type ServerType, serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { ConfigError } from '../config.ts'
import type { DocumentFault } from '../document.ts'

export type PortSetting = 'PORT' | 'METRICS_PORT'

export interface Place {
  readonly setting: PortSetting
  /** 0 takes a free one. */
  readonly port: number
  /** Takes a free one as well when this one is in use; otherwise that is a `ConfigError`. */
  readonly movable: boolean
}

export interface Listening {
  readonly url: string
  close(): Promise<void>
}

/** Serves until it is closed. */
export function listen(web: Hono, { setting, port, movable }: Place): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: web.fetch, port }, (info) =>
      resolve({
        url: `http://127.0.0.1:${info.port}`,
        close: () => closeSoon(server),
      }),
    )
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') reject(error)
      else if (movable) resolve(listen(web, { setting, port: 0, movable: false }))
      else reject(new ConfigError([portInUse(setting, port)]))
    })
  })
}

/** Who reads slowly, or never ends asking, does not keep a process from stopping. */
const patienceMs = 5000

function closeSoon(server: ServerType): Promise<void> {
  return new Promise((done) => {
    const impatience = setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections()
    }, patienceMs)
    server.close(() => {
      clearTimeout(impatience)
      done()
    })
  })
}

function portInUse(setting: PortSetting, port: number): DocumentFault {
  return { path: setting, wrong: `port ${port} is in use`, remedy: 'Set another, or 0 for a free one' }
}
