import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Db } from '../../platform/db/database.ts'
import type { SeatId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import type { SeatedAssignment } from '../assignments/assignment.ts'
import { bureauForLists, holdSeat } from '../assignments/assignment-store.ts'
import { type SealedMember, upsertMember } from '../assignments/member-store.ts'
import { begun } from '../assignments/propose-member.ts'
import type { NewMember } from '../assignments/record-member.ts'
import { type AssignmentDeps, inElection, openIn, type Refusal } from '../assignments/step-assignment.ts'
import { isFilledByChair } from '../is-filled-by-chair.ts'
import { nextInQueue, type SeatToFill } from '../listing/next-in-queue.ts'
import { seatToFill } from '../listing/seat-to-fill.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { rulesOfBureau } from '../rules-of-bureau.ts'
import { listsComeFirst } from '../volunteers/next-volunteer.ts'
import {
  type Judged,
  judgeProposal,
  type ProposalFault,
  type ProposalRemark,
  type ToldOrigin,
} from './judge-proposal.ts'
import { type KnownPerson, knownPerson } from './known-person-overview.ts'

export type HandRefusal = Refusal | ProposalFault

export interface ProposalByHand {
  readonly election: Election
  readonly seatId: SeatId
  readonly person: Pick<NewMember, 'nationalNumber' | 'lastName' | 'firstNames'>
  /** For a seat that no list fills. */
  readonly origin?: ToldOrigin | undefined
  readonly by: string
}

/**
 * Proposes a person whom the clerk typed, as the lists know and name them. In one transaction: who can't be proposed is not recorded
 * either, and nobody gets another name. A seat that the chair of the bureau fills is refused (`chosen-by-chair`): `chooseForSeat` is for those.
 */
export function proposeByHand(
  deps: AssignmentDeps & { readonly vault: Vault },
  { election, seatId, person: { nationalNumber, ...typed }, origin: told, by }: ProposalByHand,
): Promise<Result<{ assignment: SeatedAssignment }, HandRefusal>> {
  const { municipalityId } = election
  const act = { election, by, authority: 'municipality' } as const
  const number = { nrnCipher: deps.vault.seal(nationalNumber), nrnIndex: deps.vault.index(nationalNumber) }
  return inElection<{ assignment: SeatedAssignment }, HandRefusal>(deps, act, async (db, context) => {
    const held = await holdSeat(db, election, seatId)
    if (!held) return refused('no-such-seat')
    // Before anybody is looked up: whom the chair wants is asked on another page, and named by the voters list.
    if (isFilledByChair(context.rules, held.kind, held.role)) return refused('chosen-by-chair', held.role)
    const seat = await seatToFill(db, election, held)
    const person = await knownPerson(db, election, number.nrnIndex)
    const rules = rulesOfBureau(context.rules, await bureauForLists(db, election, held.bureauId))
    const { pollingDay } = election
    const judged = judgeProposal({ rules, pollingDay, person, typed, seat, told })
    if (!judged.ok) {
      // Who asks about somebody by their number leaves a trace, also when nothing comes of it.
      const event = { municipalityId, actor: by, action: 'bureaus.proposal-not-allowed' }
      await recordAudit(db, { ...event, subject: person.voterId ?? election.electionId })
      return judged
    }
    const { origin, drawRank } = judged
    const remarks = [...judged.remarks, ...(await passedOver(db, election, seat, judged, number.nrnIndex))]
    const memberId = await upsertMember(db, election, { ...number, ...namedBy(person, typed) }, context.now)
    await recordAudit(db, { municipalityId, actor: by, action: 'bureaus.member-recorded', subject: memberId })
    const assignment = begun('propose', held, { memberId, origin, ...(drawRank && { drawRank }) })
    const details = remarks.length > 0 ? { remarks: remarks.join(' ') } : {}
    await openIn(db, context, { ...act, details }, { assignment, transition: 'propose' })
    return { ok: true, assignment }
  })
}

/** Whether this person comes before their turn: the law has an order, and a clerk may know why not. */
export async function passedOver(
  db: Db,
  election: Election,
  seat: SeatToFill | undefined,
  { origin }: Pick<Judged, 'origin'>,
  nrnIndex: Buffer,
): Promise<ProposalRemark[]> {
  if (!seat) return []
  if (origin === 'OTHER') return (await listsComeFirst(db, election, seat)) ? ['lists-first'] : []
  const isFree = loadBureauRules(election.ruleset).categorySelection.value === 'FREE'
  if (origin === 'CATEGORY' && isFree) return []
  const next = await nextInQueue(db, election, seat)
  return next && !next.member.nrnIndex.equals(nrnIndex) ? ['not-next'] : []
}

/** As the lists name somebody, and else as they were typed. */
export function namedBy(
  { lastName, firstNames, birthDate, address, voterId }: KnownPerson,
  typed: Pick<NewMember, 'lastName' | 'firstNames'>,
): Omit<SealedMember, 'nrnCipher' | 'nrnIndex'> {
  return {
    ...(lastName === undefined ? typed : { lastName, firstNames: firstNames ?? '' }),
    ...(birthDate && { birthDate }),
    ...(address && { address }),
    ...(voterId && { voterId }),
  }
}
