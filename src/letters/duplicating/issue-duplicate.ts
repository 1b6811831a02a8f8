import {
  type DuplicateReason,
  deadlineInstant,
  duplicateMark,
  duplicateUntil,
  type Election,
} from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { dayInBelgium, startOfDay } from '../../platform/dates.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { sha256 } from '../../platform/hash.ts'
import type { DocumentId, LetterId } from '../../platform/ids.ts'
import type { Typesetter } from '../../platform/pdf/typesetter.ts'
import { type Result, refused } from '../../platform/result.ts'
import { saysOtherRoom } from '../amending/says-other-room.ts'
import { may } from '../letter.ts'
import { type LetterRow, lettersById, lettersOfListNumber } from '../letter-store.ts'
import type { SealDeps } from '../sealing/seal-documents.ts'
import { type DuplicateChannel, duplicateId, type IdentityCheck } from './duplicate.ts'
import { countIssuedBy, duplicateOfRequest, insertDuplicate, lockNextNumber } from './duplicate-store.ts'
import { renderDuplicate } from './render-duplicate.ts'
import { sealDuplicate } from './seal-duplicate.ts'
import { sendDuplicate } from './send-duplicate.ts'

export interface DuplicateDeps extends SealDeps {
  readonly typesetter: Typesetter
}

export interface DuplicateRequest {
  readonly election: Election
  readonly listNumber: number
  readonly reason: DuplicateReason
  readonly identity: IdentityCheck
  /** On paper at the counter, or once more to the voter's mailbox. */
  readonly channel: DuplicateChannel
  readonly by: string
  /** The same again is the same duplicate: of a form that was sent twice. Absent: each call is another one. */
  readonly requestId?: string | undefined
  /** Whoever issues this one issues no more of the letter on one day in Belgium. Absent: as many as they answer for. */
  readonly mostPerDay?: number
}

export interface IssuedDuplicate {
  readonly duplicateId: DocumentId
  readonly letterId: LetterId
  /** Of this letter, from 1. */
  readonly number: number
  /** For paper with its seal, if its letter has one; what goes to a mailbox gets it there. */
  readonly pdf: Uint8Array
}

export type DuplicateRefusal =
  | 'no-such-letter'
  | 'not-released'
  | 'not-current'
  | 'other-room'
  | 'too-late'
  | 'reason-not-offered'
  | 'enough-today'
  | 'unprintable'

/**
 * Issues a duplicate of a voter's released letter: the same facts, marked as the ruleset says, until the hour of polling day that
 * it names and for the reasons it knows (KWB art. 107, LPKD art. 53). It is counted and written into the audit log with why and
 * how identity was checked. A letter that was taken back has none: what it says is not so any more. One that names another
 * room than holds now has none either, from the moment the room changes: a duplicate sends nobody to a wrong door.
 */
export async function issueDuplicate(
  deps: DuplicateDeps,
  request: DuplicateRequest,
): Promise<Result<IssuedDuplicate, DuplicateRefusal>> {
  const { election, reason } = request
  const { municipalityId } = election
  const offered = election.ruleset.duplicate.value.reasons
  if (!offered.includes(reason)) return refused('reason-not-offered', offered.join(', '))
  const { date, time, source } = duplicateUntil(election)
  const until = deadlineInstant({ date, time, bound: 'latest' }).epochMilliseconds
  if (deps.clock.now().getTime() >= until) return refused('too-late', `${date} ${time} (${source})`)
  const scope = staffOf(municipalityId)
  const found = await deps.database.inScope(scope, (db) => currentLetter(db, request))
  if (!found.ok) return found
  // Before anything is typeset, which costs more than to ask.
  const { letter_id: letterId } = found.letter
  if (await deps.database.inScope(scope, (db) => isEnough(db, deps, request, letterId)))
    return refused('enough-today', String(request.mostPerDay))
  const mark = duplicateMark(election, found.letter.language)
  const made = await renderDuplicate(deps, election, found.letter, mark)
  if (!made.ok) return refused('unprintable')
  const issued = await recordIssue(deps, request, { letter: found.letter, mark, made })
  if (!issued.ok || request.channel !== 'print') return issued
  const { duplicateId: documentId, pdf } = issued
  return { ...issued, pdf: await sealDuplicate(deps, election, { documentId, pdf }) }
}

