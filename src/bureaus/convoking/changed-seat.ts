import { addressLines } from '../../platform/address.ts'
import type { ToldSeat } from './member-letter-facts.ts'
import type { MemberLetters } from './member-letter-file.ts'
import { texts } from './texts.nl.ts'

export const changedParts = ['role', 'bureau', 'place', 'room', 'address', 'hour'] as const
export type ChangedPart = (typeof changedParts)[number]

/** One thing that a letter said and that is otherwise now, in words of a letter. */
export interface SeatChange {
  readonly what: ChangedPart
  readonly from: string
  readonly to: string
}

/** What is otherwise than a letter told, in the order in which it is read; nothing when the letter is still true. */
export function changesOf(
  { roleNames }: Pick<MemberLetters, 'roleNames'>,
  told: ToldSeat,
  now: ToldSeat,
): SeatChange[] {
  const [before, after] = [told, now].map((seat) => partsOf(roleNames, seat))
  return changedParts.flatMap((what) => {
    const [from, to] = [before![what], after![what]]
    return from === to
      ? []
      : [{ what, from: from || texts.correction.unknown, to: to || texts.correction.unknown }]
  })
}

function partsOf(
  roleNames: MemberLetters['roleNames'],
  { kind, role, bureau, where, standbyFrom }: ToldSeat,
): Record<ChangedPart, string> {
  const hour = where?.meetingTime ?? standbyFrom
  return {
    ...{ role: roleNames[kind][role] ?? role, bureau, place: where?.place ?? '', room: where?.room ?? '' },
    address: where ? addressLines(where.address).join(', ') : '',
    hour: hour === undefined ? '' : texts.hour(hour),
  }
}
