import { sql } from 'kysely'
import type { App } from '../src/app.ts'
import { type Election, getSections } from '../src/elections/index.ts'
import { registerReturned } from '../src/letters/index.ts'
import { refreshLetterStatistics } from '../src/letters/letter-store.ts'
import { findPrintFile, insertPrintFile } from '../src/letters/printing/print-store.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { newId } from '../src/platform/ids.ts'
import { expectOk } from '../test/expect-ok.ts'
import { largeTown } from './large-town.ts'
import type { TellStep } from './released-letters.ts'

const by = 'bench'
const sha = Buffer.alloc(32)

/**
 * A large town further on: a print file of each section is in the books, without a PDF, and three in a hundred of those letters came
 * back. What is there from an earlier run is used.
 */
export async function printedTown(app: App, voters: number, tell: TellStep = () => {}): Promise<Election> {
  const election = await largeTown(app, voters, tell)
  const { municipalityId, electionId } = election
  const staff = staffOf(municipalityId)
  const sections = await app.database.inScope(staff, (db) => getSections(db, municipalityId, electionId))
  for (const [place, { section }] of sections.entries()) {
    await app.database.inScope(staff, async (db) => {
      const name = `${election.code}-${section}`
      if (await findPrintFile(db, election, name)) return
      const printFileId = newId<string>()
      const { numAffectedRows } = await sql`
        insert into letters.paper_letter (municipality_id, election_id, letter_id, print_file_id)
        select l.municipality_id, l.election_id, l.letter_id, ${printFileId}::uuid from letters.letter l
        where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.section = ${section}
          and l.state = 'released'`.execute(db)
      const letters = Number(numAffectedRows ?? 0)
      const spans = { sheets: letters, firstListNumber: 1, lastListNumber: letters }
      const hashes = { fileSha256: sha, indexSha256: sha, addressesSha256: sha }
      const file = {
        printFileId,
        name,
        letters,
        pages: 2 * letters,
        by,
        writtenIn: 'bench',
        ...hashes,
      }
      const cover = { section, paperColour: 'wit', ...spans }
      if (letters > 0) await insertPrintFile(db, election, { ...file, cover })
    })
    tell('Print files', place + 1, sections.length)
  }
  await app.database.inScope(staff, (db) => refreshLetterStatistics(db, electionId))
  await returned(app, election, voters)
  return election
}

async function returned(app: App, election: Election, voters: number): Promise<void> {
  const numbers = Array.from({ length: Math.floor(voters * 0.03) }, (_, at) => 1 + at * 33)
  for (let start = 0; start < numbers.length; start += 2000) {
    const returns = numbers
      .slice(start, start + 2000)
      .map((listNumber) => ({ letter: { listNumber }, reason: 'moved' as const }))
    expectOk(await registerReturned(app, { election, returns, by }))
  }
}
