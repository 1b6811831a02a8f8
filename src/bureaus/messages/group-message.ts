import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { sha256OfJson } from '../../platform/hash.ts'
import { type GroupMessageId, newId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { refuseWording, tidyWording, type WordingRefusal } from './check-wording.ts'
import type { Ways } from './due-messages-overview.ts'
import { type GroupMessage, insertGroup, lockGroup, markGroup } from './group-store.ts'
import type { MessageFilter } from './message-filter.ts'
import { dropWaiting, insertMessages } from './message-store.ts'
import type { Wording } from './message-templates-file.ts'
import { recipientsOf } from './recipients-overview.ts'

interface Deps {
  readonly database: Database
  readonly clock: Clock
  readonly ways: Ways
}

interface Draft {
  readonly wording: Wording
  readonly filter: MessageFilter
}

/** What two people have to agree on: the text, whom was asked for, and who that is. Who can't be reached is not among them. */
export async function groupToSend(db: Db, { ways }: Pick<Deps, 'ways'>, election: Election, draft: Draft) {
  const { filter } = draft
  const wording = tidyWording(draft.wording)
  const bySms = ways.sms && wording.sms !== ''
  const found = await recipientsOf(db, election, { filter, ways: { mail: ways.mail, sms: bySms } })
  const reachable = found.filter(({ isReachable }) => isReachable)
  const ids = reachable.map(({ memberId, assignmentId }) => `${memberId} ${assignmentId}`).sort()
  const { subject, body, sms } = wording
  const { kind, role, number, state, unanswered } = filter
  const asked = [kind, role, number, state, unanswered].map((one) => one ?? null)
  return { wording, found, reachable, sha256: sha256OfJson([subject, body, sms, asked, ids]) }
}

export type AskGroupRefusal = WordingRefusal | 'nobody' | 'changed-meanwhile'

/** One person asks. `seen` is the hash of what this person looked at: when it is another by now, they look again. */
export async function askGroupMessage(
  deps: Deps,
  { election, by, seen, ...draft }: Draft & { election: Election; by: string; seen: string },
): Promise<Result<{ groupId: GroupMessageId }, AskGroupRefusal>> {
  const wrong = refuseWording(tidyWording(draft.wording))
  if (wrong) return wrong
  const { municipalityId } = election
  return deps.database.inScope(staffOf(municipalityId), async (db) => {
    const { wording, reachable, sha256 } = await groupToSend(db, deps, election, draft)
    if (reachable.length === 0) return refused('nobody')
    if (sha256.toString('hex') !== seen) return refused('changed-meanwhile')
    const groupId = newId<GroupMessageId>()
    const people = reachable.length
    const facts = {
      groupId,
      ...wording,
      filter: draft.filter,
      sha256,
      people,
      askedBy: by,
      askedAt: deps.clock.now(),
    }
    const open = { releasedBy: null, releasedAt: null, endedBy: null, endedAt: null }
    await insertGroup(db, election, { ...facts, ...open })
    const event = { municipalityId, actor: by, action: 'bureaus.group-message-asked', subject: groupId }
    await recordAudit(db, { ...event, details: { people, sha256: sha256.toString('hex') } })
    return { ok: true, groupId }
  })
}

export type ReleaseGroupRefusal = 'no-such-message' | 'not-waiting' | 'same-person' | 'recipients-changed'

interface Decision {
  readonly election: Election
  readonly groupId: GroupMessageId
  readonly by: string
}

/** Another person releases what was asked: as long as the hash is the same, everybody's message is written down to leave. */
export async function releaseGroupMessage(
  deps: Deps,
  { election, groupId, by }: Decision,
): Promise<Result<{ people: number }, ReleaseGroupRefusal>> {
  const { municipalityId } = election
  return deps.database.inScope(staffOf(municipalityId), async (db) => {
    const group = await lockGroup(db, election, groupId)
    if (!group) return refused('no-such-message')
    if (group.releasedAt || group.endedAt) return refused('not-waiting')
    if (group.askedBy === by) return refused('same-person')
    const draft = { wording: group, filter: group.filter }
    const { reachable, sha256 } = await groupToSend(db, deps, election, draft)
    if (!sha256.equals(group.sha256)) return refused('recipients-changed')
    const at = deps.clock.now()
    await markGroup(db, election, groupId, 'released', { by, at })
    const messages = reachable.map(({ memberId, assignmentId }) => ({
      ...{ memberId, assignmentId, groupId, event: `group-${groupId}`, template: 'group' as const },
    }))
    const people = await insertMessages(db, election, messages, { language: 'nl', at })
    const event = { municipalityId, actor: by, action: 'bureaus.group-message-released', subject: groupId }
    await recordAudit(db, { ...event, details: { people, sha256: sha256.toString('hex') } })
    return { ok: true, people }
  })
}

/** Taken back before it was released; or stopped after that: who still waits gets none. */
export async function endGroupMessage(
  { database, clock }: Pick<Deps, 'database' | 'clock'>,
  { election, groupId, by }: Decision,
): Promise<Result<{ group: GroupMessage; dropped: number }, 'no-such-message' | 'ended'>> {
  const { municipalityId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const group = await lockGroup(db, election, groupId)
    if (!group) return refused('no-such-message')
    if (group.endedAt) return refused('ended')
    const now = clock.now()
    await markGroup(db, election, groupId, 'ended', { by, at: now })
    const dropped = await dropWaiting(db, election, { groupId }, { code: 'stopped', now })
    const event = { municipalityId, actor: by, action: 'bureaus.group-message-stopped', subject: groupId }
    await recordAudit(db, { ...event, details: { dropped } })
    return { ok: true, group, dropped }
  })
}
