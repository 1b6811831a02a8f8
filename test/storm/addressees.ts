import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import { sql } from 'kysely'
import { pseudonymOf } from '../../dev/ebox/citizens.ts'
import type { App } from '../../src/app.ts'
import type { Election } from '../../src/elections/index.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { sha256 } from '../../src/platform/hash.ts'
import { currentList, streamVoters } from '../../src/voters/index.ts'

/** For whom a letter is: a person of the file that was imported, as the e-Box names its recipients. */
export interface Addressee {
  /** SHA-256 of the national number. */
  readonly recipient: string
  /** As it stands in the list, and in the letter. */
  readonly listNumber: number
  readonly name: string
}

/**
 * The people of the list by the pseudonym that the certificate has for each: the first half of SHA-256 over a secret of
 * the election and the id of the voter. Their national numbers come from the file alone: what the installation kept
 * of them is what the storm puts to the test.
 */
export async function addresseesByPseudonym(
  { database, vault }: App,
  { municipalityId, electionId }: Election,
  listFile: string,
): Promise<ReadonlyMap<string, Addressee>> {
  const inFile = await addresseesOf(listFile)
  const secret = vault.pseudonym(`certificate|${municipalityId}|${electionId}`)
  return database.inScope(staffOf(municipalityId), async (db) => {
    const { listId } = (await currentList(db, municipalityId, electionId))!
    const found = new Map<string, Addressee>()
    for await (const { voterId, listNumber } of streamVoters(db, municipalityId, electionId, listId)) {
      const hash = sha256(Buffer.concat([secret, Buffer.from(voterId.replaceAll('-', ''), 'hex')]))
      const addressee = inFile.get(listNumber)
      if (addressee) found.set(hash.toString('hex', 0, 16), addressee)
    }
    return found
  })
}

async function addresseesOf(listFile: string): Promise<ReadonlyMap<number, Addressee>> {
  const rows: AsyncIterable<Record<string, string>> = createReadStream(listFile).pipe(
    parse({ columns: true, delimiter: ';', bom: true }),
  )
  const found = new Map<number, Addressee>()
  for await (const { list_number, national_number, first_names, last_name } of rows) {
    const name = [first_names, last_name].filter(Boolean).join(' ')
    const listNumber = Number(list_number)
    found.set(listNumber, { recipient: pseudonymOf(national_number!), listNumber, name })
  }
  return found
}

/** By letter, the name and the number on the list that it shows. */
export async function namesInLetters(
  { database }: App,
  { municipalityId, electionId }: Election,
): Promise<ReadonlyMap<string, Pick<Addressee, 'name' | 'listNumber'>>> {
  const { rows } = await database.inScope(staffOf(municipalityId), (db) =>
    sql<{ letterId: string; name: string; listNumber: number }>`
      select l.letter_id as "letterId", l.facts ->> 'fullName' as name, (l.facts -> 'listNumber')::integer as "listNumber"
      from letters.letter l
      where l.municipality_id = ${municipalityId} and l.election_id = ${electionId}`.execute(db),
  )
  return new Map(rows.map(({ letterId, ...shown }) => [letterId, shown]))
}
