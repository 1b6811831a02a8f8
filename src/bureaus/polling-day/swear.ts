import { refused } from '../../platform/result.ts'
import { oathFor } from '../absences/oath.ts'
import type { SeatedAssignment } from '../assignments/assignment.ts'
import type { BureauRules } from '../bureau-rules.ts'
import { memberHere } from './attend.ts'
import type { DeedOf } from './day-deed.ts'
import { insertOath } from './day-store.ts'
import type { DeedWork, Done } from './note-deed.ts'

/** The words that somebody in this seat swears; nothing for a kind of bureau of which no article was read. */
export function oathOfSeat(
  { oaths }: Pick<BureauRules, 'oaths'>,
  { kind, role }: Pick<SeatedAssignment, 'kind' | 'role'>,
) {
  return kind === 'POLLING' || kind === 'COUNTING' ? oathFor(oaths, kind, role) : undefined
}

/** Who is there took the oath, before taking office (KWB 104; LPKD 128 and 152). */
export async function swear(work: DeedWork<DeedOf<'swear'>>): Promise<Done> {
  const found = await memberHere(work)
  return 'because' in found ? found : noteOath(work, found)
}

export async function noteOath(
  { db, context, at, by }: Pick<DeedWork, 'db' | 'context' | 'at' | 'by'>,
  found: SeatedAssignment,
): Promise<Done> {
  const { bureauId, memberId, axes } = found
  if (axes.attendance !== 'PRESENT' && axes.attendance !== 'LATE') return refused('not-there')
  const oath = oathOfSeat(context.rules, found)
  if (!oath) return refused('no-oath')
  const isNew = await insertOath(db, context.election, {
    bureauId,
    memberId,
    oath: oath.key,
    swornAt: at,
    by,
  })
  return isNew ? { ok: true } : refused('already-noted')
}
