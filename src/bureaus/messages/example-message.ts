import type { Election } from '../../elections/index.ts'
import { selectSettings } from '../../municipalities/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Db } from '../../platform/db/database.ts'
import { letterCases } from '../convoking/member-letter-overview.ts'
import type { MessageLanguage, Wording } from './message-templates-file.ts'
import { messageValues } from './message-values.ts'
import type { Recipient } from './recipients-overview.ts'
import { type WrittenMessage, writtenMessage } from './write-message.ts'

/** The message as one real member would get it. Whoever looks leaves a trace. */
export async function exampleOfMessage(
  db: Db,
  election: Election,
  {
    wording,
    language = 'nl',
    recipient,
    portalUrl,
    by,
  }: {
    wording: Wording
    language?: MessageLanguage
    recipient: Pick<Recipient, 'assignmentId'>
    portalUrl: string
    by: string
  },
): Promise<WrittenMessage | undefined> {
  const { municipalityId } = election
  const { assignmentId } = recipient
  const [one] = await letterCases(db, election, [assignmentId])
  const settings = await selectSettings(db, municipalityId)
  if (!one || !settings) return undefined
  const event = { municipalityId, actor: by, action: 'bureaus.message-previewed', subject: assignmentId }
  await recordAudit(db, event)
  return writtenMessage(
    wording,
    messageValues({ election, settings: settings.document, portalUrl }, one),
    language,
  )
}
