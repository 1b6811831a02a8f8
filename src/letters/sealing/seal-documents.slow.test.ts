import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTestSeal, type TestSeal } from '../../../dev/seal/make-test-seal.ts'
import { createRemoteKey, type RemoteKey } from '../../../dev/seal/remote-key.ts'
import { expectOk } from '../../../test/expect-ok.ts'
import { readSeal } from '../../../test/seal/read-seal.ts'
import { verifyWithPkijs } from '../../../test/seal/verify-with-pkijs.ts'
import { campaignStatus, resumeCampaign, runCampaign } from '../../delivery/index.ts'
import { accepted, scriptedMailbox, testDeps } from '../../delivery/testing.ts'
import { fixedClock } from '../../platform/clock.ts'
import { sha256 } from '../../platform/hash.ts'
import type { CampaignId, DocumentId } from '../../platform/ids.ts'
import type { SealKey } from '../../platform/seal/seal-key.ts'
import { createSoftwareKey } from '../../platform/seal/software-key.ts'
import { issueDuplicate } from '../duplicating/issue-duplicate.ts'
import { openDuplicate } from '../duplicating/open-duplicate.ts'
import { renderForm } from '../letter-forms/render-form.ts'
import { createLetterMaker, createLetterSource } from '../letter-source.ts'
import { lettersOfListNumber } from '../letter-store.ts'
import { aLettersTrial, type LettersTrial } from '../testing.ts'

const voters = 30
let trial: LettersTrial
let seal: TestSeal
let key: RemoteKey
/** What the municipality's file names at this moment. */
let named: SealKey | undefined
/** What letters stand on, in this municipality. */
let deps: LettersTrial['deps']
let campaignId: CampaignId

beforeAll(async () => {
  trial = await aLettersTrial(voters)
  seal = await makeTestSeal()
  key = createRemoteKey(createSoftwareKey(seal), { answersAfterMs: 1 })
  named = key
  Object.assign(trial.deps, { sealKeys: { keyFor: async () => named } })
  deps = trial.deps
  expectOk(await trial.compose())
  expectOk(await trial.sample())
})
afterAll(() => trial.database.close())

const lettersOf = (listNumber: number) => {
  const { municipalityId, electionId } = trial.election
  return trial.here((db) => lettersOfListNumber(db, municipalityId, electionId, listNumber))
}
const documentOf = async (listNumber: number) =>
  (await lettersOf(listNumber))[0]!.letter_id as string as DocumentId
const render = (...ids: DocumentId[]) =>
  createLetterSource(deps).render(trial.election.municipalityId, trial.election.electionId, ids)
const plainLetter = async (listNumber: number) => {
  const { municipalityId, electionId } = trial.election
  const [letter] = await lettersOf(listNumber)
  const [made] = await createLetterMaker(deps)(municipalityId, electionId, [letter!.letter_id])
  return Buffer.from(made!.pdf)
}
const keptSeals = async () => {
  const { rows } = await trial.here((db) =>
    sql<{ count: number }>`select count(*)::integer as count from letters.seal`.execute(db),
  )
  return rows[0]!.count
}

describe('a release', () => {
  const seals: [string, Parameters<typeof makeTestSeal>[0], RegExp][] = [
    ['is over', { until: '2029-05-01' }, /was valid until 2029-05-01, and is not any more/],
    ['has not begun', { from: '2029-05-03' }, /is valid from 2029-05-03 on, and not yet/],
    [
      'ends before polling day is over',
      { until: '2029-06-09' },
      /until 2029-06-09, and not until polling day/,
    ],
  ]
  test.each(seals)('is refused with a certificate that %s', async (_, facts, says) => {
    named = createSoftwareKey(await makeTestSeal(facts))
    expect(await trial.request()).toMatchObject({
      because: 'seal-not-ready',
      detail: expect.stringMatching(says),
    })
  })

  test('is refused with a key that does not answer, or is of another certificate', async () => {
    named = key
    key.breaksWith(new Error('the token is locked'))
    expect(await trial.request()).toMatchObject({ detail: expect.stringContaining('the token is locked') })
    key.breaksWith(undefined)
    const other = createSoftwareKey(await makeTestSeal())
    named = { chain: key.chain, sign: other.sign }
    expect(await trial.request()).toMatchObject({ because: 'seal-not-ready' })
    named = key
  })

  test('has a seal from then on, whatever the file of the municipality says later', async () => {
    const { sampleSha256 } = expectOk(await trial.request())
    named = createSoftwareKey(await makeTestSeal({ until: '2029-05-01' }))
    expect(await trial.release(sampleSha256), 'the second person too').toMatchObject({
      because: 'seal-not-ready',
    })
    named = key
    campaignId = expectOk(await trial.release(sampleSha256)).campaignId
    const { rows } = await trial.here((db) =>
      sql<{
        details: object
      }>`select e.details from platform.audit_event e where e.action = 'letters.released'`.execute(db),
    )
    expect(rows[0]!.details).toMatchObject({ sealed: true })
    expect(await keptSeals(), 'made when a letter leaves, and not before').toBe(0)
  })
})

