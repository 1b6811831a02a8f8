import type { Db } from '../../platform/db/database.ts'
import { deliveredAt } from '../assignments/note-delivered.ts'
import { type EffectsOf, type Step, type StepContext, stepIn } from '../assignments/step-assignment.ts'
import { excuseUntil } from '../bureau-moments.ts'
import type { SentLetter } from './sent-letter.ts'

interface Arrival {
  readonly step: Step
  readonly letter: Pick<SentLetter, 'state' | 'isCorrection'>
  readonly at: Date
}

/**
 * The steps of a call that arrived at this moment. The first starts the time for an excuse; one that replaces it is written down, and starts that
 * time again only where the rules say so. Whoever was revoked, or excused, meanwhile can't be stepped any more, which is no fault.
 */
export async function stepArrived(
  db: Db,
  context: StepContext,
  { step, letter, at }: Arrival,
): Promise<void> {
  if (letter.state !== 'sent') await stepIn(db, context, step, 'send')
  const first = await stepIn(db, context, step, 'note-delivered', deliveredAt(at))
  if (!first.ok && letter.isCorrection) await stepIn(db, context, step, 'note-corrected', correctedAt(at))
}

/** The moment of the first call stays: that one proves that the person was told. */
function correctedAt(at: Date): EffectsOf {
  return (_, { rules }) => ({
    details: { arrivedAt: at.toISOString() },
    ...(rules.excuseAfterCorrection.value === 'restarts' && { excuseUntil: excuseUntil(rules, at) }),
  })
}
