import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { expectOk } from '../../test/expect-ok.ts'
import { scanDatabase } from '../../test/scan-database.ts'
import type { Election } from '../elections/index.ts'
import { printLetters, writeCertificate } from '../letters/index.ts'
import type { LettersTrial } from '../letters/testing.ts'

/** Composed, released, delivered, printed and certified, and every voter was mailed. */
export async function wholeCampaign(trial: LettersTrial, folder: string): Promise<void> {
  const { deps, election } = trial
  await trial.compose()
  await trial.sample()
  const { sampleSha256 } = expectOk(await trial.request())
  expectOk(await trial.release(sampleSha256))
  await trial.here(async (db) => {
    await sql`update delivery.delivery set state = 'delivered', receipt = 'R ' || document_id, finished_at = now()`.execute(
      db,
    )
    await sql`insert into delivery.attempt (municipality_id, campaign_id, document_id, attempt, trace_id, worker)
      select municipality_id, campaign_id, document_id, 1, 'trace', 'worker' from delivery.delivery`.execute(
      db,
    )
    await sql`insert into portal.subscription (municipality_id, election_id, person_index, subscription_id, voter_id,
        address_sealed, asked_at, letter_version, confirm_until, confirmed_at, stop_sha256)
      select municipality_id, election_id, person_index, letter_id, voter_id, person_index, now(), 0, now(), now(),
        person_index from letters.letter where state = 'released'`.execute(db)
    await sql`insert into portal.mail (municipality_id, election_id, person_index, event, kind, voter_id, letter_id, state,
        written_at, next_attempt_at)
      select municipality_id, election_id, person_index, 'reminder', 'reminder', voter_id, letter_id, 'sent', now(), now()
      from letters.letter where state = 'released'`.execute(db)
  })
  expectOk(await printLetters(deps, { election, folder: join(folder, 'print'), by: 'test' }))
  expectOk(await writeCertificate(deps, { election, folder: join(folder, 'certificate'), by: 'test' }))
}

/** What tells the voters of an election from those of the others in this database. */
export async function needlesOf(ownerUrl: string, { electionId }: Election) {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const { rows } = await owner.query(
    `select v.election_id = $1 as mine, v.last_name, v.first_names, v.list_address->>'street' as street,
       v.nrn_cipher, v.nrn_index from voters.voter v`,
    [electionId],
  )
  await owner.end()
  const textsOf = (mine: boolean) =>
    rows
      .filter((row) => row.mine === mine)
      .flatMap(({ last_name, first_names, street }) => [last_name, first_names, street])
  const others = textsOf(false).join('\n')
  const mine = rows.filter((row) => row.mine)
  const persons = [...new Set(textsOf(true))].filter((text) => text.length > 4 && !others.includes(text))
  const found = await scanDatabase(ownerUrl, persons)
  const isPublic = new Set(
    found.filter(({ table }) => /^(municipalities|elections)\./.test(table)).map(({ needle }) => needle),
  )
  return {
    persons: persons.filter((text) => !isPublic.has(text)), // a street of voters is also that of a polling place
    ciphers: mine.map((row) => row.nrn_cipher.toString('hex')),
    indexes: mine.map((row) => row.nrn_index.toString('hex')),
  }
}
