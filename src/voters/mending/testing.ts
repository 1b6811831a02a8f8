import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import type { Finding } from '../checking/import-finding.ts'
import { importVoters } from '../importing/import-voters.ts'
import type { ListSource } from '../importing/read-rows.ts'
import type { ListRow } from '../list-format.ts'
import { anElection, csvOf, sourceOf, testDeps } from '../testing.ts'
import { type MendOutcome, mendList } from './mend-list.ts'
import { writeMendingSheet } from './write-mending-sheet.ts'

/** A line of a sheet by the names of its header. */
export type SheetLine = Record<string, string>
/** Opens the list anew each time. */
export type OpenList = () => ListSource

export const listOf =
  (rows: readonly ListRow[]): OpenList =>
  () =>
    sourceOf(csvOf(rows))

export const linesOf = (sheet: string) =>
  parse(sheet, { delimiter: ';', columns: true, bom: true }) as SheetLine[]

/** As a spreadsheet saves it. */
export function csvOfLines(lines: readonly SheetLine[]): string {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  const rows = [Object.keys(lines[0]!), ...lines.map((line) => Object.values(line))]
  return `\ufeff${rows.map((row) => row.map(quoted).join(';')).join('\r\n')}\r\n`
}

export type MendingDesk = Awaited<ReturnType<typeof mendingDesk>>

/** A clerk of a municipality with an election, who imports lists, fills sheets in and gives them back. */
export async function mendingDesk(database: Database, municipalityId: MunicipalityId) {
  const election = await anElection(database, municipalityId)
  const deps = testDeps(database)
  const by = 'clerk'

  async function write(source: ListSource, acrossRows: readonly Finding[], language: 'nl' | 'en' = 'nl') {
    const stream = new PassThrough()
    const bytes = buffer(stream)
    await writeMendingSheet(deps, { election, source, acrossRows, sheet: { stream, language }, by })
    stream.end()
    return (await bytes).toString()
  }

  function mendWith(open: OpenList, sheet: string, acrossRows: Finding[] = []): Promise<MendOutcome> {
    const facts = { election, source: open(), by, acrossRows, sheet: Readable.from([Buffer.from(sheet)]) }
    return mendList(deps, facts)
  }

  return {
    write,
    mendWith,
    /** Imports the list and writes the sheet of what was found in it. */
    async sheetOf(open: OpenList, language: 'nl' | 'en' = 'nl') {
      const acrossRows: Finding[] = []
      const outcome = await importVoters(deps, { election, source: open(), by, acrossRows })
      return { outcome, sheet: await write(open(), acrossRows, language) }
    },
    /** Gives the list back with its sheet, on which `fill` says what to write on each line. */
    mend(
      open: OpenList,
      sheet: string,
      fill: (line: SheetLine) => string | undefined,
      acrossRows: Finding[] = [],
    ): Promise<MendOutcome> {
      const filled = linesOf(sheet).map((line) => ({ ...line, verbetering: fill(line) ?? line.verbetering! }))
      return mendWith(open, csvOfLines(filled), acrossRows)
    },
    /** All that is stored of the voters, but what differs by chance. */
    rowsStored: () =>
      database.inScope(staffOf(municipalityId), async (db) => {
        const { rows } = await sql<{ content: string }>`
          select (to_jsonb(v) - 'list_id' - 'nrn_cipher')::text as content
          from voters.voter v order by v.list_number`.execute(db)
        return rows.map(({ content }) => content)
      }),
  }
}
