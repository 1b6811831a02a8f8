import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type Refused, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import type { ListDeps } from './list-deps.ts'
import { byLegalOrder, type ListEntry } from './listed-person.ts'
import {
  deleteEntries,
  entriesOfSources,
  type OwnedEntry,
  type SealedListed,
  upsertEntries,
  upsertListed,
} from './listed-store.ts'
import { lockMemberList, memberLists } from './member-list-store.ts'
import { type RefusedFile, readListA } from './read-list-a.ts'
import type { ListARow } from './read-list-a-row.ts'

/** What a file changed. */
export interface ListAChange {
  readonly rows: number
  readonly people: number
  /** People whom the file names more than once: from two sources, or in two categories. They stand on the list once. */
  readonly namedMoreThanOnce: number
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Named before by the same sources, and not any more. */
  readonly gone: number
}

export type ImportedListA = ({ readonly ok: true } & ListAChange) | RefusedFile | Refused<'list-adopted'>

/**
 * Reads what bodies and employers deliver for list A (`docs/formats/list-a.md`), in one transaction. A file says all that its
 * sources have to say: who they named before and not any more, goes. With one bad row nothing changes, and every bad row is answered.
 */
export async function importListA(
  deps: ListDeps,
  { by, ...file }: ListAFile & { readonly by: string },
): Promise<ImportedListA> {
  const { election } = file
  const { municipalityId, electionId } = election
  const read = await readNamed(deps, file)
  if (!read.ok) return read
  const { named } = read
  return deps.database.inScope(staffOf(municipalityId), async (db) => {
    const { state } = await lockMemberList(db, election, 'A')
    if (state !== 'DRAFT') return refused('list-adopted', 'A')
    await upsertListed(db, election, [...named.values()], deps.clock.now())
    const difference = await compareSources(db, election, entriesIn(named))
    await upsertEntries(db, election, [...difference.added, ...difference.changed])
    await deleteEntries(db, election, difference.gone)
    const change = changeOf(read, difference)
    const event = { municipalityId, actor: by, action: 'bureaus.list-a-imported', subject: electionId }
    await recordAudit(db, { ...event, details: { ...change } })
    return { ok: true, ...change }
  })
}

/** What `importListA` would change now; nothing is changed. */
export async function previewListA(deps: ListDeps, file: ListAFile): Promise<ImportedListA> {
  const read = await readNamed(deps, file)
  if (!read.ok) return read
  const { election } = file
  return deps.database.inScope(staffOf(election.municipalityId), async (db) => {
    const [newest] = await memberLists(db, election, 'A')
    if (newest && newest.state !== 'DRAFT') return refused('list-adopted', 'A')
    return { ok: true, ...changeOf(read, await compareSources(db, election, entriesIn(read.named))) }
  })
}

export interface ListAFile {
  readonly election: Election
  readonly stream: AsyncIterable<Uint8Array>
  /** Of a workbook, by name. Absent: the one visible sheet that has the columns. */
  readonly sheet?: string | undefined
}

type Named = ReadonlyMap<string, SealedListed>

async function readNamed(
  { vault, clock, numbers }: ListDeps,
  { election, stream, sheet }: ListAFile,
): Promise<{ readonly ok: true; readonly rows: number; readonly named: Named } | RefusedFile> {
  const categories = loadBureauRules(election.ruleset).categories.value
  const read = await readListA(stream, { categories, numbers: { ...numbers, today: clock.now() } }, sheet)
  if (!read.ok) return read
  const named = sealedPeople(vault, read.rows, byLegalOrder(categories))
  return { ok: true, rows: read.rows.length, named }
}

function changeOf({ rows, named }: { rows: number; named: Named }, difference: Difference): ListAChange {
  const people = [...named.values()]
  const { added, changed, gone, unchanged } = difference
  return {
    ...{ rows, people: people.length },
    namedMoreThanOnce: people.filter(({ entries }) => entries.length > 1).length,
    ...{ added: added.length, changed: changed.length, unchanged, gone: gone.length },
  }
}

/** Each person once, by look-up index, with the names of the row that comes first by law. */
function sealedPeople(
  vault: Vault,
  rows: readonly ListARow[],
  legalOrder: (one: ListEntry, other: ListEntry) => number,
): Named {
  const byPerson = Map.groupBy(rows, ({ nationalNumber }) => nationalNumber)
  return new Map(
    [...byPerson].map(([nationalNumber, namings]) => {
      const sorted = namings.toSorted((one, other) => legalOrder(one.entry, other.entry))
      const { lastName, firstNames } = sorted[0]!
      const nrnIndex = vault.index(nationalNumber)
      const person = {
        ...{ lastName, firstNames, nrnIndex, nrnCipher: vault.seal(nationalNumber) },
        birthDate: sorted.find((one) => one.birthDate)?.birthDate,
        address: sorted.find((one) => one.address)?.address,
        entries: sorted.map(({ entry }) => entry),
      }
      return [nrnIndex.toString('hex'), person]
    }),
  )
}

function entriesIn(named: Named): OwnedEntry[] {
  return [...named].flatMap(([person, { entries }]) => entries.map((entry) => ({ ...entry, person })))
}

interface Difference {
  readonly added: readonly OwnedEntry[]
  readonly changed: readonly OwnedEntry[]
  readonly gone: readonly OwnedEntry[]
  readonly unchanged: number
}

/** What the sources of a file say now, beside what they said before. */
async function compareSources(
  db: Db,
  election: Election,
  wanted: readonly OwnedEntry[],
): Promise<Difference> {
  const sources = [...new Set(wanted.map(({ source }) => source))]
  const before = new Map(
    (await entriesOfSources(db, election, sources)).map((entry) => [keyOf(entry), entry]),
  )
  const kept = new Set(wanted.map(keyOf))
  const gone = [...before.values()].filter((entry) => !kept.has(keyOf(entry)))
  const added = wanted.filter((entry) => !before.has(keyOf(entry)))
  const changed = wanted.filter((entry) => {
    const was = before.get(keyOf(entry))
    return was !== undefined && saidOf(was) !== saidOf(entry)
  })
  return { added, changed, gone, unchanged: wanted.length - added.length - changed.length }
}

function keyOf({ person, category, source }: OwnedEntry): string {
  return JSON.stringify([person, category, source])
}

function saidOf({ place, profession, receivedOn }: OwnedEntry): string {
  return JSON.stringify([place, profession, receivedOn])
}
