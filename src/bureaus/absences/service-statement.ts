import type { KeptKind, SeatRole } from '../bureau-rules.ts'
import type { Attendance } from '../paying/pay-rules.ts'

export interface ServiceFacts {
  readonly name: string
  readonly election: string
  readonly pollingDay: string
  readonly bureau: { readonly kind: KeptKind; readonly number: string; readonly municipality: string }
  readonly role: SeatRole
  readonly attendance: Attendance
  /** A substitute who took a seat. */
  readonly seated?: boolean | undefined
  readonly from?: Date | undefined
  readonly until?: Date | undefined
}

/** What a member gets for an employer or school: that they served, until when, or came and could go home. */
export interface ServiceStatement extends Omit<ServiceFacts, 'attendance' | 'seated'> {
  readonly says: 'served' | 'served-in-part' | 'came-and-was-not-needed'
}

/** The statement of one member; nothing for who was not there. Why somebody was sent home is not the employer's business. */
export function serviceStatement(facts: ServiceFacts): ServiceStatement | undefined {
  const { attendance, seated, ...told } = facts
  if (attendance === 'ABSENT') return undefined
  if (attendance === 'LEFT') return { ...told, says: 'served-in-part' }
  const sat = attendance !== 'DISMISSED' && (facts.role !== 'SUBSTITUTE' || seated === true)
  return { ...told, says: sat ? 'served' : 'came-and-was-not-needed' }
}
