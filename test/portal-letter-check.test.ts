import { expect, test, vi } from 'vitest'
import { qrText } from '../src/letters/composing/letter-statement.ts'
import { type MarksOfLetters, signStatusList } from '../src/letters/status-list/status-list.ts'
import { sha256 } from '../src/platform/hash.ts'
import { type ElectionId, type LetterId, newId } from '../src/platform/ids.ts'
import { createSigner, generateSigningKey, type Signer } from '../src/platform/signer.ts'
import { judge } from '../src/portal/letter-check/browser/judge.js'
import { signInFor } from '../src/portal/letter-check/browser/sign-in-for.js'
import { readStatement, type Statement } from '../src/portal/letter-check/browser/statement.js'
import { readStatusList } from '../src/portal/letter-check/browser/status-list.js'

/** What the browser makes of a code and of the lists it gets, with keys and lists that the server would sign. */

const ours = createSigner(generateSigningKey())
const earlier = createSigner(generateSigningKey())
const another = createSigner(generateSigningKey())
const keys = [ours, earlier].map(({ publicJwk }) => publicJwk)
const [issuer, otherIssuer] = ['1999000150', '1999000249']
const electionId = newId<ElectionId>()
const otherElection = '018f3d5e-0000-7000-8000-000000000000' as ElectionId
const letterId = newId<LetterId>()

const code = (signer = ours, of = issuer) =>
  qrText(signer, 'https://kiesbrief.example', {
    ...{ issuer: of, letterId, electionId },
    digest: sha256('what the letter says'),
  })
const statementOf = async (text: string) => (await readStatement(text, keys)) as Statement

const mark = sha256(Buffer.from(letterId.replaceAll('-', ''), 'hex')).subarray(0, 6)
const others = Buffer.from(Array.from({ length: 3 }, (_, n) => [...sha256(String(n)).subarray(0, 6)]).flat())
const noMarks = { superseded: others, withdrawn: new Uint8Array(), unreleased: others }
const at = (day: string) => new Date(`2029-05-${day}T08:00:00Z`)

interface Made {
  readonly signer?: Signer
  readonly madeAt?: Date
  readonly marks?: Partial<MarksOfLetters>
  readonly election?: ElectionId
  readonly of?: string
}
async function list({
  signer = ours,
  madeAt = at('10'),
  marks = {},
  election = electionId,
  of = issuer,
}: Made = {}) {
  const bytes = signStatusList(signer, {
    ...{ issuer: of, municipality: 'Zonnedorp', slug: 'zonnedorp', electionId: election },
    electionName: 'Verkiezing',
    ...{ pollingDay: '2029-06-10', madeAt, marks: { ...noMarks, ...marks } },
  })
  return readStatusList(bytes, await statementOf(code()), keys)
}
const judged = async (facts: object) =>
  judge({ statement: await statementOf(code()), isKnown: true, now: at('10').getTime() + 60_000, ...facts })

test('a code says issuer, election and letter, read from an address or from what stands behind the #', async () => {
  const text = code()
  expect(await readStatement(text, keys)).toEqual({
    ...{ issuer, election: electionId.replaceAll('-', '').slice(0, 16) },
    letterId: new Uint8Array(Buffer.from(letterId.replaceAll('-', ''), 'hex')),
  })
  expect(await readStatement(` ${text.split('#')[1]}\n`, keys)).toEqual(await readStatement(text, keys))
})

test('a letter that was signed with an earlier key that is still published is read', async () => {
  expect(await readStatement(code(earlier), keys)).toHaveProperty('issuer', issuer)
})

test.each([
  ['the arithmetic of the browser', false],
  ['a library, where the browser has none', true],
])('whichever byte of a code is changed, it is no statement any more: by %s', async (_, isOld) => {
  const unknown = () => Promise.reject(new DOMException('no such algorithm', 'NotSupportedError'))
  const hidden = isOld && vi.spyOn(crypto.subtle, 'importKey').mockImplementation(unknown)
  expect(await readStatement(code(), keys)).toHaveProperty('issuer', issuer)
  const bytes = Buffer.from(code().split('#')[1]!, 'base64url')
  for (let place = 0; place < bytes.length; place++) {
    const changed = Buffer.from(bytes)
    changed[place] = changed[place]! ^ 1
    const read = await readStatement(changed.toString('base64url'), keys)
    expect(read, `byte ${place}`).toHaveProperty('because')
  }
  if (hidden) hidden.mockRestore()
})

test('a key that is not published is unknown, and what is no code at all is unreadable', async () => {
  expect(await readStatement(code(another), keys)).toEqual({ because: 'unknown-key' })
  expect(await readStatement(code(), [])).toEqual({ because: 'unknown-key' })
  const half = code().slice(0, -40)
  for (const text of ['', 'https://example.org/#hello', 'WIFI:S:huis;;', half, 'oWFhAQ', 'gA', '9g'])
    expect(await readStatement(text, keys), text).toEqual({ because: 'unreadable' })
})

