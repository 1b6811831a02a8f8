import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectOk } from '../../../test/expect-ok.ts'
import { readPdf } from '../../../test/read-pdf.ts'
import type { CampaignMessage } from '../../delivery/index.ts'
import { updateElection } from '../../elections/index.ts'
import { updateMunicipality } from '../../municipalities/index.ts'
import type { DocumentId } from '../../platform/ids.ts'
import { withdrawOutdatedLetters } from '../amending/withdraw-outdated.ts'
import { createLetterSource } from '../letter-source.ts'
import { lettersOfListNumber } from '../letter-store.ts'
import { aLettersTrial, type LettersTrial } from '../testing.ts'

/** A municipality around Brussels; the first three voters of the list asked for French, and the fifth long ago. */
const french = {
  name: 'Val-du-Soleil',
  department: 'Service Population',
  duplicateDesk: {
    place: 'Maison communale, guichet Population',
    hours: ['Chaque jour ouvrable de 9 h à 12 h'],
  },
  signedBy: ['Pour le collège des bourgmestre et échevins'],
}
const file = (name: string) => JSON.parse(readFileSync(`dev/demo/${name}.json`, 'utf8'))
let trial: LettersTrial

beforeAll(async () => {
  trial = await aLettersTrial(20)
  const document = { ...file('municipality'), languageRegime: 'rand', french }
  const { municipalityId } = trial.election
  expectOk(await updateMunicipality(trial.deps, { municipalityId, document, by: 'test' }))
  await trial.here((db) =>
    sql`update voters.voter set requested_language = 'fr',
          language_requested_on = case when list_number = 5 then date '2020-01-01' end
        where list_number in (1, 2, 3, 5)`.execute(db),
  )
})
afterAll(() => trial.database.close())

const composed = async () => expectOk(await trial.compose())

async function documentOf(listNumber: number) {
  const { municipalityId, electionId } = trial.election
  const [letter] = await trial.here((db) => lettersOfListNumber(db, municipalityId, electionId, listNumber))
  const id = letter!.letter_id as string as DocumentId
  const made = await createLetterSource(trial.deps).render(municipalityId, electionId, [id])
  return { letter: letter!, ...made.get(id)! }
}

test('as long as the election has no French, letters are Dutch and the requests are told of', async () => {
  expect((await composed()).languageRequests).toEqual({ unmet: 3, notOffered: 0, lapsed: 1 })
})

test('once it has, the letters concerned are taken back, and no other, and composed in French', async () => {
  const document = {
    ...file('election-2029'),
    french: { name: 'Élections fédérales, flamandes et européennes' },
  }
  const { municipalityId } = trial.election
  trial.election = expectOk(
    await updateElection(trial.deps, { municipalityId, document, by: 'test' }),
  ).election
  const taken = { election: trial.election, reason: 'French now', by: 'test' }
  expect(expectOk(await withdrawOutdatedLetters(trial.deps, taken)).letters).toBe(3)
  expect(await composed()).toMatchObject({
    made: 3,
    languageRequests: { unmet: 0, notOffered: 0, lapsed: 1 },
  })
  const { document: pdf, language } = await documentOf(2)
  expect(language).toBe('fr')
  const { pages, title, language: declared } = await readPdf(pdf)
  expect(declared).toBe('fr-BE')
  expect(title).toBe(
    'Lettre de convocation Val-du-Soleil, Élections fédérales, flamandes et européennes, dimanche 10 juin 2029',
  )
  const text = pages.map((page) => page.text).join('\n')
  for (const said of [
    'Nous vous appelons à voter',
    'la Chambre des représentants',
    'Maison communale, guichet',
  ])
    expect(text).toContain(said)
  expect(text).not.toMatch(/stemmen|kiesbrief|stembureau|Gemeentehuis|KWB/)
  expect((await documentOf(4)).language).toBe('nl')
})

test('released together, each shows in the mailbox in its own language', async () => {
  expectOk(await trial.sample())
  const { sampleSha256 } = expectOk(await trial.request())
  expectOk(await trial.release(sampleSha256))
  const { rows } = await trial.here((db) =>
    sql<{ message: CampaignMessage }>`select message from delivery.campaign`.execute(db),
  )
  expect(rows[0]!.message).toMatchObject({
    language: 'nl',
    subject: expect.stringContaining('oproepingsbrief'),
    translations: {
      fr: {
        subject:
          'Votre lettre de convocation pour le dimanche 10 juin 2029 : Élections fédérales, flamandes et européennes',
        fileName: 'lettre-de-convocation.pdf',
      },
    },
  })
})

test('a letter keeps with its plate what it says and from which texts', async () => {
  const { letter } = await documentOf(1)
  const { rows } = await trial.here((db) =>
    sql`select p.language, p.text_versions as versions, p.letter_data ->> 'title' as title
        from letters.plate p where p.plate_sha256 = ${letter.plate_sha256}`.execute(db),
  )
  const { version, french: texts } = trial.election.ruleset
  expect(rows).toEqual([
    {
      language: 'fr',
      versions: { ruleset: 'kwb-2029', version, french: texts!.version },
      title: 'Lettre de convocation',
    },
  ])
})
