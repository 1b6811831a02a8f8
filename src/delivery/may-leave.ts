import type { Campaign } from './campaign.ts'
import { leavesFrom } from './schedule.ts'

export type Gate = Pick<Campaign, 'state' | 'wave' | 'schedule'>

/**
 * When a batch may leave: `now` when it may at once. Nothing while somebody has to do something first: the campaign is
 * stopped, or the batch is not in the wave.
 */
export function mayLeaveFrom({ state, wave, schedule }: Gate, batch: number, now: Date): Date | undefined {
  if (state !== 'open') return undefined
  if (wave && (batch < wave.from || batch > wave.through)) return undefined
  return schedule ? leavesFrom(schedule, placeOf(batch, wave), now) : now
}

/** Whether it may leave at this moment. */
export function mayLeaveNow(gate: Gate, batch: number, now: Date): boolean {
  const from = mayLeaveFrom(gate, batch, now)
  return from !== undefined && from <= now
}

/** A schedule counts the days of a wave from its own first batch. */
export function placeOf(batch: number, wave: Gate['wave']): number {
  return batch - (wave?.from ?? 1)
}
