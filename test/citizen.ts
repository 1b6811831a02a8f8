import { sql } from 'kysely'
import type { DeskTrial, TrialDeps } from '../src/desk/testing.ts'
import type { Election } from '../src/elections/index.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { csrfField } from '../src/platform/http/components/index.ts'
import { csrfTokenOf } from '../src/platform/http/cookies.ts'
import type { VoterId } from '../src/platform/ids.ts'
import { startSession } from '../src/portal/login/citizen-session.ts'
import { createWeb } from '../src/server.ts'

/** A citizen who is logged in, as their browser. */
export interface TestCitizen {
  readonly voterId: VoterId
  readonly index: Buffer
  get(address: string): Promise<{ status: number; text: string; headers: Headers }>
  post(
    address: string,
    fields?: Readonly<Record<string, string>>,
  ): Promise<{ status: number; text: string; headers: Headers }>
  /** Sends a form with one file in it. */
  upload(
    address: string,
    field: string,
    file: File,
  ): Promise<{ status: number; text: string; headers: Headers }>
}

/** The voter with this number on the list of an election, logged in to pages over `deps`. */
export async function aCitizen(
  trial: DeskTrial,
  { municipalityId, electionId }: Election,
  listNumber: number,
  deps: TrialDeps = trial.deps,
): Promise<TestCitizen> {
  const { sealed, voterId } = await trial.database.inScope(staffOf(municipalityId), async (db) => {
    const { rows } = await sql<{ sealed: Buffer; voterId: VoterId }>`
      select v.nrn_cipher as sealed, v.voter_id as "voterId" from voters.voter v
      where v.election_id = ${electionId} and v.list_number = ${listNumber}`.execute(db)
    return rows[0]!
  })
  const nationalNumber = deps.vault.open(sealed)
  return { voterId, index: deps.vault.index(nationalNumber), ...(await browserOf(deps, nationalNumber)) }
}

/** Somebody who can log in, whether on a list or not. */
export async function browserOf(
  deps: TrialDeps,
  nationalNumber: string,
): Promise<Pick<TestCitizen, 'get' | 'post' | 'upload'>> {
  const web = createWeb(deps)
  const token = await startSession(deps, { nationalNumber, name: 'Eerste Kiezer' })
  const Cookie = `kiesloket-burger=${token}`
  const answered = async (asked: Response | Promise<Response>) => {
    const answer = await asked
    return { status: answer.status, text: await answer.text(), headers: answer.headers }
  }
  return {
    get: (address) => answered(web.request(address, { headers: { Cookie } })),
    post: (address, fields = {}) =>
      answered(
        web.request(address, {
          method: 'POST',
          headers: {
            Cookie,
            'Content-Type': 'application/x-www-form-urlencoded',
            Origin: 'http://localhost',
          },
          body: new URLSearchParams({ [csrfField]: csrfTokenOf(token), ...fields }).toString(),
        }),
      ),
    upload: async (address, field, file) => {
      const page = await answered(web.request(address, { headers: { Cookie } }))
      const body = new FormData()
      body.set(csrfField, /name="_csrf" value="([^"]*)"/.exec(page.text)?.[1] ?? '')
      body.set(field, file)
      const headers = { Cookie, Origin: 'http://localhost' }
      return answered(web.request(address, { method: 'POST', headers, body }))
    },
  }
}
