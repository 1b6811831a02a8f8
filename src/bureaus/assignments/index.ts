/** Who has which seat: members, the steps of an assignment, its timeline. */

export {
  type Assignment,
  type AssignmentEvent,
  type Origin,
  origins,
  type SeatedAssignment,
} from './assignment.ts'
export { timelineOf } from './assignment-store.ts'
export { callUp } from './call-up.ts'
export { confirm } from './confirm.ts'
export { type AddressField, correctAddress, longestOfAddress, readAddress } from './correct-address.ts'
export { type Correction, corrections } from './correct-attendance.ts'
export { designate, designateAll } from './designate.ts'
export { dismiss } from './dismiss.ts'
export { excuseAfter } from './excuse-after.ts'
export { type Headline, headline } from './headline.ts'
export { hasMembers, type Member, membersById } from './member-store.ts'
export { type Proposal, proposeMember } from './propose-member.ts'
export { recordMember } from './record-member.ts'
export { revoke } from './revoke.ts'
export type { Refusal as AssignmentRefusal } from './step-assignment.ts'
export type { Authority, Opening, Transition } from './transitions.ts'
export { withdrawProposal } from './withdraw-proposal.ts'
