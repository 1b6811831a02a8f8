import type { Allotment } from './allotment.ts'
import type { Lane } from './lane.ts'
import type { MailboxAnswer } from './mailbox.ts'
import { type Road, shortPauseMs } from './road.ts'

export interface PaceLimits {
  /** Messages on their way at once. */
  readonly concurrency: number
  readonly ratePerSecond: number
}

/** Of one municipality; what is absent is as for everybody. */
export type OwnLimits = { readonly [Limit in keyof PaceLimits]?: number | undefined }

type Call = () => Promise<MailboxAnswer | undefined>

/** How this process may send for one municipality: how many travel at once, how many leave, when it is better to wait. */
export interface Pace {
  /** Messages on their way at once, at this moment. Zero: other processes have all there is. */
  readonly concurrency: number
  /** Messages that may leave before the municipality has to wait. */
  readonly left: number
  /** When to look again (milliseconds since 1970), where it is better to put batches down meanwhile. */
  readonly restsUntil: number | undefined
  /**
   * Lets a call go when its turn comes. `undefined`: it never left, because the signal or a rest came first, or because the
   * call itself thought better of it.
   */
  travel(signal: AbortSignal, call: Call): Promise<MailboxAnswer | undefined>
}

/** How soon to look again whether others left a seat. */
const noSeatRestMs = 5000

export interface PaceParts {
  readonly road: Road
  /** The narrow one first, so that nobody waits in a seat that others need. */
  readonly lanes: readonly Lane[]
  readonly allotment?: Allotment | undefined
}

/** Roads, lanes and allotments are shared with other paces; all times are real, of this process. */
export function createPace({ road, lanes, allotment }: PaceParts): Pace {
  const concurrency = () => Math.min(...lanes.map(({ share }) => share.concurrency))

  async function travelSeated(signal: AbortSignal, call: Call) {
    if (!(await road.turn(signal))) return undefined
    if (allotment && !allotment.take(Date.now())) return undefined
    const answer = await call()
    if (answer) road.hear(answer)
    return answer
  }

  return {
    get concurrency() {
      return concurrency()
    },
    get left() {
      return allotment?.left(Date.now()) ?? Number.POSITIVE_INFINITY
    },
    get restsUntil() {
      const now = Date.now()
      if (concurrency() === 0) return now + noSeatRestMs
      if (allotment?.left(now) === 0) return allotment.opensAt(now)
      return road.opensAt - now > shortPauseMs ? road.opensAt : undefined
    },
    async travel(signal, call) {
      const seated: Lane[] = []
      try {
        for (const lane of lanes) {
          if (!(await lane.take())) return undefined
          seated.push(lane)
        }
        return await travelSeated(signal, call)
      } finally {
        for (const lane of seated) lane.free()
      }
    },
  }
}