test('a list that the installation signed is no letter', async () => {
  const bytes = signStatusList(ours, {
    ...{
      issuer,
      municipality: 'Zonnedorp',
      slug: 'zonnedorp',
      electionId,
      electionName: 'Verkiezing',
      pollingDay: '2029-06-10',
    },
    ...{ madeAt: at('10'), marks: noMarks },
  })
  expect(await readStatement(Buffer.from(bytes).toString('base64url'), keys)).toEqual({
    because: 'unreadable',
  })
})

test.each(['superseded', 'withdrawn', 'unreleased'] as const)(
  'a letter among the %s is told so',
  async (which) => {
    const fetched = await list({ marks: { [which]: Buffer.concat([others, mark]) } })
    expect(await judged({ fetched })).toMatchObject({ answer: which, isChecked: true, isPlayedBack: false })
  },
)

test('a letter of which nothing is said is genuine', async () => {
  const fetched = await list()
  expect(await judged({ fetched })).toMatchObject({ answer: 'genuine', isChecked: true, isPlayedBack: false })
  expect(fetched).toMatchObject({ municipality: 'Zonnedorp', pollingDay: '2029-06-10' })
})

test('a mark that begins halfway another is none', async () => {
  const shifted = Buffer.concat([Buffer.from([0, 0, 0]), mark, Buffer.from([0, 0, 0])])
  expect(await judged({ fetched: await list({ marks: { withdrawn: shifted } }) })).toMatchObject({
    answer: 'genuine',
  })
})

test('without network the list that was kept answers, until it is a day old: then it says since when', async () => {
  const kept = await list({ madeAt: at('09'), marks: { withdrawn: mark } })
  expect(await judged({ kept })).toMatchObject({ answer: 'withdrawn', isChecked: false })
  expect(await judged({ kept: await list() })).toMatchObject({ answer: 'genuine', isChecked: true })
})

test('an old list that is all there is says since when, whoever sends it', async () => {
  expect(await judged({ fetched: await list({ madeAt: at('01') }) })).toMatchObject({
    ...{ answer: 'genuine', isChecked: false },
    list: { madeAt: at('01').getTime() },
  })
})

test('a list that is played back never takes the place of a newer one that this browser saw', async () => {
  const kept = await list({ madeAt: at('10'), marks: { withdrawn: mark } })
  const fetched = await list({ madeAt: at('08') })
  expect(await judged({ kept, fetched })).toMatchObject({ answer: 'withdrawn', isPlayedBack: true })
  expect(await judged({ kept, fetched: kept })).toMatchObject({ isPlayedBack: false })
})

test('a list of another key, of another municipality or another election says nothing', async () => {
  expect(await list({ signer: another })).toBeUndefined()
  expect(await list({ of: otherIssuer })).toBeUndefined()
  expect(await list({ election: otherElection })).toBeUndefined()
  expect(await readStatusList(new Uint8Array([1, 2]), await statementOf(code()), keys)).toBeUndefined()
  const statement = Buffer.from(code().split('#')[1]!, 'base64url')
  expect(await readStatusList(statement, await statementOf(code()), keys)).toBeUndefined()
})

test('without a list a code is signed and no more; of an election that is not there nothing can be said', async () => {
  expect(await judged({})).toMatchObject({ answer: 'signed', isChecked: false })
  expect(await judged({ isKnown: false })).toMatchObject({ answer: 'no-election', isChecked: false })
})

const addresses = { plain: '/mijn/aanmelden', pattern: '/mijn/verkiezingen/ELECTION' }

test('who logs in from a letter comes to the page of its election, in the look of its municipality', async () => {
  const address = signInFor(await list(), await statementOf(code()), addresses)
  const { pathname, searchParams } = new URL(address, 'https://kiesbrief.example')
  expect(pathname).toBe('/mijn/aanmelden')
  expect(Object.fromEntries(searchParams)).toEqual({
    naar: `/mijn/verkiezingen/${electionId}`,
    gemeente: 'zonnedorp',
  })
})

test('what no list of this election says leads to the plain login', async () => {
  const statement = await statementOf(code())
  const kept = (await list())!
  expect(signInFor(undefined, statement, addresses)).toBe('/mijn/aanmelden')
  expect(signInFor(kept, undefined, addresses)).toBe('/mijn/aanmelden')
  const strange = [otherElection, `${electionId}?x`, '//example.org']
  for (const one of strange)
    expect(signInFor({ ...kept, electionId: one }, statement, addresses), one).toBe('/mijn/aanmelden')
  const { electionId: _, ...earlier } = kept
  expect(signInFor(earlier, statement, addresses)).toBe('/mijn/aanmelden')
})
