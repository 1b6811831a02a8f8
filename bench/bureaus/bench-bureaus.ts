import type { App } from '../../src/app.ts'
import { createTraffic } from '../../src/delivery/index.ts'
import { accepted, scriptedMailbox } from '../../src/delivery/testing.ts'
import { mapWithLimit } from '../../src/platform/concurrency.ts'
import { postgresProcessor } from '../processor-time.ts'
import type { TellStep } from '../released-letters.ts'
import { type BenchApp, steps, type Telling, telling } from './story.ts'
import { added, type BureauSums, faultsIn, sumsOf } from './sums.ts'
import { type BenchTown, benchTown, sectionsOfTowns } from './town.ts'

export interface StepCost {
  readonly step: string
  readonly seconds: number
  /** CPU seconds of this process and of PostgreSQL. */
  readonly own: number
  readonly postgres: number
}

export interface BureausBench {
  readonly towns: number
  /** Of the largest municipality. */
  readonly mostBureaus: number
  readonly sums: BureauSums
  readonly costs: readonly StepCost[]
  /** The most memory that this process held after a step, in megabytes. */
  readonly megabytes: number
}

/** So many municipalities work at the same time. */
const together = 3

/**
 * The whole story for about so many bureaus, from the plan to the payment: step by step, in all municipalities before the next begins, as the
 * calendar has it. Throws when something does not add up. What is made stays in the database.
 */
export async function benchBureaus(
  app: App,
  { bureaus, firstTown = 1, tell }: { bureaus: number; firstTown?: number; tell: TellStep },
): Promise<BureausBench> {
  const deps = withoutRoad(app)
  const sizes = sectionsOfTowns(bureaus)
  const numbered = sizes.map((sections, n) => [firstTown + n, sections] as const)
  const made = await overAll('voters lists', numbered, tell, ([n, sections]) => benchTown(deps, n, sections))
  const towns = await mapWithLimit<BenchTown, Telling>(made, together, (town) => telling(deps, town))
  const postgres = await postgresProcessor(app.database)
  const costs: StepCost[] = []
  let megabytes = 0
  for (const [step, work] of steps) {
    const before = { own: process.cpuUsage(), postgres: (await postgres()) ?? 0, at: performance.now() }
    await overAll(step, towns, tell, (town) => work(deps, town))
    const { user, system } = process.cpuUsage(before.own)
    costs.push({
      ...{ step, seconds: (performance.now() - before.at) / 1000, own: (user + system) / 1e6 },
      postgres: ((await postgres()) ?? 0) - before.postgres,
    })
    megabytes = Math.max(megabytes, process.memoryUsage.rss() / 1e6)
  }
  const sums = await mapWithLimit(towns, together, (town) => sumsOf(app, town))
  const faults = sums.flatMap((one, n) =>
    faultsIn(one).map((fault) => `municipality ${firstTown + n}: ${fault}`),
  )
  if (faults.length > 0) throw new Error(faults.join('\n'))
  const mostBureaus = Math.max(...sums.map((one) => one.bureaus))
  return { towns: towns.length, mostBureaus, sums: added(sums), costs, megabytes }
}

function overAll<Item, Outcome>(
  step: string,
  items: readonly Item[],
  tell: TellStep,
  work: (item: Item) => Promise<Outcome>,
): Promise<Outcome[]> {
  let done = 0
  return mapWithLimit(items, together, async (item) => {
    const outcome = await work(item)
    tell(step, ++done, items.length)
    return outcome
  })
}

/** Letters are made, checked and counted as delivered; no e-Box stands at the end of the road, which is measured elsewhere. */
function withoutRoad(app: App): BenchApp {
  return {
    ...app,
    portalUrl: app.config.PORTAL_URL,
    mailboxFor: async () => {
      const mailbox = scriptedMailbox(() => accepted)
      // What came is not looked at again: without this it stays in memory.
      return { ...mailbox, deliver: async ({ key }) => ({ ...accepted, receipt: key }) }
    },
    traffic: createTraffic({ concurrency: 8, ratePerSecond: 100_000 }),
  }
}
