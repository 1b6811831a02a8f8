import { dayInBelgium } from '../../platform/dates.ts'
import type { Portal } from '../portal.ts'
import type { MyCallCase } from './with-my-call.ts'

/** After polling day, by who served and was not paid yet. */
export function mayChangeAccount({ deps }: Pick<Portal, 'deps'>, { mine }: MyCallCase): boolean {
  return mine.hasServed === true && !mine.isPaid && dayInBelgium(deps.clock.now()) > mine.day
}
