import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface CaughtSms {
  readonly to: string
  readonly text: string
  readonly reference: string
}

export interface SmsStandIn {
  readonly url: string
  /** What it truly took, in order. */
  readonly caught: readonly CaughtSms[]
  /** With which status it answers for a number; 200 takes it. */
  answer(statusFor: (to: string) => number): void
  close(): Promise<void>
}

/** A stand-in of an SMS gateway as it is assumed: takes every SMS, sends none on, and refuses on demand. For tests and the demo only. */
export async function startSmsStandIn(port = 8024): Promise<SmsStandIn> {
  const caught: CaughtSms[] = []
  let statusFor: (to: string) => number = () => 200
  const server = createServer(async (request, response) => {
    if (request.method !== 'POST') return void response.end(JSON.stringify(caught, undefined, 2))
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const sms = JSON.parse(Buffer.concat(parts).toString()) as CaughtSms
    const status = statusFor(sms.to)
    if (status === 200) caught.push(sms)
    response.statusCode = status
    response.end()
  })
  await listenOn(server, port)
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    caught,
    answer(next) {
      statusFor = next
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** On this port, or when it is taken on a free one. */
async function listenOn(server: Server, port: number): Promise<void> {
  try {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
  }
}
