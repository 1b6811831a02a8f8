import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { sha256OfJson } from '../../platform/hash.ts'
import {
  type AmendDeps,
  type AmendmentsEnd,
  type ClaimedAmendments,
  endAmendments,
  type Finding,
  firstOfEach,
  keepFindings,
  openKept,
  type UploadedList,
  type UploadOutcome,
  workOnUpload,
} from '../../voters/index.ts'
import { type AmendOutcome, amendList } from './amend-list.ts'
import type { Amended } from './amended.ts'

type Deps = AmendDeps & { readonly database: Database }

interface ByFile {
  readonly election: Election
  readonly claimed: ClaimedAmendments
  readonly by: string
}

/** What carrying out a file comes to, in numbers, for who decides on it. */
export interface Foreseen extends Omit<Amended, 'struck' | 'added' | 'corrected'> {
  readonly struck: number
  readonly added: number
  readonly corrected: number
  /** Stands for all of it, whom it concerns too: who decides, decides on this and nothing else. */
  readonly seen: string
  /** Somebody decided on something else that was foreseen before. */
  readonly isChanged?: boolean
}

/** What was foreseen of a file, or was done when it is carried out; nothing before it was looked through. */
export function foreseenOf(upload: UploadedList): Foreseen | undefined {
  return upload.foreseen as Foreseen | undefined
}

/**
 * Looks through a file of amendments that was claimed: what is wrong with it, or what it would do. Nothing is done. How it
 * ended is written down at the upload, for whoever comes to look.
 */
export async function lookAtAmendments(deps: Deps, { election, claimed, by }: ByFile): Promise<void> {
  await workOnUpload(deps, claimed.key, async (watch) => {
    const outcome = await amendList(deps, {
      ...{ election, by, mutations: fileOf(deps, claimed), dryRun: true },
      ...watching(watch, claimed),
    })
    await writeDown(deps, claimed, outcome)
  })
}

/**
 * Carries a file out that was claimed for it, when that does what somebody saw. That it was done is written in the same
 * transaction; when it would do something else by now nothing is done, and what it would do is written down anew.
 */
export async function carryOutAmendments(
  deps: Deps,
  { election, claimed, by, seen }: ByFile & { readonly seen: string },
): Promise<void> {
  await workOnUpload(deps, claimed.key, async (watch) => {
    const outcome = await amendList(deps, {
      ...{ election, by, mutations: fileOf(deps, claimed), ...watching(watch, claimed) },
      asForeseen: (amended) => foreseen(amended).seen === seen,
      whenDone: async (db, amended) => {
        await endAmendments(db, claimed.key, { state: 'carried-out', foreseen: foreseen(amended) })
        await recordCarriedOut(db, { election, claimed, by }, amended)
      },
    })
    if (!outcome.ok) await writeDown(deps, claimed, outcome)
  })
}

function fileOf(deps: Deps, { key }: ClaimedAmendments) {
  return openKept(deps, { key, file: 'amendments' })
}

type Watch = Parameters<Parameters<typeof workOnUpload>[2]>[0]

/** Rows that are done, and the bytes of the file that they are about. */
function watching({ note, signal }: Watch, { bytes }: ClaimedAmendments) {
  const onProgress = (done: number, total: number) =>
    note({ rows: done, bytes: Math.floor((bytes * done) / total) })
  return { onProgress, signal }
}

function foreseen(amended: Amended): Foreseen {
  const { struck, added, corrected, grounds, withdrawn, notReleased, sent, notOnLetter, toMake } = amended
  return {
    ...{ struck: struck.length, added: added.length, corrected: corrected.length },
    ...{ grounds, withdrawn, notReleased, sent, notOnLetter, toMake },
    seen: sha256OfJson({ struck, added, corrected, withdrawn, notReleased, sent, toMake }).toString('hex'),
  }
}

async function writeDown(deps: Deps, { key }: ClaimedAmendments, outcome: AmendOutcome): Promise<void> {
  if ('findings' in outcome) await keepFindings(deps, key, outcome.findings)
  await deps.database.inScope(staffOf(key.municipalityId), (db) => endAmendments(db, key, endOf(outcome)))
}

function endOf(outcome: AmendOutcome): AmendmentsEnd {
  if (outcome.ok) return { state: 'foreseen', foreseen: foreseen(outcome) }
  if (outcome.because === 'interrupted') return { state: 'stopped' }
  if ('now' in outcome) return { state: 'foreseen', foreseen: { ...foreseen(outcome.now), isChanged: true } }
  const { because, detail } = outcome
  const report = 'findings' in outcome ? reportOf(outcome.findings) : undefined
  const refused: UploadOutcome = {
    ...{ ok: false, because, ...(detail && { detail }), ...(report && { report }) },
    ...('fault' in outcome && { fault: outcome.fault, facts: outcome.facts }),
  }
  return { state: 'refused', outcome: refused }
}

function reportOf(findings: readonly Finding[]): NonNullable<UploadOutcome['report']> {
  const counts: Partial<Record<Finding['code'], number>> = {}
  for (const { code } of findings) counts[code] = (counts[code] ?? 0) + 1
  const warnings = findings.filter(({ severity }) => severity === 'warning').length
  return {
    ...{ voters: 0, errors: findings.length - warnings, warnings, counts },
    findings: firstOfEach(findings),
  }
}

function recordCarriedOut(
  db: Db,
  { election, claimed, by }: ByFile,
  { struck, added, corrected, withdrawn, sent }: Amended,
): Promise<void> {
  const { municipalityId } = election
  const event = { municipalityId, actor: by, action: 'voters.amended', subject: claimed.key.uploadId }
  const counts = { struck: struck.length, added: added.length, corrected: corrected.length }
  return recordAudit(db, { ...event, details: { ...counts, withdrawn, sent } })
}
