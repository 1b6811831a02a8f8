import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { releasedElection } from '../src/desk/duplicates/testing.ts'
import { aDeskTrial, type DeskTrial } from '../src/desk/testing.ts'
import type { Election } from '../src/elections/index.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { createWeb } from '../src/server.ts'
import { type ServedDesk, serveDesk } from './desk-in-browser.ts'

/** The citizen's pages in a real browser, after the release of an election. */
export interface ServedPortal {
  readonly trial: DeskTrial
  readonly election: Election
  readonly served: ServedDesk
  close(): Promise<void>
}

/** The first two on the list can log in, as `Eerste Kiezer` and `Tweede Kiezer`. Mail is offered, and leaves where `MAIL_SMTP_URL` is one. */
export async function servePortal(settings: Readonly<Record<string, string>> = {}): Promise<ServedPortal> {
  const env = {
    KIESLOKET_DATA_KEY: `1:${randomBytes(32).toString('base64')}`,
    ...{ MAIL_SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'kiesbrief@zonnedorp.example' },
    ...settings,
  }
  const trial = await aDeskTrial(createWeb, env)
  const election = await releasedElection(trial, 20)
  const served = await serveDesk(trial.database.url, env)
  const [first, second] = await nationalNumbers(trial, election)
  served.acm.addCitizens([
    { name: 'Eerste Kiezer', nationalNumber: first!, shows: 'kiezer' },
    { name: 'Tweede Kiezer', nationalNumber: second!, shows: 'kiezer' },
  ])
  return {
    ...{ trial, election, served },
    async close() {
      await served.close()
      await trial.close()
    },
  }
}

/** Of the first two on the list. */
export function nationalNumbers(trial: DeskTrial, { electionId }: Election): Promise<string[]> {
  return trial.database.inScope(staffOf(trial.here), async (db) => {
    const { rows } = await sql<{ sealed: Buffer }>`
      select v.nrn_cipher as sealed from voters.voter v where v.election_id = ${electionId}
      order by v.list_number limit 2`.execute(db)
    return rows.map(({ sealed }) => trial.deps.vault.open(sealed))
  })
}
