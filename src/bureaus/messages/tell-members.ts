import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { MemberId } from '../../platform/ids.ts'
import { membersToTell } from './members-to-tell-overview.ts'
import { languagesFor, languagesHere } from './message-languages.ts'
import { insertMessages } from './message-store.ts'
import { selectSchedules } from './schedule-store.ts'

interface News {
  readonly members: readonly MemberId[]
  /** What is new, as `training-…`: of one thing nobody is told twice. It stands in no message. */
  readonly event: string
  readonly at: Date
}

/**
 * Writes down, in the caller's transaction, that there is something new on the own page of these members; what it is stands there and not
 * in the message. Nothing where the municipality did not switch it on. Answers to how many a message goes: the others gave no contact.
 */
export async function tellMembers(db: Db, election: Election, { members, event, at }: News): Promise<number> {
  const template = 'notice' as const
  const schedule = (await selectSchedules(db, election)).find((one) => one.template === template)
  if (!schedule?.isOn || members.length === 0) return 0
  const languages = await languagesHere(db, election, template)
  const asked = await languagesFor(db, election, languages, members)
  const told = await membersToTell(db, election, members)
  const messages = told.map((one) => ({
    ...{ ...one, event, template, groupId: null, language: asked.get(one.memberId) },
  }))
  return messages.length === 0 ? 0 : insertMessages(db, election, messages, { language: languages[0]!, at })
}
