import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Db } from '../../platform/db/database.ts'
import { type NumberInText, refuseNumbers } from '../../platform/free-text.ts'
import type { DocumentId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import {
  type AssignmentDeps,
  inElection,
  type Refusal,
  type StepContext,
} from '../assignments/step-assignment.ts'
import { lockLetter, settleLetters } from './member-letter-store.ts'
import { callingLetters, type DeliveryProof, mayWithLetter, type SentLetter } from './sent-letter.ts'
import { stepArrived } from './step-arrived.ts'

export interface ProofOfDelivery {
  readonly election: Election
  readonly letterId: DocumentId
  readonly proof: DeliveryProof
  /** When the person had it in hand, as the proof says. */
  readonly at: Date
  readonly by: string
}

export type ProofRefusal =
  | Refusal
  | NumberInText
  | 'no-such-letter'
  | 'letter-settled'
  | 'number-missing'
  | 'before-it-was-sent'

/** Staff record that a letter on paper came to the person, with its proof. From that moment runs the time to ask an excuse. */
export async function proveDelivery(
  deps: AssignmentDeps,
  { election, letterId, proof, at, by }: ProofOfDelivery,
): Promise<Result<{ letterId: DocumentId }, ProofRefusal>> {
  const number = proof.number?.trim() || undefined
  const inText = refuseNumbers(number)
  if (inText) return inText
  if (proof.means === 'registered' && !number) return refused('number-missing')
  const kept = { means: proof.means, ...(number && { number }) }
  const work = async (
    db: Db,
    context: StepContext,
  ): Promise<Result<{ letterId: DocumentId }, ProofRefusal>> => {
    const letter = await lockLetter(db, election, letterId)
    if (!letter) return refused('no-such-letter')
    if (!(mayWithLetter.prove as readonly string[]).includes(letter.state))
      return refused('letter-settled', letter.state)
    if (at > context.now) return refused('in-the-future')
    if (at < letter.sentAt) return refused('before-it-was-sent')
    if (callingLetters.includes(letter.kind))
      await stepDelivered(db, context, letter, { proof: kept, at, by })
    await settleLetters(db, election, [letterId], { state: 'handed-over', at, proof: kept })
    const { municipalityId } = election
    const event = { municipalityId, actor: by, action: 'bureaus.letter-proven', subject: letterId }
    await recordAudit(db, { ...event, details: { means: kept.means } })
    return { ok: true, letterId }
  }
  return inElection(deps, { election }, work)
}

/** Whoever was delivered before, by a letter that this one came after, keeps that moment. */
async function stepDelivered(
  db: Db,
  context: StepContext,
  letter: SentLetter,
  { proof, at, by }: Pick<ProofOfDelivery, 'at' | 'by'> & { proof: DeliveryProof },
): Promise<void> {
  const details = { channel: proof.means, ...(proof.number && { proof: proof.number }) }
  const { assignmentId } = letter
  const step = { election: context.election, assignmentId, by, authority: 'municipality', details } as const
  await stepArrived(db, context, { step, letter, at })
}
