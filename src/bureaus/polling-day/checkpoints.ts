import type { KeptKind } from '../bureau-rules.ts'

export const checkpoints = ['FORMED', 'OPENED', 'CLOSED', 'COUNT_STARTED', 'COUNTED', 'HANDED_OVER'] as const
/** How far a bureau is on its day. */
export type Checkpoint = (typeof checkpoints)[number]

/** Which there are in a bureau of each kind, in their order (KWB 103, LPKD 126 and 150). A reserve is no bureau that meets. */
export const checkpointsOf: Readonly<Record<KeptKind, readonly Checkpoint[]>> = {
  POLLING: ['FORMED', 'OPENED', 'CLOSED', 'HANDED_OVER'],
  COUNTING: ['FORMED', 'COUNT_STARTED', 'COUNTED', 'HANDED_OVER'],
  MAIN: ['FORMED', 'HANDED_OVER'],
  RESERVE: [],
}

export interface ReachedCheckpoint {
  readonly checkpoint: Checkpoint
  readonly reachedAt: Date
}

/** Those that can still be noted: behind the last that was. */
export function openCheckpoints(
  kind: KeptKind,
  reached: readonly Pick<ReachedCheckpoint, 'checkpoint'>[],
): readonly Checkpoint[] {
  const all = checkpointsOf[kind]
  return all.slice(Math.max(-1, ...reached.map(({ checkpoint }) => all.indexOf(checkpoint))) + 1)
}

const closing: Readonly<Record<KeptKind, readonly Checkpoint[]>> = {
  POLLING: ['CLOSED', 'HANDED_OVER'],
  COUNTING: ['COUNTED', 'HANDED_OVER'],
  MAIN: ['HANDED_OVER'],
  RESERVE: [],
}

/** When the bureau closed its day, and with it who was there; absent: nobody noted that. */
export function closedAt(kind: KeptKind, reached: readonly ReachedCheckpoint[]): Date | undefined {
  return reached.find(({ checkpoint }) => closing[kind].includes(checkpoint))?.reachedAt
}
