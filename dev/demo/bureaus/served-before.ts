import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { App } from '../../../src/app.ts'
import { importServices } from '../../../src/bureaus/index.ts'
import type { Election } from '../../../src/elections/index.ts'
import { staffOf } from '../../../src/platform/db/scope.ts'
import { expectOk } from '../expect-ok.ts'

/** What the register says of some who ask to be let off: each second of them sat in both elections of 2024, the others in one. */
export async function servedBefore(app: App, election: Election, by: string): Promise<number> {
  const { rows } = await app.database.inScope(staffOf(election.municipalityId), (db) =>
    sql<{ nrnCipher: Buffer }>`
      select m.nrn_cipher as "nrnCipher" from bureaus.excuse x
      join bureaus.assignment a on a.municipality_id = x.municipality_id and a.assignment_id = x.assignment_id
      join bureaus.member m on m.municipality_id = a.municipality_id and m.member_id = a.member_id
      where x.municipality_id = ${election.municipalityId} order by x.asked_at, x.excuse_id`.execute(db),
  )
  const told = rows.flatMap(({ nrnCipher }, place) => {
    const row = (day: string) => [app.vault.open(nrnCipher), day, 'POLLING', 'ASSESSOR', 'ja'].join(';')
    return place % 2 === 0 ? [row('2024-06-09'), row('2024-10-13')] : [row('2024-06-09')]
  })
  const file = ['national_number;polling_day;bureau;role;served', ...told].join('\n')
  const stream = Readable.from([Buffer.from(file)])
  return expectOk('what the register says', await importServices(app, { election, stream, by })).services
}
