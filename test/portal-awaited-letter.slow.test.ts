import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { releaseAll, releasedElection } from '../src/desk/duplicates/testing.ts'
import { aDeskTrial, type DeskTrial } from '../src/desk/testing.ts'
import {
  type Election,
  editPlace,
  explainedTopics,
  explainStatements,
  fieldsOfPlace,
  getSections,
} from '../src/elections/index.ts'
import { amendList } from '../src/letters/index.ts'
import { getSettings } from '../src/municipalities/index.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { languages } from '../src/platform/language.ts'
import { texts } from '../src/portal/awaited/texts.ts'
import { texts as electionTexts } from '../src/portal/elections/texts.ts'
import { texts as letterTexts } from '../src/portal/letter/texts.ts'
import { texts as mailTexts } from '../src/portal/mail/texts.ts'
import { paths } from '../src/portal/paths.ts'
import { texts as deskTexts } from '../src/portal/polling-desk/texts.ts'
import { createWeb } from '../src/server.ts'
import { currentList, getVoter, type Mutation, type SealedVoter } from '../src/voters/index.ts'
import { aCitizen, type TestCitizen } from './citizen.ts'
import { expectOk } from './expect-ok.ts'
import { htmlFaults } from './html-faults.ts'

/** What a voter reads between a letter that holds no more and the one that two people have yet to release. */

type Reader = TestCitizen & { readonly voter: SealedVoter }

let trial: DeskTrial
let election: Election
let at: { election: string }
let moved: Reader
let struck: Reader
let other: Reader

beforeAll(async () => {
  trial = await aDeskTrial(createWeb, {
    MAIL_SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'brief@town.example',
  })
  election = await releasedElection(trial, 90)
  at = { election: election.electionId }
  moved = await aReader(1)
  struck = await aReader(2)
  other = await aReader(3)
})
afterAll(() => trial.close())

async function aReader(listNumber: number): Promise<Reader> {
  const citizen = await aCitizen(trial, election, listNumber)
  const { municipalityId, electionId } = election
  const voter = await trial.database.inScope(staffOf(trial.here), async (db) => {
    const { listId } = (await currentList(db, municipalityId, electionId))!
    return getVoter(db, municipalityId, electionId, listId, citizen.voterId)
  })
  return { ...citizen, voter: voter! }
}

const sections = () =>
  trial.database.inScope(staffOf(trial.here), (db) =>
    getSections(db, election.municipalityId, election.electionId),
  )

const amend = (mutation: object, { voter }: Reader) => {
  const decision = { row: 1, source: '5', decidedOn: '2029-04-30' }
  const of = { listNumber: voter.listNumber, currentLastName: voter.lastName }
  const mutations = [{ ...decision, ...of, ...mutation } as Mutation]
  return amendList(trial.deps, { election, mutations, by: 'test' })
}

const way = { entrance: 'Achterpoort', french: { entrance: 'Portail arrière' } }

const describeEachPlace = () =>
  trial.database.inScope(staffOf(trial.here), (db) => {
    const details = JSON.stringify({ ...way, stepFree: false, facilities: ['ringleiding'] })
    return sql`update elections.polling_place set details = details || ${details}::jsonb`.execute(db)
  })

const noneHere = 'Je hebt hier nu geen kiesbrief'

