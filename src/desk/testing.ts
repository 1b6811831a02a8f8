import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Hono } from 'hono'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { grantAuthority } from '../bureaus/index.ts'
import { type Mailbox, MailboxNotConfigured } from '../delivery/index.ts'
import { addElection, type Election } from '../elections/index.ts'
import { addMunicipality, logIn, type StaffRole } from '../municipalities/index.ts'
import { aMunicipality } from '../municipalities/testing.ts'
import { fixedClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import type { CompleteConfig } from '../platform/development.ts'
import { csrfField } from '../platform/http/components/index.ts'
import { type MunicipalityId, newId, type StaffId } from '../platform/ids.ts'
import { keySetOf } from '../platform/key-set.ts'
import { createLogger } from '../platform/log.ts'
import { testTypesetter } from '../platform/pdf/testing.ts'
import { noSeals } from '../platform/seal/testing.ts'
import { createSigner, generateSigningKey } from '../platform/signer.ts'
import { createVault, parseDataKeys, type Vault } from '../platform/vault.ts'
import { csrfTokenOf } from './cookies.ts'
import { sessionLimits } from './desk-deps.ts'

export type TrialDeps = ReturnType<typeof trialDeps>

/** What the staff's pages stand on, over a test's own database; its clock moves by hand. */
export function trialDeps(database: TestDatabase, env: Readonly<Record<string, string>> = {}) {
  const signer = createSigner(generateSigningKey())
  return {
    database,
    config: readConfig({ LOG_LEVEL: 'silent', PORTAL_URL: 'http://localhost', ...env }) as CompleteConfig,
    vault: createVault(parseDataKeys(env.KIESLOKET_DATA_KEY ?? `1:${randomBytes(32).toString('base64')}`)),
    signer,
    clock: fixedClock('2029-05-02T10:00:00Z'),
    log: createLogger('silent'),
    typesetter: testTypesetter,
    sealKeys: noSeals,
    keySet: keySetOf([signer.publicJwk]),
    numbers: { allowTestNumbers: true },
    mailboxFor: async (): Promise<Mailbox> => {
      throw new MailboxNotConfigured('a trial has no mailbox')
    },
  }
}

/** Somebody who is logged in, as their browser: with its cookie and the token of its forms. */
export interface Visitor {
  readonly staffId: StaffId
  readonly cookie: string
  readonly csrf: string
  get(address: string, headers?: Readonly<Record<string, string>>): Promise<Response>
  post(
    address: string,
    fields?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>
  /** Sends a form with one file in it. */
  upload(
    address: string,
    field: string,
    file: string | Uint8Array<ArrayBuffer>,
    fields?: Readonly<Record<string, string>>,
  ): Promise<Response>
}

export interface DeskTrial {
  readonly database: TestDatabase
  readonly deps: TrialDeps
  readonly web: Hono
  readonly here: MunicipalityId
  readonly election: Election
  /** Another municipality of the same installation, with an election of another code. */
  readonly elsewhere: MunicipalityId
  readonly otherElection: Election
  /**
   * A new person with these roles; each call is another person, unless `subject` says who. A magistrate comes from a court to which
   * the election of that municipality is granted.
   */
  visitor(
    roles: StaffRole | readonly StaffRole[] | 'magistraat',
    who?: { at?: 'here' | 'elsewhere'; subject?: string },
  ): Promise<Visitor>
  close(): Promise<void>
}

const organisations = { here: '1999000150', elsewhere: '1999000546' } as const
const courts = { here: '1999000744', elsewhere: '1999000942' } as const

/** Two municipalities with an election each, and the pages over them. `createWeb` is that of `src/server.ts`. */
export async function aDeskTrial(
  createWeb: (deps: TrialDeps) => Hono,
  env: Readonly<Record<string, string>> = {},
): Promise<DeskTrial> {
  const database = await testDatabase()
  const deps = trialDeps(database, env)
  const [here, elsewhere] = [
    await added(deps, 1, organisations.here),
    await added(deps, 2, organisations.elsewhere),
  ]
  const web = createWeb(deps)
  const election = await anElection(deps, here, 'verkiezing-hier')
  const otherElection = await anElection(deps, elsewhere, 'verkiezing-elders')
  return {
    ...{ database, deps, web, here, elsewhere, election, otherElection },
    async visitor(roles, { at = 'here', subject = newId<string>() } = {}) {
      const isMagistrate = roles === 'magistraat'
      const organisation = isMagistrate ? courts[at] : organisations[at]
      if (isMagistrate) await granted(deps, at === 'here' ? election : otherElection, organisation)
      const given = [roles].flat().map((role) => ({ role, organisations: [organisation] }))
      const who = {
        issuer: 'test',
        subject,
        name: `Persoon ${subject.slice(-4)}`,
        authenticatedAt: deps.clock.now(),
      }
      const identity = { ...who, targetGroup: 'LB', organisation, roles: given }
      const entered = await logIn(deps, { identity, limits: sessionLimits(deps), operator: organisation })
      if (!entered.ok) throw new Error(entered.because)
      return visitorWith(web, deps.vault, entered)
    },
    close: () => database.close(),
  }
}

async function granted(deps: TrialDeps, election: Election, enterpriseNumber: string): Promise<void> {
  const authority = { enterpriseNumber, name: 'Vredegerecht van het kanton', kind: 'COURT' } as const
  const answer = await grantAuthority(deps, { election, authority, by: 'test' })
  if (!answer.ok) throw new Error(answer.because)
}

type Entered = { readonly token: string; readonly municipalityId: MunicipalityId; readonly staffId: StaffId }

/** Somebody who logged in, over these pages. */
export function visitorWith(
  web: Pick<Hono, 'request'>,
  vault: Vault,
  { token, municipalityId, staffId }: Entered,
): Visitor {
  const cookie = `kiesloket=${token}`
  const csrf = csrfTokenOf(vault, token, { municipalityId, staffId })
  let done = ''
  const cookies = () => [cookie, done].filter(Boolean).join('; ')
  /** As a browser: what a page says once is kept until it is dropped. */
  const answered = (answer: Response) => {
    for (const line of answer.headers.getSetCookie())
      if (line.startsWith('kiesloket-gelukt=')) done = /Max-Age=0/.test(line) ? '' : line.split(';')[0]!
    return answer
  }
  return {
    ...{ staffId, cookie, csrf },
    get: async (address, headers = {}) =>
      answered(await web.request(address, { headers: { Cookie: cookies(), ...headers } })),
    post: async (address, fields = {}, headers = {}) =>
      answered(
        await web.request(address, {
          method: 'POST',
          headers: { Cookie: cookies(), 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
          body: new URLSearchParams({ [csrfField]: csrf, ...fields }).toString(),
        }),
      ),
    upload: async (address, field, file, fields = {}) => {
      const body = new FormData()
      body.set(csrfField, csrf)
      for (const [name, value] of Object.entries(fields)) body.set(name, value)
      body.set(field, new File([file], `${field}.csv`))
      return answered(
        await web.request(address, {
          method: 'POST',
          headers: { Cookie: cookies(), Origin: 'http://localhost' },
          body,
        }),
      )
    },
  }
}

async function added(deps: TrialDeps, number: number, enterpriseNumber: string): Promise<MunicipalityId> {
  const document = aMunicipality(number, { enterpriseNumber })
  const municipality = await addMunicipality(deps, { document, by: 'test' })
  if (!municipality.ok) throw new Error(JSON.stringify(municipality))
  return municipality.municipalityId
}

async function anElection(deps: TrialDeps, municipalityId: MunicipalityId, code: string): Promise<Election> {
  const file = new URL('../../dev/demo/election-2029.json', import.meta.url)
  const document = { ...JSON.parse(await readFile(file, 'utf8')), code }
  const election = await addElection(deps, { municipalityId, document, by: 'test' })
  if (!election.ok) throw new Error(JSON.stringify(election))
  return election.election
}
