import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { aSentCampaign, type CampaignShape, certificateDeps, type SentCampaign } from './testing.ts'
import { verifyCertificate } from './verify-certificate.ts'
import { type CertificateDeps, writeCertificate } from './write-certificate.ts'

const shape: CampaignShape = {
  voters: 240,
  sections: 3,
  refusedListNumbers: [19],
  unconfirmedListNumbers: [39, 59],
  noAddressListNumbers: [7],
}

let database: TestDatabase
let folder: string
let deps: CertificateDeps
beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'kiesloket-certificate-'))
  deps = certificateDeps(database)
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

async function written(campaign: SentCampaign) {
  const into = await mkdtemp(join(folder, 'c-'))
  const answer = await writeCertificate(deps, { election: campaign.election, folder: into, by: 'clerk' })
  if (!answer.ok) throw new Error(`${answer.because} ${answer.detail ?? ''}`)
  return answer
}

async function refusal(campaign: SentCampaign) {
  const into = await mkdtemp(join(folder, 'c-'))
  const answer = await writeCertificate(deps, { election: campaign.election, folder: into, by: 'clerk' })
  expect(await readdir(into), 'nothing is written').toEqual([])
  return answer
}

describe('a certificate', () => {
  test('names every road that letters went by, from the attempts themselves', async () => {
    const campaign = await aSentCampaign(database, firstMunicipality, shape)
    await campaign.change(`update delivery.attempt set route = 'magda', has_keys = false, started_at = '2030-09-10T09:02:00Z'
      where campaign_id = '${campaign.campaignId}' and document_id < '80000000-0000-0000-0000-000000000000'`)
    const { certificate, certificateFile } = await written(campaign)
    expect(certificate.sending.routes).toEqual([
      { name: 'federal-v3', guarantee: 'exactly-once' },
      { name: 'magda', guarantee: 'at-most-once' },
    ])
    expect(await verifyCertificate(certificateFile)).toMatchObject({ ok: true })
  })

  test('says everything of the campaign and verifies by itself', async () => {
    const { certificateFile, certificate, root } = await written(
      await aSentCampaign(database, firstMunicipality, shape),
    )
    expect(certificate).toMatchObject({
      municipality: { name: 'Zonnedorp' },
      election: { code: 'lokaal-2030', ruleset: { id: 'lpkd-2030', version: 1 } },
      list: { frozen: 240, added: 0, struck: 0, voters: 240 },
      letters: { versions: { 1: 240 }, ended: [], templateVersions: ['1'], pressVersions: ['1'] },
      releases: [{ requestedBy: 'An Peeters', releasedBy: 'Bo Janssens', letters: 240 }],
      sending: {
        routes: [{ name: 'federal-v3', guarantee: 'exactly-once' }],
        firstSentAt: '2030-09-10T09:01:00.000Z',
        lastSentAt: '2030-09-10T09:05:00.000Z',
      },
      digital: {
        voters: 240,
        delivered: 144,
        inactive: 48,
        refused: { INVALID_INPUT: 1 },
        unconfirmed: { 'worker-lost': 2 },
      },
      paper: {
        voters: 240,
        printed: 239,
        exceptions: { 'no-deliverable-address': 1 },
        policy: 'paper-for-all',
      },
      leaves: { count: 240, root },
    })
    const verification = await verifyCertificate(certificateFile, { trustedKeys: [deps.signer.keyId] })
    expect(verification.checks.filter(({ ok }) => !ok)).toEqual([])
    expect(verification.checks).toHaveLength(12)
    expect(verification.ok).toBe(true)
  })

  test('is the same but for its number when it is written again, and leaves the first alone', async () => {
    const campaign = await aSentCampaign(database, firstMunicipality, shape)
    const [one, other] = [await written(campaign), await written(campaign)]
    expect(other.root).toBe(one.root)
    expect(await readFile(other.leavesFile)).toEqual(await readFile(one.leavesFile))
  })

  test('holds no list number, no name and no look-up index', async () => {
    const campaign = await aSentCampaign(database, firstMunicipality, shape)
    const { leavesFile } = await written(campaign)
    const lines = (await readFile(leavesFile, 'utf8')).trimEnd().split('\n')
    expect(lines).toHaveLength(240)
    expect(Object.keys(JSON.parse(lines[0]!))).not.toContain('listNumber')
    const ids = await database.inScope(staffOf(firstMunicipality), async (db) => {
      const { sql } = await import('kysely')
      const { rows } = await sql<{ id: string }>`select v.voter_id::text as id from voters.voter v
        where v.election_id = ${campaign.election.electionId}`.execute(db)
      return rows.map((row) => row.id.replaceAll('-', ''))
    })
    const text = lines.join()
    expect(ids.filter((id) => text.includes(id))).toEqual([])
    const pseudonyms = lines.map((line) => JSON.parse(line).voter as string)
    expect(pseudonyms).toEqual([...new Set(pseudonyms)].sort())
  })

  test('keeps names of officials and small counts out of the copy for publication', async () => {
    const { publicFile } = await written(await aSentCampaign(database, firstMunicipality, shape))
    const envelope = JSON.parse(await readFile(publicFile, 'utf8'))
    const text = Buffer.from(envelope.payload, 'base64url').toString()
    expect(text).not.toMatch(/Peeters|Janssens/)
    const copy = JSON.parse(text)
    expect(copy.digital.exceptions).toBeNull()
    expect(copy.paper.exceptions).toBeNull()
    expect(copy.sections).toHaveLength(3)
    const alone = await verifyCertificate(publicFile, { trustedKeys: [deps.signer.keyId] })
    expect(alone).toMatchObject({ ok: true })
  })

  test('counts corrections by version, and what became of the letters they replaced', async () => {
    const campaign = await aSentCampaign(database, firstMunicipality, shape)
    const { electionId } = campaign.election
    await campaign.change(
      `update letters.letter set state = 'superseded', ended_at = now() where election_id = '${electionId}' and list_number = 1`,
    )
    await campaign.change(`insert into letters.letter (municipality_id, election_id, letter_id, voter_id, version, state,
      section, list_number, person_index, plate_sha256, facts, facts_sha256, pdf_sha256, pdf_bytes, release_id)
      select municipality_id, election_id, gen_random_uuid(), voter_id, 2, 'released', section, list_number, person_index,
        plate_sha256, facts, facts_sha256, pdf_sha256, pdf_bytes, release_id
      from letters.letter where election_id = '${electionId}' and list_number = 1`)
    await campaign.change(`insert into delivery.delivery (municipality_id, campaign_id, document_id, mailbox_key,
      recipient_cipher, person_index, document_sha256, batch, state)
      select municipality_id, '${campaign.campaignId}', letter_id, gen_random_uuid(), '', '', '', 1, 'delivered'
      from letters.letter where election_id = '${electionId}' and version = 2`)
    await campaign.change(`insert into letters.paper_letter (municipality_id, election_id, letter_id, print_file_id)
      select municipality_id, election_id, letter_id, gen_random_uuid()
      from letters.letter where election_id = '${electionId}' and version = 2`)
    const { certificate, certificateFile } = await written(campaign)
    expect(certificate.letters.versions).toEqual({ 1: 239, 2: 1 })
    expect(certificate.letters.ended).toEqual([
      { state: 'superseded', arrived: true, printed: true, letters: 1 },
    ])
    expect(await verifyCertificate(certificateFile)).toMatchObject({ ok: true })
  })
})

