import { setTimeout } from 'node:timers/promises'
import type { App } from './app.ts'
import { workConvocations, workSeatings } from './bureaus/index.ts'
import { listMunicipalities } from './municipalities/index.ts'
import type { MunicipalityId } from './platform/ids.ts'

const everyMilliseconds = 5000

interface Turn {
  readonly municipalityId: MunicipalityId
  readonly signal: AbortSignal
}

/**
 * What somebody asked for on a page of the bureaus: calling everybody, dividing people over seats. Until it is stopped; what is under way
 * then goes on with the next worker. Each waits for itself only: a town that is being divided keeps no letter back.
 */
export function carryOutAsked(app: App): { stop(): Promise<void> } {
  const ending = new AbortController()
  const deps = { ...app, portalUrl: app.config.PORTAL_URL }
  const { signal } = ending
  const running = Promise.all([
    loop(app, signal, (turn) => workConvocations(deps, turn), 'members of bureaus were not called'),
    loop(app, signal, (turn) => workSeatings(app, turn), 'people were not divided over seats'),
  ])
  return {
    async stop() {
      ending.abort()
      await running
    },
  }
}

async function loop(
  app: App,
  signal: AbortSignal,
  work: (turn: Turn) => Promise<void>,
  failed: string,
): Promise<void> {
  while (!signal.aborted) {
    try {
      for (const { municipalityId } of await listMunicipalities(app.database))
        await work({ municipalityId, signal })
    } catch (error) {
      app.log.error({ error: (error as Error).message }, `${failed}; the next turn goes on`)
    }
    await setTimeout(everyMilliseconds, undefined, { signal }).catch(() => {})
  }
}
