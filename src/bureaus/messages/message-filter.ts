import { z } from 'zod'
import type { Axes } from '../assignments/axes.ts'
import { type Headline, headline, headlines } from '../assignments/headline.ts'
import { type KeptKind, keptKinds, type SeatRole, seatRoles } from '../bureau-rules.ts'

/** Whom a group message is for: who fits all that is asked. What is absent is not asked. */
export interface MessageFilter {
  readonly kind?: KeptKind | undefined
  readonly role?: SeatRole | undefined
  /** The number of one bureau. */
  readonly number?: string | undefined
  readonly state?: Headline | undefined
  /** Who was called and did not answer. */
  readonly unanswered?: true | undefined
}

export const messageFilterSchema: z.ZodType<MessageFilter> = z.strictObject({
  kind: z.enum(keptKinds).optional(),
  role: z.enum(seatRoles).optional(),
  number: z.string().min(1).max(10).optional(),
  state: z.enum(headlines).optional(),
  unanswered: z.literal(true).optional(),
})

interface Seated {
  readonly kind: KeptKind
  readonly role: SeatRole
  readonly number: string
  readonly axes: Axes
  readonly calledUp: boolean
}

export function fitsFilter(filter: MessageFilter, { kind, role, number, axes, calledUp }: Seated): boolean {
  const isSilent = axes.delivery === 'DELIVERED' && (axes.reply === 'NONE' || axes.reply === 'NO_REPLY')
  return (
    (filter.kind ?? kind) === kind &&
    (filter.role ?? role) === role &&
    (filter.number ?? number) === number &&
    (!filter.state || headline(axes, calledUp) === filter.state) &&
    (!filter.unanswered || isSilent)
  )
}