describe('a letter that was taken back for a correction', () => {
  let place: string

  beforeAll(async () => {
    const another = (await sections()).find(({ section }) => section !== moved.voter.section)!
    place = another.place.name
    await describeEachPlace()
    const values = { last_name: 'Verbeterdenaam', section: String(another.section) }
    expectOk(await amend({ kind: 'correct', ground: 'college-decision', values }, moved))
    expectOk(await amend({ kind: 'strike', ground: 'no-longer-registered' }, struck))
  })

  test('the voter reads to be on the list, that another letter comes, and where they vote now', async () => {
    for (const address of [paths.elections(), paths.election(at), paths.pollingDesk(at)]) {
      const { status, text } = await moved.get(address)
      expect([address, status]).toEqual([address, 200])
      expect(text).toContain(texts.nl.title)
      expect(text).toContain(texts.nl.onList)
      expect(text).toContain(texts.nl.because['taken-back'])
      expect(text).toContain(place)
      expect(text).not.toContain(noneHere)
    }
    const calendar = await moved.get(paths.appointment(at))
    expect(calendar.status).toBe(200)
    const plain = calendar.text.replaceAll('\r\n ', '')
    expect(plain).toContain(place)
    expect(plain).toContain('je oude brief als je die hebt')
    expect(plain).not.toContain('Breng je kiesbrief')
  })

  test('the phone keeps the screen with what holds now, in the place of the old one', async () => {
    for (const address of [paths.pollingDesk(at), paths.keptPollingDesk(at)]) {
      const { status, headers, text } = await moved.get(address)
      expect(status).toBe(200)
      expect(headers.get('Kiesloket-Until'), address).toMatch(/^\d+$/)
      expect(text).toContain('Verbeterdenaam')
      expect(text).toContain(texts.nl.replaced)
      expect(text).toContain(deskTexts.nl.paper)
      expect(text).not.toContain(paths.duplicate(at))
    }
  })

  test('of the old letter there is no form and no duplicate; that it was withdrawn is said', async () => {
    const page = await moved.get(paths.myLetter(at))
    expect(page.status).toBe(200)
    expect(page.text).toContain(letterTexts.nl.old.withdrawn(1))
    for (const address of [
      paths.readLetter,
      paths.letterPdf,
      paths.largeLetter,
      paths.explanation,
      paths.duplicate,
    ]) {
      const { status, text } = await moved.get(address(at))
      expect([address(at), status]).toEqual([address(at), 404])
      expect(text).toContain(texts.nl.noDuplicate)
    }
    expect((await moved.post(paths.duplicate(at), { reden: 'lost' })).status).toBe(404)
  })

  test('it is said in each language, with all that a voter needs and nothing of a letter that holds', async () => {
    const municipality = await trial.database.inScope(staffOf(trial.here), (db) =>
      getSettings(db, trial.here),
    )
    for (const language of languages) {
      const { text } = await moved.get(`${paths.election(at)}?taal=${language}`)
      const words = electionTexts[language]
      const situation = { where: 'phone', category: moved.voter.category } as const
      const topics = explainedTopics(election, situation)
      const { text: proxy } = topics.find(({ key }) => key === 'proxy')!.words[language]
      const form = topics.find(({ key }) => key === 'proxy')!.form!.url
      for (const said of [texts[language].title, texts[language].onList, texts[language].bring])
        expect(text).toContain(said)
      for (const said of [words.access, words.notStepFree, words.youElect, words.cannotGo.title, proxy, form])
        expect(text, language).toContain(said)
      for (const said of ['ringleiding', 'portal-icon', mailTexts[language].link, paths.mail(at)])
        expect(text, language).toContain(said)
      expect(text).toContain(topics.find(({ key }) => key === 'moved')!.words[language].title)
      expect(text).toContain(language === 'fr' ? way.french.entrance : way.entrance)
      const says = (key: string) =>
        explainStatements(election, municipality, [key], language)[0]!.parts[0]!.text
      for (const key of ['st.duty', 'st.assist', 'st.proxyPaper']) expect(text).toContain(says(key))
      for (const key of ['st.correction', 'st.complement', 'st.duplicateDesk'])
        expect(text, key).not.toContain(says(key))
      expect(text).not.toContain(paths.explanation(at))
      expect(await htmlFaults(text)).toEqual([])
    }
  })

  test('who was struck has no election, by whatever address', async () => {
    expect((await struck.get(paths.elections())).text).toContain(noneHere)
    for (const address of [paths.election, paths.pollingDesk, paths.keptPollingDesk, paths.myLetter])
      expect((await struck.get(address(at))).status).toBe(404)
  })

  test('the next letter, once two people released it, is a letter as any other', async () => {
    await releaseAll(trial, election)
    const { text } = await moved.get(paths.election(at))
    expect(text).not.toContain(texts.nl.title)
    expect(text).toContain(place)
    expect(text, 'there is no letter on this page').not.toContain('Deze brief vervangt de brief')
    expect((await moved.get(`${paths.election(at)}?taal=fr`)).text).toContain(way.french.entrance)
    expect((await moved.get(paths.letterPdf(at))).status).toBe(200)
    for (const address of [paths.elections(), paths.election(at)])
      expect((await moved.get(address)).text, address).toContain(electionTexts.nl.changed.title)
    expect((await other.get(paths.elections())).text).not.toContain(electionTexts.nl.changed.title)
  })
})

test('a letter that names another room than holds now sends nobody to the wrong door', async () => {
  const { place } = (await sections()).find(({ section }) => section === other.voter.section)!
  const before = fieldsOfPlace(place)
  const after = { ...before, street: 'Nieuwstraat' }
  expectOk(await editPlace(trial.deps, { election, code: place.code, before, after, by: 'test' }))
  for (const address of [paths.elections(), paths.election(at), paths.pollingDesk(at)]) {
    const { text } = await other.get(address)
    expect(text).toContain(texts.nl.because['other-room'])
  }
  const { text } = await other.get(paths.election(at))
  expect(text).toContain('Nieuwstraat')
  expect(text).not.toContain(`${before.street} `)
  expect((await other.get(paths.myLetter(at))).text).toContain(letterTexts.nl.old.otherRoom(1))
})
