import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Election, getSections, type Section, unsignedValues } from '../elections/index.ts'
import { getSettings, type MunicipalitySettings } from '../municipalities/index.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Clock } from '../platform/clock.ts'
import { byteOrderMark, csvRows } from '../platform/csv/write-csv.ts'
import type { Database, Db } from '../platform/db/database.ts'
import { environmentOf } from '../platform/db/environment.ts'
import { staffOf } from '../platform/db/scope.ts'
import { oneSnapshot } from '../platform/db/snapshot.ts'
import type { ListId } from '../platform/ids.ts'
import type { Typesetter } from '../platform/pdf/typesetter.ts'
import { type Result, refused } from '../platform/result.ts'
import { paperName } from '../platform/signed-paper.ts'
import type { Vault } from '../platform/vault.ts'
import { type Amendment, amendmentsOf, currentList, votersOfSection } from '../voters/index.ts'
import { countOf, headsOf, typesetSectionList } from './section-list-document.ts'
import { rowOf, type SectionListRow } from './section-list-rows.ts'

export interface SectionListDeps {
  readonly database: Database
  readonly vault: Vault
  readonly typesetter: Typesetter
  readonly clock: Clock
  readonly onProgress?: (done: number, total: number) => void
}

export interface SectionListsWanted {
  readonly election: Election
  /** The lists get a folder of their own in here. */
  readonly folder: string
  /** One section alone. */
  readonly section?: number | undefined
  readonly by: string
  readonly signal?: AbortSignal
}

export interface SectionLists {
  readonly folder: string
  readonly sections: number
  /** Who may vote; those that were struck stand on the lists besides. */
  readonly voters: number
  readonly struck: number
  readonly added: number
  readonly corrected: number
}

type SectionListRefusal = 'list-not-closed' | 'no-such-section' | 'section-list-not-signed-off' | 'stopped'

const unfinishedEnd = '.unfinished'
const pageSize = 2000

/**
 * Writes the corrected list of each section, as a PDF and as CSV, in the columns of the ruleset. All of one moment, a
 * section at a time. The files can be read by their owner alone; stopped halfway, none of them is left.
 */
export async function writeSectionLists(
  deps: SectionListDeps,
  wanted: SectionListsWanted,
): Promise<Result<SectionLists, SectionListRefusal>> {
  const { election, folder } = wanted
  const at = deps.clock.now()
  const target = join(folder, paperName(`${election.code}-section-lists`, at))
  await mkdir(folder, { recursive: true })
  await removeUnfinished(folder, election)
  try {
    const written = await deps.database.inScope(staffOf(election.municipalityId), async (db) => {
      await oneSnapshot(db)
      return writeAll({ ...deps, db }, wanted, `${target}${unfinishedEnd}`, at)
    })
    if (written.ok) await rename(`${target}${unfinishedEnd}`, target)
    return written.ok ? { ...written, folder: target } : written
  } finally {
    await rm(`${target}${unfinishedEnd}`, { recursive: true, force: true })
  }
}

/** What a process that was killed left behind holds national numbers. */
async function removeUnfinished(folder: string, { code }: Election): Promise<void> {
  for (const name of await readdir(folder))
    if (name.startsWith(`${code}-section-lists-`) && name.endsWith(unfinishedEnd))
      await rm(join(folder, name), { recursive: true, force: true })
}

interface Listing {
  readonly election: Election
  readonly settings: MunicipalitySettings
  readonly listId: ListId
  readonly amendments: ReadonlyMap<string, readonly Amendment[]>
  readonly at: Date
}

async function writeAll(
  deps: SectionListDeps & { db: Db },
  { election, section, by, signal }: SectionListsWanted,
  folder: string,
  at: Date,
): Promise<Result<Omit<SectionLists, 'folder'>, SectionListRefusal>> {
  const { db } = deps
  const { municipalityId, electionId } = election
  const list = await currentList(db, municipalityId, electionId)
  if (list?.state !== 'closed') return refused('list-not-closed')
  const settings = await getSettings(db, municipalityId)
  if (await isUnsigned(db, election, settings)) return refused('section-list-not-signed-off')
  const all = await getSections(db, municipalityId, electionId)
  const chosen = section === undefined ? all : all.filter((one) => one.section === section)
  if (chosen.length === 0) return refused('no-such-section', String(section ?? ''))
  await announce(deps.database, { municipalityId, electionId, by, sections: chosen.length })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const amendments = Map.groupBy(await amendmentsOf(db, municipalityId, electionId), ({ voterId }) => voterId)
  const listing = { election, settings, listId: list.listId, amendments, at }
  const counts = { sections: 0, voters: 0, struck: 0, added: 0, corrected: 0 }
  for (const one of chosen) {
    if (signal?.aborted) return refused('stopped', `${counts.sections} of ${chosen.length} sections`)
    const rows = await writeOne(deps, listing, one, folder)
    counts.sections++
    counts.voters += rows.filter(({ struck }) => !struck).length
    for (const kind of ['struck', 'added', 'corrected'] as const) counts[kind] += countOf(rows, kind)
    deps.onProgress?.(counts.sections, chosen.length)
  }
  const event = { municipalityId, actor: by, action: 'voters.section-lists-written', subject: electionId }
  await recordAudit(db, { ...event, details: counts })
  return { ok: true, ...counts }
}

/** Numbers are about to be opened: that is in the log also when the process is killed while it does. */
function announce(
  database: Database,
  {
    municipalityId,
    electionId,
    by,
    sections,
  }: Pick<Election, 'municipalityId' | 'electionId'> & { by: string; sections: number },
): Promise<void> {
  return database.inScope(staffOf(municipalityId), (db) => {
    const event = { municipalityId, actor: by, action: 'voters.section-lists-begun', subject: electionId }
    return recordAudit(db, { ...event, details: { sections } })
  })
}

/** In production no number is shown to others on a guess of what the law asks. */
async function isUnsigned(db: Db, election: Election, settings: MunicipalitySettings): Promise<boolean> {
  if ((await environmentOf(db)) !== 'production') return false
  return unsignedValues(election, settings).some(({ path }) => path === 'sectionList')
}

async function writeOne(
  deps: SectionListDeps & { db: Db },
  listing: Listing,
  section: Section,
  folder: string,
): Promise<SectionListRow[]> {
  const { election } = listing
  const rows = await rowsOf(deps, listing, section)
  const name = join(folder, `section-${String(section.section).padStart(3, '0')}`)
  const cells = [headsOf(election), ...rows.map((row) => [...row.cells, row.change])]
  await writeFile(`${name}.csv`, byteOrderMark + csvRows(cells), { mode: 0o600 })
  const pdf = await typesetSectionList(deps.typesetter, { ...listing, section, rows })
  await writeFile(`${name}.pdf`, pdf, { mode: 0o600 })
  return rows
}

/** Who was added stands at the end: numbers go on after the last one of the closed list. */
async function rowsOf(
  { db, vault }: { db: Db; vault: Vault },
  { election, listId, amendments }: Listing,
  { section }: Section,
): Promise<SectionListRow[]> {
  const { municipalityId, electionId, ruleset } = election
  const rows: SectionListRow[] = []
  for (let after = 0; ; ) {
    const page = await votersOfSection(db, municipalityId, electionId, listId, section, after, pageSize)
    if (page.length === 0) return rows
    for (const voter of page)
      rows.push(rowOf(vault, ruleset.sectionList.value, voter, amendments.get(voter.voterId) ?? []))
    after = page.at(-1)!.listNumber
  }
}
