import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A wire to the database that can go dead: nothing comes through any more, and nobody is told. */
export interface Relay {
  /** The address of the same database, over this wire. */
  readonly url: string
  goDead(): void
  /** Who connects from now on gets through; what was connected stays dead. */
  mend(): void
  close(): Promise<void>
}

export async function relayTo(databaseUrl: string): Promise<Relay> {
  const target = new URL(databaseUrl)
  const ends = new Set<Socket>()
  let wire = { isDead: false }
  const server = createServer((near) => {
    const mine = wire
    const far = connect(Number(target.port), target.hostname)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(from)
      from.on('data', (bytes) => mine.isDead || to.write(bytes))
      from.on('close', () => mine.isDead || to.destroy())
      from.on('error', () => {})
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const here = new URL(databaseUrl)
  here.port = String((server.address() as AddressInfo).port)
  return {
    url: here.href,
    goDead() {
      wire.isDead = true
    },
    mend() {
      wire = { isDead: false }
    },
    async close() {
      for (const end of ends) end.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
