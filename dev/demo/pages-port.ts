import { once } from 'node:events'
import { createServer } from 'node:net'

const usualPort = 8080

/** Ports that nobody asked for by name may be others when they are taken. */
export const movablePorts = (['PORT', 'METRICS_PORT'] as const).filter((name) => !process.env[name])

/**
 * Where the demo's pages will be: on their usual port, or on another that is free now. It is chosen before the first
 * letter is made, because the address stands in every QR code.
 */
export async function pagesAddress(
  env: Readonly<Record<string, string | undefined>>,
): Promise<Readonly<Record<string, string>>> {
  if (env.PORTAL_URL) return {}
  if (env.PORT) return { PORTAL_URL: `http://127.0.0.1:${env.PORT}` }
  const port = (await canListen(usualPort)) ?? (await canListen(0))
  return { PORT: String(port), PORTAL_URL: `http://127.0.0.1:${port}` }
}

/** The port, when it is free; for 0 one that is. */
async function canListen(port: number): Promise<number | undefined> {
  const probe = createServer().listen(port)
  try {
    await once(probe, 'listening')
    return (probe.address() as { port: number }).port
  } catch {
    return undefined
  } finally {
    probe.close()
  }
}
