import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectOk } from '../../../test/expect-ok.ts'
import { unsignedValues, updateElection } from '../../elections/index.ts'
import { updateMunicipality } from '../../municipalities/index.ts'
import { withdrawOutdatedLetters } from '../amending/withdraw-outdated.ts'
import { aLettersTrial, type LettersTrial } from '../testing.ts'

const voters = 20
const document = JSON.parse(readFileSync('dev/demo/election-2029.json', 'utf8'))
const by = { source: 'Belgisch Staatsblad', checkedBy: 'a lawyer', checkedAt: '2029-03-01' }
const french = {
  department: 'Service Population',
  duplicateDesk: { place: 'Maison communale', hours: ['Chaque jour ouvrable de 9 h à 12 h'] },
  signedBy: ['Pour le collège des bourgmestre et échevins'],
}
let trial: LettersTrial

beforeAll(async () => {
  trial = await aLettersTrial(voters)
})
afterAll(() => trial.database.close())

async function installedFor(environment: 'development' | 'production'): Promise<void> {
  const owner = new pg.Client({ connectionString: trial.database.ownerUrl })
  await owner.connect()
  await owner.query('update platform.installation set environment = $1', [environment])
  await owner.end()
}

async function rewrite(changes: object): Promise<void> {
  const { municipalityId } = trial.election
  const file = { ...document, ...changes }
  trial.election = expectOk(
    await updateElection(trial.deps, { municipalityId, document: file, by: 'test' }),
  ).election
}

/** Every value of the law on the letters, as somebody may sign it off: the decided ones with the decision. */
function signedByALawyer() {
  const decided = ['hours', 'phoneView'] as const
  const open = unsignedValues(trial.election, { languageRegime: 'nl', nisCode: '99001' }).map(
    ({ path }) => path,
  )
  const values = open.filter((path) => !decided.some((name) => path.startsWith(name)))
  return {
    decisions: Object.fromEntries(decided.map((name) => [name, { ...document.decisions[name], ...by }])),
    signedOff: { rulesetVersion: 1, values: Object.fromEntries(values.map((path) => [path, by])) },
  }
}

test('in production letters with texts that nobody signed off are neither asked for nor released', async () => {
  await trial.compose()
  expectOk(await trial.sample())
  await installedFor('production')
  const texts = trial.election.ruleset.statutoryTexts.map(({ key }) => `statutoryTexts.${key}`)
  const refused = await trial.request()
  for (const path of texts)
    expect(refused).toMatchObject({ because: 'not-signed-off', detail: expect.stringContaining(path) })
  await installedFor('development')
  const asked = expectOk(await trial.request())
  expect(asked.unsigned.map(({ path }) => path)).toEqual(expect.arrayContaining(texts))
  await installedFor('production')
  const release = () => trial.release(asked.sampleSha256)
  expect(await release()).toMatchObject({ because: 'not-signed-off' })
  await rewrite(signedByALawyer())
  expect(await release(), 'the values are the same: only somebody vouches for them now').toMatchObject({
    ok: true,
    letters: voters,
  })
})

test('letters that were composed with another wording are not sampled nor released, and are made again', async () => {
  await trial.database.close()
  trial = await aLettersTrial(voters)
  await trial.compose()
  expect(await trial.sample()).toMatchObject({ ok: true })
  const wording = { value: 'De officiële tekst van artikel 130.', source: 'KWB 130', mark: 'L' }
  await rewrite({ decisions: { statutoryTexts: { 'kwb-130': wording } } })
  expect(await trial.request()).toMatchObject({ because: 'letters-outdated' })
  expect(await trial.sample()).toMatchObject({ because: 'letters-outdated' })
  const withdraw = (reason: string) =>
    withdrawOutdatedLetters(trial.deps, { election: trial.election, reason, by: 'test' })
  expect(await withdraw('official wording')).toEqual({ ok: true, letters: voters, sent: 0, complete: true })
  expect(await withdraw('again')).toMatchObject({ because: 'nothing-outdated' })
  expect(await trial.compose()).toMatchObject({ made: voters })
  expect(await trial.sample()).toMatchObject({ ok: true })
  expect(await trial.request()).toMatchObject({ ok: true })
})

test('who asked for French where the law lets people ask is told of, and in production nobody gets Dutch instead', async () => {
  await trial.database.close()
  trial = await aLettersTrial(voters)
  await installedFor('development')
  const { municipalityId } = trial.election
  const requestsOf = async () => expectOk(await trial.compose()).languageRequests
  const askedForFrench = sql`update voters.voter set requested_language = 'fr' where list_number <= 3`
  await trial.here((db) => askedForFrench.execute(db))
  expect(await requestsOf(), 'in most of Flanders a request is told of').toEqual({
    unmet: 0,
    notOffered: 3,
    lapsed: 0,
  })
  const file = JSON.parse(readFileSync('dev/demo/municipality.json', 'utf8'))
  expectOk(
    await updateMunicipality(trial.deps, {
      municipalityId,
      document: { ...file, languageRegime: 'rand', french },
      by: 'test',
    }),
  )
  expect(await requestsOf(), 'the election has no French name').toEqual({
    unmet: 3,
    notOffered: 0,
    lapsed: 0,
  })
  expectOk(await trial.sample())
  await installedFor('production')
  expect(await trial.request()).toMatchObject({ because: 'language-not-written', detail: '3 voters' })
  await installedFor('development')
  expect(expectOk(await trial.request()).unmetLanguage).toBe(3)
})
