import { Readable } from 'node:stream'
import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { sha256 } from '../../platform/hash.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { type ImportedCandidates, importCandidates, previewCandidates } from './import-candidates.ts'
import { type ImportedListA, importListA, previewListA } from './import-list-a.ts'
import type { ListDeps } from './list-deps.ts'
import {
  deleteListFile,
  deleteListFilesBefore,
  type KeptListFile,
  type ListFileKind,
  selectListFile,
  writeListFile,
} from './list-file-store.ts'
import { openFile, sealFile } from './packed.ts'

/** Bytes of a file that is looked through on a page: some hundred thousand rows. */
export const mostListFileBytes = 32 * 1024 * 1024
const daysKept = 7

interface Of {
  readonly election: Election
  readonly what: ListFileKind
}

/** Keeps a file until somebody took over what it changes, or another takes its place; nothing of it is used yet. */
export async function keepListFile(
  { database, vault, clock }: ListDeps,
  { election, what, bytes, by }: Of & { readonly bytes: Uint8Array; readonly by: string },
): Promise<void> {
  const facts = {
    sealed: await sealFile(vault, bytes),
    sha256: sha256(bytes),
    keptBy: by,
    keptAt: clock.now(),
  }
  const { municipalityId, electionId } = election
  await database.inScope(staffOf(municipalityId), async (db) => {
    await writeListFile(db, election, what, facts)
    const event = { municipalityId, actor: by, action: 'bureaus.list-file-kept', subject: electionId }
    await recordAudit(db, { ...event, details: { what, bytes: bytes.length } })
  })
}

/** What a kept file would change, or all that is wrong with it. */
export type LookedThrough = Pick<KeptListFile, 'keptBy' | 'keptAt'> &
  (
    | { readonly what: 'list-a'; readonly answer: ImportedListA }
    | { readonly what: 'candidates'; readonly answer: ImportedCandidates }
  ) & {
    /** Of the file and of what it would change: another means that it changed meanwhile. */
    readonly seen: string
  }

export async function lookThrough(deps: ListDeps, of: Of): Promise<LookedThrough | undefined> {
  const { election, what } = of
  const kept = await keptFile(deps, of)
  if (!kept) return undefined
  const bytes = await openFile(deps.vault, kept.sealed)
  const asked = { election, stream: Readable.from([bytes]) }
  const { keptBy, keptAt } = kept
  const looked =
    what === 'list-a'
      ? { what, answer: await previewListA(deps, asked) }
      : { what, answer: await previewCandidates(deps, asked) }
  const change = looked.answer.ok ? JSON.stringify(looked.answer) : ''
  return {
    ...looked,
    keptBy,
    keptAt,
    seen: sha256(`${kept.sha256.toString('hex')} ${change}`).toString('hex'),
  }
}

/** Takes a kept file over as somebody saw what it changes, and lets go of it. */
export async function takeOverListFile(
  deps: ListDeps,
  of: Of & { readonly seen: string; readonly by: string },
): Promise<Result<object, 'no-file' | 'changed-meanwhile' | 'list-adopted'>> {
  const { election, what, seen, by } = of
  const looked = await lookThrough(deps, of)
  const kept = await keptFile(deps, of)
  if (!looked || !kept) return refused('no-file')
  if (looked.seen !== seen || !looked.answer.ok) return refused('changed-meanwhile')
  const asked = { election, stream: Readable.from([await openFile(deps.vault, kept.sealed)]), by }
  const answer = what === 'list-a' ? await importListA(deps, asked) : await importCandidates(deps, asked)
  if (!answer.ok) return refused(answer.because === 'list-adopted' ? 'list-adopted' : 'changed-meanwhile')
  await deps.database.inScope(staffOf(election.municipalityId), (db) => deleteListFile(db, election, what))
  return { ok: true }
}

function keptFile({ database }: ListDeps, { election, what }: Of): Promise<KeptListFile | undefined> {
  return database.inScope(staffOf(election.municipalityId), (db) => selectListFile(db, election, what))
}

/** Lets go of files that nobody took over in a week: they hold personal data that nobody uses. */
export async function dropOldListFiles(
  { database, clock }: Pick<ListDeps, 'database' | 'clock'>,
  municipalityId: MunicipalityId,
): Promise<void> {
  const before = new Date(clock.now().getTime() - daysKept * 24 * 60 * 60 * 1000)
  await database.inScope(staffOf(municipalityId), (db) => deleteListFilesBefore(db, municipalityId, before))
}
