import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { SeatId, VolunteerId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import type { SeatedAssignment } from '../assignments/assignment.ts'
import { holdSeat } from '../assignments/assignment-store.ts'
import { upsertMember } from '../assignments/member-store.ts'
import { begun } from '../assignments/propose-member.ts'
import { type AssignmentDeps, inElection, openIn, type Refusal } from '../assignments/step-assignment.ts'
import { seatToFill } from '../listing/seat-to-fill.ts'
import { carryContact } from './carry-contact.ts'
import { isForVolunteers, listsComeFirst, memberFrom } from './next-volunteer.ts'
import { functionsFor } from './volunteer.ts'
import { lockVolunteer } from './volunteer-store.ts'
import { selectVolunteer } from './volunteers-overview.ts'

export type VolunteerProposalRefusal =
  | Refusal
  | 'no-such-volunteer'
  | 'not-for-volunteers'
  | 'not-offered'
  | 'lists-first'
  | 'may-not-sit'

interface VolunteerProposal {
  readonly election: Election
  readonly seatId: SeatId
  readonly volunteerId: VolunteerId
  readonly by: string
}

/** Proposes an accepted volunteer for a free seat that the clerk chose; never before the lists that the law names for it. */
export function proposeVolunteer(
  deps: AssignmentDeps & { readonly vault: Vault },
  { election, seatId, volunteerId, by }: VolunteerProposal,
): Promise<Result<{ assignment: SeatedAssignment }, VolunteerProposalRefusal>> {
  const act = { election, by, authority: 'municipality' } as const
  return inElection<{ assignment: SeatedAssignment }, VolunteerProposalRefusal>(
    deps,
    act,
    async (db, context) => {
      const held = await holdSeat(db, election, seatId)
      if (!held) return refused('no-such-seat')
      const seat = await seatToFill(db, election, held)
      if (!seat || !isForVolunteers(election, seat)) return refused('not-for-volunteers')
      if (await listsComeFirst(db, election, seat)) return refused('lists-first')
      const kept = await lockVolunteer(db, election, volunteerId)
      const volunteer = kept && (await selectVolunteer(db, election, volunteerId))
      if (volunteer?.state !== 'ACCEPTED') return refused('no-such-volunteer')
      if (volunteer.whyNot.length > 0) return refused('may-not-sit', volunteer.whyNot.join())
      if (!functionsFor(seat).some((one) => volunteer.functions.includes(one))) return refused('not-offered')
      const memberId = await upsertMember(db, election, memberFrom(volunteer), context.now)
      const { contactSealed } = volunteer
      await carryContact(db, deps, election, { memberId, contactSealed, at: context.now })
      const { municipalityId } = election
      const event = { municipalityId, actor: by, action: 'bureaus.member-recorded', subject: memberId }
      await recordAudit(db, event)
      const assignment = begun('propose', held, { memberId, origin: 'VOLUNTEER' })
      await openIn(db, context, act, { assignment, transition: 'propose' })
      return { ok: true, assignment }
    },
  )
}