describe('a sealed letter', () => {
  test('is the letter that was released, with a seal behind it that holds', async () => {
    const id = await documentOf(1)
    const { document, handedOver, sha256: hash } = (await render(id)).get(id)!
    const plain = await plainLetter(1)
    expect(handedOver).toBe(plain.length)
    expect(Buffer.from(document).subarray(0, handedOver).equals(plain)).toBe(true)
    expect(sha256(plain), 'the hash on the certificate').toEqual((await lettersOf(1))[0]!.pdf_sha256)
    expect(sha256(document)).toEqual(hash)
    expect(await verifyWithPkijs(await readSeal(document), seal.root)).toMatchObject({
      holds: true,
      trusted: true,
    })
  })

  test('has the same bytes for whoever asks again: the mailbox, the citizen, another machine, another day', async () => {
    const id = await documentOf(1)
    const [letter] = await lettersOf(1)
    const first = Buffer.from((await render(id)).get(id)!.document)
    const later = { ...deps, clock: fixedClock('2029-06-09T08:00:00Z') }
    const facts = {
      election: trial.election,
      letterId: letter!.letter_id,
      format: 'pdf',
      by: 'test',
    } as const
    expect(first.equals(await renderForm(later, facts))).toBe(true)
    named = undefined
    expect(first.equals(Buffer.from((await render(id)).get(id)!.document)), 'without the key').toBe(true)
    named = key
  })

  test('is made once by two who make it at the same moment', async () => {
    const ids = await Promise.all([2, 3, 4].map(documentOf))
    const [one, other] = await Promise.all([render(...ids), render(...ids.toReversed())])
    for (const id of ids)
      expect(Buffer.from(one.get(id)!.document).equals(Buffer.from(other.get(id)!.document))).toBe(true)
  })

  test('that was signed by a process that ended before it kept that, is signed again', async () => {
    const id = await documentOf(5)
    const before = await keptSeals()
    const dies: SealKey = {
      chain: key.chain,
      async sign(contents) {
        await key.sign(contents)
        throw new Error('killed')
      },
    }
    named = dies
    await expect(render(id)).rejects.toThrow('killed')
    expect(await keptSeals()).toBe(before)
    named = key
    const first = (await render(id)).get(id)!.sha256
    expect((await render(id)).get(id)!.sha256).toEqual(first)
    expect(await keptSeals()).toBe(before + 1)
  })

  test('asks a key elsewhere once for many', async () => {
    const ids = await Promise.all([6, 7, 8, 9].map(documentOf))
    const before = key.calls.length
    await render(...ids)
    expect(key.calls.slice(before)).toEqual([4])
  })

  test('that was typeset whole has one too', async () => {
    const { rows } = await trial.here((db) =>
      sql<{
        n: number
      }>`select min(l.list_number) as n from letters.letter l where l.typeset_whole is not null`.execute(db),
    )
    const id = await documentOf(rows[0]!.n)
    const { document } = (await render(id)).get(id)!
    expect((await verifyWithPkijs(await readSeal(document), seal.root)).holds).toBe(true)
  })
})

