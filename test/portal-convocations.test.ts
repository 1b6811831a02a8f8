import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aDeskTrial, type DeskTrial } from '../src/desk/testing.ts'
import { hourText } from '../src/elections/index.ts'
import { latestAuditEvents } from '../src/platform/audit.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { type AssignmentId, type MemberId, newId } from '../src/platform/ids.ts'
import { type Language, languages } from '../src/platform/language.ts'
import { texts as convocationTexts } from '../src/portal/convocations/texts.ts'
import type { FindMyConvocations, MyConvocation } from '../src/portal/index.ts'
import { paths } from '../src/portal/paths.ts'
import { createWeb } from '../src/server.ts'
import { browserOf } from './citizen.ts'
import { htmlFaults } from './html-faults.ts'

/** The place for the calls of members of bureaus, filled by a fake: what fills it for real is passed in `app.ts`. */

let trial: DeskTrial
let asked: Buffer[] = []
const called = '85610100147'
const notCalled = '90620701067'

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
})
afterAll(() => trial.close())
beforeEach(() => {
  asked = []
})

const aCall = (over: Partial<MyConvocation> = {}): MyConvocation => ({
  ...{ municipalityId: trial.here, electionId: trial.election.electionId },
  ...{ assignmentId: '018f3d5e-0000-7000-8000-000000000001' as AssignmentId, memberId: 'm' as MemberId },
  ...{ isDelivered: true, isExcused: false, reply: 'NONE' },
  ...{ electionName: 'Verkiezingen van 10 juni 2029', day: '2029-06-10', from: '07:00' },
  ...{ role: 'ASSESSOR', bureau: { kind: 'POLLING', number: '12' } },
  place: { name: 'Sporthal De Zonnebloem', addressLines: ['Kerkstraat 1', '9999 Zonnedorp'] },
  ...over,
})

/** Answers as the bureaus will: what is of the person who asks. */
function bureausWith(...calls: MyConvocation[]): FindMyConvocations {
  const mine = trial.deps.vault.index(called)
  return async (_db, index) => {
    asked.push(Buffer.from(index))
    return mine.equals(index) ? calls : []
  }
}

async function electionsPageOf(number: string, find?: FindMyConvocations, language: Language = 'nl') {
  const deps = { ...trial.deps, findMyConvocations: find }
  const citizen = await browserOf(deps, number)
  return (await citizen.get(`${paths.elections()}?taal=${language}`)).text
}

test('as long as nothing fills it, no page says a word about it', async () => {
  expect(await electionsPageOf(called)).not.toMatch(/stembureau|bijzitter/)
})

test('who is called reads role, bureau, place, day and hour, and who is not reads nothing', async () => {
  const find = bureausWith(aCall())
  const text = await electionsPageOf(called, find)
  for (const said of [
    'Je zit in een stembureau',
    'bijzitter',
    'Stembureau 12',
    'Sporthal De Zonnebloem',
    'Kerkstraat 1',
  ])
    expect(text).toContain(said)
  expect(text).toContain('zondag 10 juni 2029')
  expect(text).toContain('Wees er om 7 uur')
  expect(await electionsPageOf(notCalled, find)).not.toContain('stembureau')
  expect(asked).toEqual([called, notCalled].map((number) => trial.deps.vault.index(number)))
})

test('the soonest stands first, and what is past is still there, as over', async () => {
  const text = await electionsPageOf(
    called,
    bureausWith(
      aCall({ day: '2029-10-14', electionName: 'De latere' }),
      aCall({ electionName: 'De eerste' }),
      aCall({ day: '2028-10-08', electionName: 'De vorige' }),
    ),
  )
  expect(text.indexOf('De eerste')).toBeGreaterThan(0)
  expect(text.indexOf('De eerste')).toBeLessThan(text.indexOf('De latere'))
  expect(text).toContain('Je was opgeroepen voor een bureau')
})

test.each([
  { isExcused: true, said: 'excused' },
  { isRevoked: true, said: 'revoked' },
] as const)('who need not come reads that, with no hour and no duty: %o', async ({ said, ...released }) => {
  const bureau = { kind: 'COUNTING', number: '3' } as const
  for (const role of ['CHAIR', 'ASSESSOR'] as const) {
    const find = bureausWith(aCall({ ...released, role, bureau, reply: 'EXCUSE_PENDING', memberId: newId() }))
    const deps = { ...trial.deps, findMyConvocations: find }
    const citizen = await browserOf(deps, called)
    for (const language of languages) {
      const words = convocationTexts[language]
      for (const address of [paths.elections(), paths.call({ call: aCall().assignmentId })]) {
        const { status, text } = await citizen.get(`${address}?taal=${language}`)
        expect(status).toBe(200)
        expect(text).toContain(words.released[said])
        for (const wrong of [words.title.COUNTING, words.from(hourText('07:00', language)), words.open])
          expect(text, address).not.toContain(wrong)
        for (const wrong of [words.duty.title, ...words.duty.lines, words.answer.button, words.openBureau])
          expect(text, address).not.toContain(wrong)
        expect(await htmlFaults(text)).toEqual([])
      }
    }
  }
})

test.each(languages)('in %s it is a valid page, and what is Dutch is said to be', async (language) => {
  const calls = (['CHAIR', 'SECRETARY', 'ADJUNCT_SECRETARY', 'ASSESSOR', 'SUBSTITUTE'] as const).map((role) =>
    aCall({ role, bureau: { kind: 'COUNTING', number: '3' } }),
  )
  const text = await electionsPageOf(called, bureausWith(...calls), language)
  expect(await htmlFaults(text)).toEqual([])
  if (language !== 'nl') expect(text).toContain('<strong lang="nl">Sporthal De Zonnebloem</strong>')
})

test('that it was read stands in the audit log, under the one who was called', async () => {
  const subject = '018f3d5e-0000-7000-8000-0000000000aa' as AssignmentId
  await electionsPageOf(called, bureausWith(aCall({ assignmentId: subject })))
  const events = await trial.database.inScope(staffOf(trial.here), (db) =>
    latestAuditEvents(db, trial.here, 50),
  )
  const read = events.filter((event) => event.subject === subject)
  expect(read.map(({ action, actor }) => [action, actor])).toEqual([
    ['citizen.convocation-opened', 'citizen'],
  ])
})
