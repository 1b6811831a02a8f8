import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { createApp } from './app.ts'
import { type CitizenInput, citizenSchema } from './citizens.ts'
import { clientSchema, type EboxClientInput } from './client.ts'
import { createFaults, type FaultPlan, type Faults } from './faults.ts'
import { type TruthItem, truthItem } from './sim-routes.ts'
import { openState } from './state.ts'
import { createTokens } from './tokens.ts'
import type { TruthCounts } from './truth.ts'

export type EboxStandInOptions = Readonly<{
  /** 0 or absent: any free port. */
  port?: number
  /** When the port is taken, any free one instead. */
  orFreePort?: boolean
  host?: string
  /** How senders reach the stand-in, if not by host and port; token audiences are built on it. */
  publicUrl?: string
  clients?: readonly EboxClientInput[]
  citizens?: readonly CitizenInput[]
  faults?: FaultPlan
  tokenLifeSeconds?: number
  maxDocumentBytes?: number
  validityDays?: number
  /** Continue with what this file holds, and append to it. */
  dataFile?: string
  now?: () => number
}>

export type EboxStandIn = Readonly<{
  url: string
  truth: () => TruthCounts
  /** The accepted messages in order of acceptance. */
  messages: () => TruthItem[]
  faults: Faults
  close: () => Promise<void>
}>

/**
 * A stand-in of the e-Box over real HTTP: for tests, the demo and measurements, never for real people. It takes
 * test numbers only, fails on demand, and counts what it truly accepted.
 */
export async function startEboxStandIn(options: EboxStandInOptions = {}): Promise<EboxStandIn> {
  const { host = '127.0.0.1', port = 0, now = Date.now } = options
  const state = await openState({
    tokenLifeSeconds: options.tokenLifeSeconds ?? 300,
    maxDocumentBytes: options.maxDocumentBytes ?? 5_000_000,
    validityDays: options.validityDays ?? 365,
    dataFile: options.dataFile,
    now,
  })
  for (const client of options.clients ?? []) await state.registerClient(clientSchema.parse(client))
  for (const citizen of options.citizens ?? []) await state.seedCitizen(citizenSchema.parse(citizen))
  const tokens = createTokens(state)
  const faults = createFaults(now)
  if (options.faults) faults.plan(options.faults)
  const closing = new AbortController()
  let url = ''

  const app = createApp({ state, tokens, faults, ownUrl: () => url, closing: closing.signal })
  const server = createAdaptorServer({ fetch: app.fetch })
  await listen(server, { host, port, orFreePort: options.orFreePort ?? false })
  url = options.publicUrl ?? `http://${host}:${(server.address() as AddressInfo).port}`

  return {
    url,
    faults,
    truth: state.truth.counts,
    messages: () => state.truth.page(0, Number.POSITIVE_INFINITY).map(truthItem),
    async close() {
      closing.abort()
      server.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await state.close()
    },
  }
}

/** To ask first whether the port is free would leave a moment in which another process takes it. */
async function listen(
  server: ServerType,
  { host, port, orFreePort }: { host: string; port: number; orFreePort: boolean },
): Promise<void> {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    if (!orFreePort || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    server.listen(0, host)
    await once(server, 'listening')
  }
}