describe('a campaign whose key fails', () => {
  const mailbox = scriptedMailbox(() => accepted)
  const delivery = () => ({
    ...testDeps(trial.database, mailbox),
    ...{ vault: deps.vault, documents: createLetterSource(deps) },
  })
  const campaign = () => ({ municipalityId: trial.election.municipalityId, campaignId })

  test('stops and says why; nothing leaves without a seal', async () => {
    named = createSoftwareKey(await makeTestSeal({ until: '2029-05-01' }))
    const status = await runCampaign(delivery(), campaign())
    expect(status).toMatchObject({
      state: 'stopped',
      stoppedBecause: expect.stringMatching(/^seal-not-ready: .*2029-05-01/),
    })
    named = key
  })

  test('goes on once it is mended, also under another certificate: each letter once, each with its seal', async () => {
    const renewed = await makeTestSeal({ name: 'TEST Zonnedorp, hernieuwd' })
    named = createSoftwareKey(renewed)
    expectOk(await resumeCampaign(deps, { ...campaign(), by: 'test' }))
    const status = await runCampaign(delivery(), campaign())
    expect(status.counts).toMatchObject({ waiting: 0, delivered: voters })
    expect(new Set(mailbox.messages.map((message) => message.key)).size).toBe(voters)
    expect(mailbox.messages).toHaveLength(voters)
    for (const { document, sha256: hash } of mailbox.messages) {
      const found = await readSeal(document)
      const verdicts = await Promise.all([seal, renewed].map(({ root }) => verifyWithPkijs(found, root)))
      expect(verdicts.map(({ holds }) => holds)).toEqual([true, true])
      expect(verdicts.filter(({ trusted }) => trusted)).toHaveLength(1)
      expect(sha256(document)).toEqual(Buffer.from(hash))
    }
    named = key
  })

  test('leaves the sum as it was: each letter is counted once', async () => {
    const status = await trial.here((db) => campaignStatus(db, campaign(), new Date()))
    expect(status!.total).toBe(voters)
  })
})

describe('a duplicate', () => {
  const issue = (listNumber: number, channel: 'print' | 'mailbox') =>
    issueDuplicate(deps, {
      ...{ election: trial.election, listNumber, reason: 'not-received', identity: 'identity-card' },
      ...{ channel, by: 'clerk' },
    })
  const open = (duplicateId: DocumentId) =>
    openDuplicate(deps, { election: trial.election, duplicateId, format: 'pdf', by: 'clerk' })

  test('has a seal of its own, the same each time that it is opened', async () => {
    const issued = expectOk(await issue(11, 'print'))
    expect((await verifyWithPkijs(await readSeal(issued.pdf), seal.root)).holds).toBe(true)
    const opened = expectOk(await open(issued.duplicateId))
    expect(Buffer.from(opened.pdf).equals(Buffer.from(issued.pdf))).toBe(true)
  })

  test('leaves for the mailbox with its seal', async () => {
    const { duplicateId } = expectOk(await issue(12, 'mailbox'))
    const { document } = (await render(duplicateId)).get(duplicateId)!
    expect((await verifyWithPkijs(await readSeal(document), seal.root)).holds).toBe(true)
  })

  test('for paper is not held up by a key that is away', async () => {
    named = undefined
    const issued = expectOk(await issue(13, 'print'))
    await expect(readSeal(issued.pdf)).rejects.toThrow()
    named = key
    const opened = expectOk(await open(issued.duplicateId))
    expect((await verifyWithPkijs(await readSeal(opened.pdf), seal.root)).holds).toBe(true)
  })
})

test('without a seal in the file of the municipality letters leave as they always did, and nothing of a seal is kept', async () => {
  const other = await aLettersTrial(5)
  try {
    expectOk(await other.compose())
    expectOk(await other.sample())
    expectOk(await other.release(expectOk(await other.request()).sampleSha256))
    const { municipalityId, electionId } = other.election
    const [letter] = await other.here((db) => lettersOfListNumber(db, municipalityId, electionId, 1))
    const id = letter!.letter_id as string as DocumentId
    const made = (await createLetterSource(other.deps).render(municipalityId, electionId, [id])).get(id)!
    expect(made.handedOver).toBeUndefined()
    expect(sha256(made.document)).toEqual(letter!.pdf_sha256)
    const { rows } = await other.here((db) => sql`select from letters.seal`.execute(db))
    expect(rows).toEqual([])
  } finally {
    await other.database.close()
  }
})
