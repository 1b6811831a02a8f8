import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { refuseNumbers } from '../../platform/free-text.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import { droppedOutOfListB } from './list-b-people-overview.ts'
import { listToHand } from './list-content.ts'
import { insertListContent } from './list-content-store.ts'
import { insertListDocument, isPdf } from './list-document-store.ts'
import type { ListKind } from './member-list.ts'
import { lockMemberList, writeAdoption } from './member-list-store.ts'
import { sealFile } from './packed.ts'

export interface ListDecision {
  readonly election: Election
  readonly kind: ListKind
  /** Reference of the decision of the college. */
  readonly decision: string
  readonly decidedOn: string
  /** The decision itself, as a PDF. */
  readonly document?: Uint8Array | undefined
  readonly by: string
}

export type AdoptRefusal = 'no-decision' | 'number-in-text' | 'not-a-pdf' | 'list-adopted' | 'list-empty'

/**
 * The college adopted a list as it is now: from here on it changes only in a new version, and what is handed over is what was adopted.
 * Of list B who became a candidate, came on list A or votes here no more since the draw is passed over (LPKD 44 and 48; KWB 95 §§ 11
 * and 12): `dropped` is how many.
 */
export async function adoptList(
  { database, vault }: { readonly database: Database; readonly vault: Pick<Vault, 'seal' | 'open'> },
  { election, kind, decision, decidedOn, document, by }: ListDecision,
): Promise<Result<{ people: number; sha256: string; dropped: number }, AdoptRefusal>> {
  const inText = refuseNumbers(decision)
  if (inText) return inText
  if (decision.trim() === '' || decision.length > 200) return refused('no-decision')
  if (document && !isPdf(document)) return refused('not-a-pdf')
  const sealed = document && (await sealFile(vault, document))
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const list = await lockMemberList(db, election, kind)
    if (list.state !== 'DRAFT') return refused('list-adopted', kind)
    const content = await listToHand(db, vault, election, kind)
    if (!content) return refused('list-empty', kind)
    const { people, sha256: contentSha256, handed } = content
    const dropped = kind === 'B' ? (await droppedOutOfListB(db, election)).length : 0
    await writeAdoption(db, election, list, {
      decision: decision.trim(),
      decidedOn,
      contentSha256,
      people,
      by,
    })
    await insertListContent(db, election, list, await sealFile(vault, Buffer.from(JSON.stringify(handed))))
    if (sealed) await insertListDocument(db, election, list, { sealed, bytes: document.length })
    const sha256 = contentSha256.toString('hex')
    const event = { municipalityId, actor: by, action: 'bureaus.list-adopted', subject: electionId }
    await recordAudit(db, {
      ...event,
      details: { kind, decision: decision.trim(), decidedOn, people, dropped, sha256 },
    })
    return { ok: true, people, sha256, dropped }
  })
}
