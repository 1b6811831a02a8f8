import { openVoter, type VoterFact } from '../../voters/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { type LetterOfVoter, lettersOfVoter } from '../voters/letters-of-voter.ts'
import { voterIdFrom } from '../voters/voter-page.tsx'

export interface Opened {
  readonly voter: VoterFact
  readonly letters: readonly LetterOfVoter[]
}

/** The voter whom a form is about, with the letters so far. That somebody looked is written down; nothing when there is no such voter. */
export async function openToAmend(desk: ElectionDesk): Promise<Opened | undefined> {
  const { deps, election, staff, form } = desk
  const voterId = voterIdFrom(desk)
  const looked = { election, by: staff.staffId, reason: form.text('reden') }
  const opened = voterId && (await openVoter(deps, { ...looked, voterId }))
  if (!opened?.ok) return undefined
  return { voter: opened.voter, letters: await lettersOfVoter(desk, opened.voter) }
}

/** Which voter a mutation names: by the number, with the name as a check. */
export function nameVoter({ listNumber, lastName }: VoterFact) {
  return { list_number: String(listNumber), current_last_name: lastName }
}

export function fullName({ firstNames, lastName }: VoterFact): string {
  return [firstNames, lastName].filter(Boolean).join(' ')
}
