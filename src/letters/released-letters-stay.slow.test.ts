import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectOk } from '../../test/expect-ok.ts'
import { updateElection } from '../elections/index.ts'
import { updateMunicipality } from '../municipalities/index.ts'
import { outdatedSections } from './amending/outdated-letters.ts'
import { formats, renderForm } from './letter-forms/render-form.ts'
import { lettersOfListNumber } from './letter-store.ts'
import { letterTemplate } from './letter-template/letter-template.ts'
import { textsNl } from './letter-template/texts.nl.ts'
import { aLettersTrial, type LettersTrial } from './testing.ts'

const file = (name: string) => JSON.parse(readFileSync(`dev/demo/${name}.json`, 'utf8'))
let trial: LettersTrial

beforeAll(async () => {
  trial = await aLettersTrial(20)
  await trial.here((db) =>
    sql`update voters.voter set last_name = 'Nguyễn' where list_number = 2`.execute(db),
  )
  expectOk(await trial.compose())
  expectOk(await trial.sample())
  const { sampleSha256 } = expectOk(await trial.request())
  expectOk(await trial.release(sampleSha256))
})
afterAll(() => trial.database.close())

/** List numbers: of a letter that was pressed, and of one that did not fit its plate and was typeset whole. */
async function oneOfEach(): Promise<{ pressed: number; whole: number }> {
  const { rows } = await trial.here((db) =>
    sql<{ pressed: number; whole: number }>`
      select min(list_number) filter (where typeset_whole is null) as pressed,
             min(list_number) filter (where typeset_whole is not null) as whole from letters.letter`.execute(
      db,
    ),
  )
  return rows[0]!
}

/** Every form of a voter's letter, as bytes. */
async function formsOf(listNumber: number): Promise<Record<string, Buffer>> {
  const { election, deps } = trial
  const { municipalityId, electionId } = election
  const [letter] = await trial.here((db) => lettersOfListNumber(db, municipalityId, electionId, listNumber))
  const letterId = letter!.letter_id
  const forms: Record<string, Buffer> = {}
  for (const format of formats)
    forms[format] = Buffer.from(await renderForm(deps, { election, letterId, format, by: 'test' }))
  return forms
}

test('what a released letter says never changes: not its PDF, not its large print, not its page', async () => {
  const { pressed, whole } = await oneOfEach()
  const before = { pressed: await formsOf(pressed), whole: await formsOf(whole) }
  const { municipalityId } = trial.election
  const wording = { value: 'Een andere tekst.', source: 'a circular', mark: 'S' }
  const election = {
    ...file('election-2029'),
    name: 'Andere naam',
    decisions: { statements: { 'st.assist': wording } },
  }
  trial.election = expectOk(
    await updateElection(trial.deps, { municipalityId, document: election, by: 'test' }),
  ).election
  const { contact, ...municipality } = file('municipality')
  const document = { ...municipality, contact: { ...contact, phone: '09 000 00 00' } }
  expectOk(await updateMunicipality(trial.deps, { municipalityId, document, by: 'test' }))
  const [words, version] = [{ ...textsNl }, letterTemplate.version]
  try {
    Object.assign(textsNl, { bringTitle: 'Neem mee', qrCaption: 'Een andere uitleg.' })
    Object.assign(letterTemplate, { version: 'next' })
    expect(await trial.here((db) => outdatedSections(db, trial.election, ['released']))).not.toEqual([])
    expect(await formsOf(pressed)).toEqual(before.pressed)
    expect(await formsOf(whole)).toEqual(before.whole)
  } finally {
    Object.assign(textsNl, words)
    Object.assign(letterTemplate, { version })
  }
})

test('each look at a letter leaves its trace, with no name in it', async () => {
  const { rows } = await trial.here((db) =>
    sql<{ details: object }>`select details from platform.audit_event
                             where action = 'letters.rendered' order by event_id limit 3`.execute(db),
  )
  expect(rows.map(({ details }) => details)).toEqual(formats.map((format) => ({ format })))
})

test('a letter of before plates kept their words says what its facts say', async () => {
  const before = await formsOf(3)
  await trial.here((db) => sql`update letters.plate set letter_data = null`.execute(db))
  expect(await formsOf(3)).toEqual(before)
})
