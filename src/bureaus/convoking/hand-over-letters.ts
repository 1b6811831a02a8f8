import { cancelDeliveries, dispatch } from '../../delivery/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Db } from '../../platform/db/database.ts'
import type { DocumentId } from '../../platform/ids.ts'
import { type StepContext, stepIn } from '../assignments/step-assignment.ts'
import { type ChangedPart, changesOf } from './changed-seat.ts'
import { loadMemberLetters } from './load-member-letters.ts'
import { memberLetterId, memberLetterMailboxKey, openMemberCampaign } from './member-letter-campaign.ts'
import type { MemberLetterFacts, MemberLetterKind } from './member-letter-facts.ts'
import { insertLetters, lettersOf, type NewLetter, replaceVersions } from './member-letter-store.ts'
import { callingLetters, type KeptFacts } from './sent-letter.ts'
import type { CurrentBasis, TypesetLetter } from './typeset-letters.ts'

export interface HandOver {
  readonly basis: CurrentBasis
  readonly kind: MemberLetterKind
  /** All of this kind, and all of them replace an earlier one or none does. */
  readonly letters: readonly TypesetLetter[]
  readonly by: string
}

/**
 * Hands letters over for delivery in the caller's transaction, each with the step of its assignment: all of it happens or nothing. An
 * assignment that somebody stepped meanwhile, so that it can't be called any more, is left out. Answers the letters that were handed over.
 */
export async function handOverLetters(
  db: Db,
  now: Date,
  { basis, kind, letters, by }: HandOver,
): Promise<DocumentId[]> {
  const { election } = basis
  const isCorrection = letters.some(({ facts }) => facts.correction !== undefined)
  const travel = { kind, isCorrection, settings: basis.settings, by }
  const campaignId = await openMemberCampaign(db, election, travel)
  const called: TypesetLetter[] = []
  for (const letter of letters)
    if (await isCalled(db, { ...basis, now }, { kind, letter, by })) called.push(letter)
  if (called.length === 0) return []
  const versions = await versionsOf(db, basis, { kind, letters: called })
  const rows = called.map((letter, place) =>
    rowOf({ letter, campaignId, sentAt: now, sentBy: by, basis, kind, version: versions[place]! }),
  )
  for (const row of rows) if (row.version > 1) await replaceEarlier(db, basis, row)
  await insertLetters(db, election, rows)
  await dispatch(
    db,
    { municipalityId: election.municipalityId, campaignId },
    rows.map((row, place) => toDocument(basis, row, called[place]!)),
  )
  await recordAudit(db, {
    ...{
      municipalityId: election.municipalityId,
      actor: by,
      action: 'bureaus.letters-sent',
      subject: campaignId,
    },
    details: { letters: rows.length, kind },
  })
  return rows.map(({ letterId }) => letterId)
}

/** The step of the assignment, where this letter is one that calls; false when it can't be taken any more. */
async function isCalled(
  db: Db,
  context: StepContext,
  { kind, letter, by }: { kind: MemberLetterKind; letter: TypesetLetter; by: string },
): Promise<boolean> {
  const { assignmentId, delivery, version } = letter.of
  if (!callingLetters.includes(kind)) return true
  const isUnderWay = delivery === 'SENT' || delivery === 'DELIVERED'
  const changed = letter.facts.correction && changedIn(letter.facts).join(' ')
  if (isUnderWay && !changed) return true
  const act = { by, authority: 'municipality', ...(changed && { details: { changed } }) } as const
  const step = { election: context.election, assignmentId, version, ...act }
  return (await stepIn(db, context, step, isUnderWay ? 'send-corrected' : 'send')).ok
}

function changedIn(facts: MemberLetterFacts): ChangedPart[] {
  const { correction } = facts
  return correction ? changesOf(loadMemberLetters(facts), correction.told, facts).map(({ what }) => what) : []
}

async function versionsOf(
  db: Db,
  { election }: CurrentBasis,
  { kind, letters }: Pick<HandOver, 'kind' | 'letters'>,
): Promise<number[]> {
  const ids = letters.map(({ of }) => of.assignmentId)
  const earlier = (await lettersOf(db, election, ids)).filter((one) => one.kind === kind)
  return ids.map(
    (id) => 1 + Math.max(0, ...earlier.filter((one) => one.assignmentId === id).map((one) => one.version)),
  )
}

async function replaceEarlier(
  db: Db,
  { election }: CurrentBasis,
  { assignmentId, kind, sentAt }: NewLetter,
): Promise<void> {
  const replaced = await replaceVersions(db, election, { assignmentId, kind, at: sentAt })
  const { municipalityId } = election
  for (const { letterId, campaignId } of replaced) {
    const cancel = { campaignId, documentIds: [letterId], because: 'replaced', now: sentAt }
    await cancelDeliveries(db, { municipalityId, ...cancel })
  }
}

interface Row extends Pick<NewLetter, 'campaignId' | 'sentAt' | 'sentBy' | 'kind' | 'version'> {
  readonly letter: TypesetLetter
  readonly basis: CurrentBasis
}

function rowOf({ letter, basis, ...row }: Row): NewLetter {
  const { assignmentId } = letter.of
  const { settingsVersion, election } = basis
  const letterId = memberLetterId(election, { assignmentId, kind: row.kind, version: row.version })
  const { facts, pdfSha256 } = letter
  return { ...row, letterId, assignmentId, settingsVersion, facts: withoutArms(facts), pdfSha256 }
}

function withoutArms(facts: MemberLetterFacts): KeptFacts {
  const { arms: _, ...municipality } = facts.municipality
  return { ...facts, municipality }
}

function toDocument({ election }: CurrentBasis, row: NewLetter, { of }: TypesetLetter) {
  return {
    documentId: row.letterId,
    mailboxKey: memberLetterMailboxKey(election, row),
    recipientCipher: of.nrnCipher,
    personIndex: of.nrnIndex,
    documentSha256: row.pdfSha256,
  }
}