interface MadeDuplicate {
  readonly letter: LetterRow
  readonly mark: string
  readonly made: { readonly pdf: Uint8Array; readonly typesetWhole?: string }
}

/** Counts it, hands it over if it goes to a mailbox, and writes the event, together. */
function recordIssue(
  deps: DuplicateDeps,
  request: DuplicateRequest,
  { letter, mark, made }: MadeDuplicate,
): Promise<Result<IssuedDuplicate, DuplicateRefusal>> {
  const { election, reason, identity, channel, by, requestId } = request
  const { municipalityId, electionId } = election
  return deps.database.inScope(staffOf(municipalityId), async (db) => {
    const { letter_id: letterId, voter_id: voterId } = letter
    const number = await lockNextNumber(db, municipalityId, electionId, letterId)
    const [now] = await lettersById(db, municipalityId, electionId, [letterId])
    if (!isCurrent(now)) return refused('not-current', `it is ${now?.state ?? 'gone'}`)
    const before =
      requestId &&
      (await duplicateOfRequest(db, municipalityId, electionId, { letterId, channel, requestId }))
    if (before) return { ok: true, ...before, letterId, pdf: made.pdf }
    if (await isEnough(db, deps, request, letterId))
      return refused('enough-today', String(request.mostPerDay))
    const issued = { duplicateId: duplicateId(letterId, number), letterId, number, pdf: made.pdf }
    await insertDuplicate(db, municipalityId, electionId, {
      ...{ ...issued, channel, reason, identity, mark },
      pdf: channel === 'mailbox' && made.typesetWhole ? made.pdf : undefined,
      ...{ pdfSha256: sha256(made.pdf), issuedAt: deps.clock.now(), issuedBy: by, requestId },
    })
    if (channel === 'mailbox') await sendDuplicate(db, { election, letter, number, pdf: made.pdf, by })
    const details = { letterId, number, channel, reason, identity }
    await recordAudit(db, {
      municipalityId,
      actor: by,
      action: 'letters.duplicated',
      subject: voterId,
      details,
    })
    return { ok: true, ...issued }
  })
}

/** The same request once more is no other duplicate, so it is never too many. */
async function isEnough(
  db: Db,
  { clock }: Pick<DuplicateDeps, 'clock'>,
  { election, channel, by, requestId, mostPerDay }: DuplicateRequest,
  letterId: LetterId,
): Promise<boolean> {
  if (mostPerDay === undefined) return false
  const { municipalityId, electionId } = election
  const since = startOfDay(dayInBelgium(clock.now()))
  const many = await countIssuedBy(db, municipalityId, electionId, { letterId, by, since })
  if (many < mostPerDay) return false
  const again = requestId && { letterId, channel, requestId }
  return !(again && (await duplicateOfRequest(db, municipalityId, electionId, again)))
}

/** The letter that is the voter's now, or why there is none to duplicate. */
async function currentLetter(
  db: Db,
  { election, listNumber }: DuplicateRequest,
): Promise<Result<{ letter: LetterRow }, DuplicateRefusal>> {
  const { municipalityId, electionId } = election
  const versions = await lettersOfListNumber(db, municipalityId, electionId, listNumber)
  const letter = versions.find(isCurrent)
  if (letter && (await saysOtherRoom(db, election, letter))) return refused('other-room')
  if (letter) return { ok: true, letter }
  const [latest] = versions
  if (!latest) return refused('no-such-letter')
  if (latest.state === 'composed') return refused('not-released')
  return refused('not-current', `version ${latest.version} is ${latest.state}`)
}

function isCurrent(letter: LetterRow | undefined): boolean {
  return letter !== undefined && (may.duplicate as readonly string[]).includes(letter.state)
}