describe('no certificate', () => {
  test('while letters are on their way', async () => {
    const campaign = await aSentCampaign(database, firstMunicipality, shape)
    await campaign.change(`update delivery.delivery set state = 'attempting', reason = null
      where campaign_id = '${campaign.campaignId}' and state = 'delivered'`)
    expect(await refusal(campaign)).toMatchObject({
      ok: false,
      because: 'still-sending',
      detail: '144 letters',
    })
  })

  test('before anything was released, or before the list is closed', async () => {
    const campaign = await aSentCampaign(database, firstMunicipality, shape)
    await campaign.change(`update letters.release set state = 'requested', decided_by = null
      where election_id = '${campaign.election.electionId}'`)
    expect(await refusal(campaign)).toMatchObject({ because: 'nothing-released' })
    await campaign.change(`update voters.voters_list set state = 'accepted'
      where election_id = '${campaign.election.electionId}'`)
    expect(await refusal(campaign)).toMatchObject({ because: 'list-not-closed' })
  })

  test('while a sum is off; it says who is missing, by list number', async () => {
    const campaign = await aSentCampaign(database, firstMunicipality, shape)
    await campaign.change(`delete from letters.letter where election_id = '${campaign.election.electionId}'
      and list_number in (5, 8)`)
    const answer = await refusal(campaign)
    expect(answer).toMatchObject({
      because: 'sums-off',
      detail: expect.stringContaining(
        'digital missing, no-letter: list number 8 (section 2), 5 (section 2)'.slice(0, 40),
      ),
      faults: [{ listNumber: 5 }, { listNumber: 8 }],
    })
  })

  test('when the list lost a voter after it was closed', async () => {
    const campaign = await aSentCampaign(database, firstMunicipality, shape)
    const { electionId } = campaign.election
    await campaign.change(
      `delete from letters.letter where election_id = '${electionId}' and list_number = 5`,
    )
    await campaign.change(`delete from voters.voter where election_id = '${electionId}' and list_number = 5`)
    expect(await refusal(campaign)).toMatchObject({
      because: 'sums-off',
      detail: '  the list: 240 when closed + 0 added − 0 struck is not 239 voters',
    })
  })

  test('when a voter on the closed list was changed for another', async () => {
    const campaign = await aSentCampaign(database, firstMunicipality, shape)
    await campaign.change(`update voters.voter set last_name = 'Anders'
      where election_id = '${campaign.election.electionId}' and list_number = 5`)
    expect(await refusal(campaign)).toMatchObject({ because: 'list-changed' })
  })
})
