import { type Election, getSections } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { IssueId, PackId } from '../../platform/ids.ts'
import type { Vault } from '../../platform/vault.ts'
import { currentList, getVoterByListNumber } from '../../voters/index.ts'
import { duplicatesOf } from '../duplicating/duplicate-store.ts'
import { may } from '../letter.ts'
import { lettersOfListNumber } from '../letter-store.ts'
import { countIssue } from './count-issue.ts'
import { findConflicts } from './find-conflicts.ts'
import { countWaitingOthers, findIssue, insertIssue, lockVoterNumber } from './issue-store.ts'
import type { IssuedEntry, OfflineIssue, SealedEntry } from './offline-issue.ts'
import { lastMoment, roomText } from './offline-pack.ts'
import { openEntry } from './open-entry.ts'
import { findPack, type PackToReceive } from './pack-store.ts'

interface Deps {
  readonly database: Database
  readonly vault: Vault
  readonly clock: Clock
}

export interface Received {
  /** In the order in which they were handed in; those that were received before are there as they stand now. */
  readonly issues: readonly OfflineIssue[]
  /** Entries that are safe here: the device may forget them. */
  readonly kept: readonly string[]
  /** Of no pack of this election, or damaged: they stay in the device. */
  readonly refused: readonly string[]
}

/**
 * Takes what a device gave without network. Each entry is a transaction of its own and is taken once, by its id: handed in
 * again it answers how it stands. One that nothing is the matter with counts at once; the others wait for a person. An entry
 * can only be made by who opened the pack, because it is sealed with a key that lies in it.
 */
export async function receiveIssues(
  deps: Deps,
  facts: { election: Election; entries: readonly SealedEntry[]; by: string },
): Promise<Received> {
  const issues: OfflineIssue[] = []
  const kept: string[] = []
  const refused: string[] = []
  for (const entry of facts.entries) {
    const taken = await receiveOne(deps, { ...facts, entry })
    if (taken) kept.push(entry.id)
    else refused.push(entry.id)
    if (taken && taken !== 'noted') issues.push(taken)
  }
  return { issues, kept, refused }
}

interface One {
  readonly election: Election
  readonly entry: SealedEntry
  readonly by: string
}

async function receiveOne(deps: Deps, { election, entry, by }: One): Promise<OfflineIssue | 'noted' | false> {
  const { municipalityId, electionId } = election
  return deps.database.inScope(staffOf(municipalityId), async (db) => {
    const pack = await findPack(db, municipalityId, electionId, entry.pack as PackId)
    const opened = pack && openEntry(entry, Buffer.from(deps.vault.open(pack.outboxKey), 'base64'))
    if (!opened) return false
    if (opened.kind === 'opened') {
      const voter = await voterOf(db, election, opened.listNumber)
      const details = { deviceId: pack.deviceId, at: opened.at }
      const event = { municipalityId, actor: by, action: 'voters.opened-offline', details }
      if (voter) await recordAudit(db, { ...event, subject: voter.voterId })
      return 'noted'
    }
    const issueId = entry.id as IssueId
    await lockVoterNumber(db, electionId, opened.listNumber)
    const before = await findIssue(db, municipalityId, electionId, issueId)
    if (before) return before
    await receiveIssue(db, election, { pack, entry: opened, issueId, by, now: deps.clock.now() })
    return (await findIssue(db, municipalityId, electionId, issueId))!
  })
}

interface Issue {
  readonly pack: PackToReceive
  readonly entry: IssuedEntry
  readonly issueId: IssueId
  readonly by: string
  readonly now: Date
}

async function receiveIssue(db: Db, election: Election, { pack, entry, issueId, by, now }: Issue) {
  const { municipalityId, electionId } = election
  const { listNumber, section, clerk, reason, identity } = entry
  const voter = await voterOf(db, election, listNumber)
  const letters = await lettersOfListNumber(db, municipalityId, electionId, listNumber)
  const current = letters.find(({ state }) => (may.duplicate as readonly string[]).includes(state))
  const given = current ? await duplicatesOf(db, municipalityId, electionId, [current.letter_id]) : []
  const waiting = await countWaitingOthers(db, municipalityId, electionId, { listNumber, issueId })
  const sections = await getSections(db, municipalityId, electionId)
  const votesIn = sections.find((one) => one.section === voter?.section)
  const conflicts = findConflicts(entry, {
    ...{ voter, room: votesIn && roomText(votesIn), hasCurrentLetter: current !== undefined },
    others: waiting + Math.max(given.length - entry.before, 0),
    ...{ madeAt: pack.madeAt, revokedAt: pack.revokedAt, lastMoment: lastMoment(election), now },
    offered: election.ruleset.duplicate.value.reasons,
  })
  const issuedAt = new Date(entry.at)
  const counts = conflicts.length === 0 && current !== undefined
  const duplicateId = counts
    ? await countIssue(db, election, current.letter_id, { issueId, reason, identity, issuedAt, by })
    : null
  const state = counts ? 'counted' : 'waiting'
  await insertIssue(db, municipalityId, electionId, {
    ...{ issueId, packId: pack.packId, listNumber, voterId: voter?.voterId ?? null, section, clerk },
    ...{ reason, identity, issuedAt, receivedAt: now, receivedBy: by, state, conflicts, duplicateId },
  })
  const details = { issueId, deviceId: pack.deviceId, at: entry.at, reason, identity, state, conflicts }
  const event = { municipalityId, actor: by, action: 'letters.duplicated-offline', details }
  await recordAudit(db, { ...event, ...(voter && { subject: voter.voterId }) })
}

async function voterOf(db: Db, { municipalityId, electionId }: Election, listNumber: number) {
  const list = await currentList(db, municipalityId, electionId)
  return list && getVoterByListNumber(db, municipalityId, electionId, list.listId, listNumber)
}
