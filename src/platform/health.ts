import { setTimeout as sleep } from 'node:timers/promises'

/** The words of the Belgif REST guide, which are those of Spring Boot and MicroProfile too. */
export type HealthStatus = 'UP' | 'DEGRADED' | 'DOWN'

export interface ComponentHealth {
  readonly status: HealthStatus
  /** For who runs the installation; never a person, a secret or an address. */
  readonly because?: string
}

/** A part that has to work for this process to be of use. */
export interface Component {
  readonly name: string
  check(): Promise<ComponentHealth>
}

export interface Health {
  readonly status: HealthStatus
  readonly details: Readonly<Record<string, ComponentHealth>>
}

const patienceMs = 3000

/** Asks every component, side by side. One that throws, or doesn't answer in time, is down. */
export async function checkHealth(components: readonly Component[]): Promise<Health> {
  const answers = await Promise.all(
    components.map(async (component) => [component.name, await ask(component)] as const),
  )
  const found = new Set(answers.map(([, { status }]) => status))
  const status = found.has('DOWN') ? 'DOWN' : found.has('DEGRADED') ? 'DEGRADED' : 'UP'
  return { status, details: Object.fromEntries(answers) }
}

async function ask(component: Component): Promise<ComponentHealth> {
  const over = new AbortController()
  const late = sleep(patienceMs, { status: 'DOWN', because: 'no answer in time' } as const, {
    signal: over.signal,
    ref: false,
  })
  late.catch(() => {})
  try {
    return await Promise.race([component.check(), late])
  } catch {
    return { status: 'DOWN', because: 'it failed' }
  } finally {
    over.abort()
  }
}
