import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { refuseNumbers } from '../../platform/free-text.ts'
import { type Result, refused } from '../../platform/result.ts'
import { listContent } from './list-content.ts'
import { listReceivers } from './list-receivers.ts'
import type { ListKind } from './member-list.ts'
import { lockMemberList, writeSending } from './member-list-store.ts'

export interface ListSending {
  readonly election: Election
  readonly kind: ListKind
  /** The magistrate or the bureau it went to; of one that reads it here its name is taken. */
  readonly sentTo: string
  /** The court or main bureau that reads it here: one to which the election is granted and that designates by its rules. */
  readonly sentToNumber?: string | undefined
  readonly sentOn: string
  readonly by: string
}

export type SendListRefusal =
  | 'no-addressee'
  | 'no-such-authority'
  | 'number-in-text'
  | 'list-not-adopted'
  | 'list-sent'
  | 'list-differs'
  | 'sent-too-early'

/** An adopted list went out. Refused when it is not the list any more that was adopted. */
export async function sendList(
  { database }: { readonly database: Database },
  { election, kind, sentTo: typed, sentToNumber, sentOn, by }: ListSending,
): Promise<Result<object, SendListRefusal>> {
  const inText = refuseNumbers(typed)
  if (inText) return inText
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const receiver = (await listReceivers(db, election)).find((one) => one.enterpriseNumber === sentToNumber)
    if (sentToNumber !== undefined && !receiver) return refused('no-such-authority', sentToNumber)
    const sentTo = receiver?.name ?? typed.trim()
    if (sentTo === '' || sentTo.length > 200) return refused('no-addressee')
    const list = await lockMemberList(db, election, kind)
    if (list.state === 'DRAFT') return refused('list-not-adopted', kind)
    if (list.state === 'SENT') return refused('list-sent', kind)
    if (sentOn < list.decidedOn!) return refused('sent-too-early')
    const content = await listContent(db, election, kind)
    if (content?.sha256.toString('hex') !== list.contentSha256) return refused('list-differs', kind)
    await writeSending(db, election, list, { sentTo, sentToNumber, sentOn, by })
    const event = { municipalityId, actor: by, action: 'bureaus.list-sent', subject: electionId }
    await recordAudit(db, { ...event, details: { kind, sentTo, sentOn } })
    return { ok: true }
  })
}
