import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { paths } from '../../src/portal/paths.ts'
import { choicePage, framePage } from './host-pages.tsx'

export interface EmbedHost {
  /** On another host name than the pages, so that to a browser it is another site. */
  readonly origin: string
  /** Which address has these pages: known once they are served. */
  frame(portalUrl: string): void
  close(): Promise<void>
}

interface Citizen {
  readonly id: string
  readonly name: string
}

interface HostFacts {
  readonly citizens: () => readonly Citizen[]
  /** The exchange of tokens at the login service. */
  readonly exchange: (citizenId: string) => string
  readonly port?: number
}

/**
 * A stand-in of Mijn Burgerprofiel: a site of another origin, where one picks who is logged in, that shows our pages in a frame. Its
 * server hands that citizen over to ours, as ours asks it. For tests and the demo only.
 */
export async function startEmbedHost({ citizens, exchange, port = 0 }: HostFacts): Promise<EmbedHost> {
  let portal = ''
  const server = createServer((request, response) => {
    answer(request, response).catch((error: Error) => {
      response.writeHead(502, { 'Content-Type': 'text/plain; charset=utf-8' }).end(error.message)
    })
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening').catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error
    await once(server.listen(0, '127.0.0.1'), 'listening')
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = new URL(request.url ?? '/', 'http://host')
    const id = asked.searchParams.get('burger')
    const page =
      id === null
        ? choicePage(citizens())
        : framePage({ src: await sourceFor(id, asked.searchParams.get('naar')), origin: portal })
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page)
  }

  async function sourceFor(id: string, naar: string | null): Promise<string> {
    const query = new URLSearchParams({ ...(id && { token: await handedOver(id) }), ...(naar && { naar }) })
    return `${portal}${paths.embedded()}?${query}`
  }

  async function handedOver(id: string): Promise<string> {
    const answer = await fetch(portal + paths.handOver(), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        token: exchange(id),
        token_type: 'urn:ietf:params:oauth:token-type:access_token',
      }),
    })
    if (!answer.ok) throw new Error(`the pages answered ${answer.status} to the hand-over`)
    return ((await answer.json()) as { token: string }).token
  }

  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    frame: (portalUrl) => {
      portal = portalUrl
    },
    async close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
