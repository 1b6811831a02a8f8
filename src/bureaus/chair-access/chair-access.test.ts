import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  firstMunicipality,
  secondMunicipality,
  type TestDatabase,
  testDatabase,
} from '../../../test/database.ts'
import { expectOk } from '../../../test/expect-ok.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { BureauId } from '../../platform/ids.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import { adopted, aLocalElection, aPollingBureau, bureauDeps } from '../testing.ts'
import { accessesOf } from './access-store.ts'
import { makeAccess, revokeAccess } from './make-access.ts'
import { chairOf, useCode } from './use-access.ts'

let database: TestDatabase
let election: Election
let deps: ReturnType<typeof bureauDeps>
const free: BureauId[] = []
const municipalityId = firstMunicipality

beforeAll(async () => {
  database = await testDatabase()
  deps = bureauDeps(database, '2030-10-12T15:00:00Z')
  election = await aLocalElection(database, municipalityId)
  await adopted(
    deps,
    election,
    [1, 2, 3, 4, 5].map((section) => aPollingBureau(section)),
  )
  const bureaus = await database.inScope(staffOf(municipalityId), (db) => keptBureaus(db, election))
  free.push(...bureaus.map(({ bureauId }) => bureauId))
})
afterAll(() => database.close())

const aBureau = () => ({ election, bureauId: free.pop()!, holder: 'CHAIR', by: 'clerk' }) as const
const later = (at: string) => bureauDeps(database, at)

test('a code opens its bureau on one telephone, once, typed as people type', async () => {
  const asked = aBureau()
  const { code } = expectOk(await makeAccess(deps, asked))
  const used = expectOk(
    await useCode(deps, { municipalityId, code: ` ${code.toLowerCase().replaceAll('-', ' ')}` }),
  )
  expect(await chairOf(deps, used.token)).toMatchObject({ ok: true, access: { bureauId: asked.bureauId } })
  expect(await useCode(deps, { municipalityId, code })).toMatchObject({ because: 'code-unknown' })
  expect(await chairOf(deps, `${used.token.slice(0, -1)}-`)).toMatchObject({ because: 'unknown' })
  expect(await chairOf(deps, '')).toMatchObject({ because: 'unknown' })
})

test('of two telephones that type one code at the same moment one gets in', async () => {
  const { code } = expectOk(await makeAccess(deps, aBureau()))
  const tries = await Promise.all([1, 2].map(() => useCode(deps, { municipalityId, code })))
  expect(tries.map(({ ok }) => ok).sort()).toEqual([false, true])
})

test('a slip of the finger is told apart; the code of one municipality opens nothing in another', async () => {
  const { code } = expectOk(await makeAccess(deps, aBureau()))
  expect(await useCode(deps, { municipalityId, code: code.slice(1) })).toMatchObject({
    because: 'code-mistyped',
  })
  expect(await useCode(deps, { municipalityId: secondMunicipality, code })).toMatchObject({
    because: 'code-unknown',
  })
})

test('chair and replacement have one each, the second waits until the first is revoked; revoked is at once', async () => {
  const asked = aBureau()
  const first = expectOk(await makeAccess(deps, asked))
  expectOk(await makeAccess(deps, { ...asked, holder: 'REPLACEMENT' }))
  expect(await makeAccess(deps, asked)).toMatchObject({ because: 'access-there' })
  const { token } = expectOk(await useCode(deps, { municipalityId, code: first.code }))
  const which = { election, bureauId: asked.bureauId, accessId: first.accessId, by: 'clerk' }
  const other = { ...which, bureauId: free[0]! }
  expect(await revokeAccess(deps, other)).toMatchObject({ because: 'no-such-access' })
  expectOk(await revokeAccess(deps, which))
  expect(await chairOf(deps, token)).toMatchObject({ because: 'revoked' })
  expectOk(await makeAccess(deps, asked))
  const all = await database.inScope(staffOf(municipalityId), (db) =>
    accessesOf(db, election, asked.bureauId),
  )
  expect(all.map(({ holder, revokedAt }) => [holder, revokedAt !== null])).toEqual([
    ['CHAIR', false],
    ['REPLACEMENT', false],
    ['CHAIR', true],
  ])
})

test('it ends at noon after polling day, code and session; nothing of the code is readable in the database', async () => {
  const asked = aBureau()
  const { code } = expectOk(await makeAccess(deps, asked))
  const unused = expectOk(await makeAccess(deps, { ...asked, holder: 'REPLACEMENT' }))
  const { token } = expectOk(await useCode(deps, { municipalityId, code }))
  expect(await chairOf(later('2030-10-14T09:59:00Z'), token)).toMatchObject({ ok: true })
  const over = later('2030-10-14T10:00:00Z')
  expect(await chairOf(over, token)).toMatchObject({ because: 'over' })
  expect(await useCode(over, { municipalityId, code: unused.code })).toMatchObject({
    because: 'code-unknown',
  })
  expect(await makeAccess(over, asked)).toMatchObject({ because: 'day-over' })
  const { rows } = await database.inScope(staffOf(municipalityId), (db) =>
    sql<{ all: string }>`select string_agg(x::text, ' ') as all from bureaus.chair_access x`.execute(db),
  )
  const hidden = [code, code.replaceAll('-', ''), token].flatMap((text) => [
    text,
    Buffer.from(text).toString('hex'),
  ])
  for (const text of hidden) expect(rows[0]!.all).not.toContain(text)
})
