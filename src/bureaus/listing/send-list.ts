import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { refuseNumbers } from '../../platform/free-text.ts'
import { type Result, refused } from '../../platform/result.ts'
import { listContent } from './list-content.ts'
import type { ListKind } from './member-list.ts'
import { lockMemberList, writeSending } from './member-list-store.ts'

export interface ListSending {
  readonly election: Election
  readonly kind: ListKind
  /** The magistrate or the bureau it went to. */
  readonly sentTo: string
  readonly sentOn: string
  readonly by: string
}

/** An adopted list went out. Refused when it is not the list any more that was adopted. */
export async function sendList(
  { database }: { readonly database: Database },
  { election, kind, sentTo, sentOn, by }: ListSending,
): Promise<
  Result<
    object,
    'no-addressee' | 'number-in-text' | 'list-not-adopted' | 'list-sent' | 'list-differs' | 'sent-too-early'
  >
> {
  const inText = refuseNumbers(sentTo)
  if (inText) return inText
  if (sentTo.trim() === '' || sentTo.length > 200) return refused('no-addressee')
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const list = await lockMemberList(db, election, kind)
    if (list.state === 'DRAFT') return refused('list-not-adopted', kind)
    if (list.state === 'SENT') return refused('list-sent', kind)
    if (sentOn < list.decidedOn!) return refused('sent-too-early')
    const content = await listContent(db, election, kind)
    if (content?.sha256.toString('hex') !== list.contentSha256) return refused('list-differs', kind)
    await writeSending(db, election, list, { sentTo: sentTo.trim(), sentOn, by })
    const event = { municipalityId, actor: by, action: 'bureaus.list-sent', subject: electionId }
    await recordAudit(db, { ...event, details: { kind, sentTo: sentTo.trim(), sentOn } })
    return { ok: true }
  })
}
