import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  firstMunicipality,
  secondMunicipality,
  type TestDatabase,
  testDatabase,
} from '../../../test/database.ts'
import { aSentCampaign, type CampaignShape, type SentCampaign } from '../certificate/testing.ts'
import { reconcileLetters } from './reconcile-letters.ts'
import { isBalanced, type Reconciliation } from './reconciliation.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const shape: CampaignShape = {
  voters: 60,
  sections: 3,
  refusedListNumbers: [19],
  unconfirmedListNumbers: [39],
  noAddressListNumbers: [7],
}

async function sent(changes: Partial<CampaignShape> = {}): Promise<SentCampaign> {
  return aSentCampaign(database, firstMunicipality, { ...shape, ...changes })
}

async function sums({ election }: SentCampaign): Promise<Reconciliation> {
  const answer = await reconcileLetters({ database }, { election })
  if (!answer.ok) throw new Error(answer.because)
  return answer.reconciliation
}

async function faultsOf({ election }: SentCampaign): Promise<string[]> {
  const answer = await reconcileLetters({ database }, { election })
  if (!answer.ok) throw new Error(answer.because)
  return answer.faults.map(({ channel, kind, why, listNumber }) => `${channel} ${kind} ${why} ${listNumber}`)
}

describe('a campaign in order', () => {
  test('balances on both channels, with every reason named', async () => {
    const reconciliation = await sums(await sent())
    expect(reconciliation.list).toEqual({ frozen: 60, added: 0, struck: 0, voters: 60 })
    expect(reconciliation.digital).toEqual({
      voters: 60,
      delivered: 36,
      inactive: 12,
      unreachable: { EXCLUDED: 4, NO_EBOX: 6 },
      refused: { INVALID_INPUT: 1 },
      unconfirmed: { 'worker-lost': 1 },
      waiting: {},
    })
    expect(reconciliation.paper).toEqual({
      voters: 60,
      printed: 59,
      exceptions: { 'no-deliverable-address': 1 },
    })
    expect(reconciliation.sections.map(({ section, digital }) => [section, digital.voters])).toEqual([
      [1, 20],
      [2, 20],
      [3, 20],
    ])
    expect(isBalanced(reconciliation)).toBe(true)
  })

  test('balances when paper goes to the rest only', async () => {
    const campaign = await sent({ policy: 'paper-for-the-rest' })
    const reconciliation = await sums(campaign)
    expect(reconciliation.paper).toMatchObject({ voters: 24, printed: 24 })
    expect(isBalanced(reconciliation)).toBe(true)
  })

  test('leaves out who was struck, when the letter was withdrawn', async () => {
    const campaign = await sent()
    await campaign.change(`update voters.voter set state = 'struck' where election_id = '${campaign.election.electionId}'
      and list_number = 5`)
    expect(await faultsOf(campaign)).toEqual(['digital surplus letter-without-voter 5'])
    expect(isBalanced(await sums(campaign))).toBe(false)
    await campaign.change(`update letters.letter set state = 'withdrawn', ended_at = now() where
      election_id = '${campaign.election.electionId}' and list_number = 5`)
    const after = await sums(campaign)
    expect(after.list).toEqual({ frozen: 60, added: 0, struck: 1, voters: 59 })
    expect(isBalanced(after)).toBe(true)
  })

  test('says nothing of a municipality that is not in scope', async () => {
    const { election } = await sent()
    const answer = await reconcileLetters(
      { database },
      { election: { ...election, municipalityId: secondMunicipality } },
    )
    expect(answer).toMatchObject({ ok: false, because: 'list-not-closed' })
  })
})

describe('one out of order', () => {
  const inElection = (campaign: SentCampaign, number: number) =>
    `election_id = '${campaign.election.electionId}' and list_number = ${number}`
  const letterOf = (campaign: SentCampaign, number: number) =>
    `(select letter_id from letters.letter where ${inElection(campaign, number)})`

  const cases: [name: string, fault: string, change: (campaign: SentCampaign) => string][] = [
    [
      'a voter without letter',
      'digital missing no-letter 5',
      (campaign) => `delete from letters.letter where ${inElection(campaign, 5)}`,
    ],
    [
      'a letter that was never released',
      'digital missing letter-not-released 5',
      (campaign) => `update letters.letter set state = 'composed' where ${inElection(campaign, 5)}`,
    ],
    [
      'a released letter that delivery was never given',
      'digital missing letter-not-handed-over 5',
      (campaign) => `update delivery.delivery set document_id = gen_random_uuid()
        where campaign_id = '${campaign.campaignId}' and document_id = ${letterOf(campaign, 5)}`,
    ],
    [
      'a voter who disappeared from the closed list',
      'digital surplus letter-without-voter 5',
      (campaign) => `delete from voters.voter where ${inElection(campaign, 5)}`,
    ],
    [
      'a person who is on the list twice',
      'digital double same-person-twice-on-list 5,digital double same-person-twice-on-list 6',
      (campaign) => `update voters.voter set nrn_index = sha256('person 5') where ${inElection(campaign, 6)}`,
    ],
    [
      'two letters with one receipt',
      'digital double same-receipt-twice 5,digital double same-receipt-twice 6',
      (
        campaign,
      ) => `update delivery.delivery set receipt = 'the same' where campaign_id = '${campaign.campaignId}'
        and document_id in (${letterOf(campaign, 5)}, ${letterOf(campaign, 6)})`,
    ],
    [
      'a letter in no print file and no exception',
      'paper missing not-printed 5',
      (campaign) => `delete from letters.paper_letter where letter_id = ${letterOf(campaign, 5)}`,
    ],
  ]
  for (const [name, fault, change] of cases)
    test(name, async () => {
      const campaign = await sent({ sections: 1 })
      await campaign.change(change(campaign))
      expect((await faultsOf(campaign)).join()).toBe(fault)
      expect(isBalanced(await sums(campaign))).toBe(false)
    })

  test('a letter that was handed over twice', async () => {
    const campaign = await sent()
    await campaign.change(`select delivery.add_partition('${campaign.listId}')`)
    await campaign.change(`insert into delivery.campaign (municipality_id, campaign_id, document_kind, reference, message,
      opened_by) values (1, '${campaign.listId}', 'election-letter', '${campaign.election.electionId}', '{}', 'test')`)
    await campaign.change(`insert into delivery.delivery (municipality_id, campaign_id, document_id, mailbox_key,
      recipient_cipher, person_index, document_sha256, batch, state)
      values (1, '${campaign.listId}', ${letterOf(campaign, 5)}, gen_random_uuid(), '', '', '', 1, 'delivered')`)
    expect(await faultsOf(campaign)).toEqual(['digital double letter-handed-over-twice 5'])
    const { digital } = await sums(campaign)
    expect(digital.delivered).toBe(37)
  })

  test('a letter on paper for a voter who got it in a box in use, where only the rest gets paper', async () => {
    const campaign = await sent({ policy: 'paper-for-the-rest' })
    await campaign.change(`insert into letters.paper_letter (municipality_id, election_id, letter_id, print_file_id)
      values (1, '${campaign.election.electionId}', ${letterOf(campaign, 1)}, gen_random_uuid())`)
    expect(await faultsOf(campaign)).toEqual(['paper surplus printed-without-need 1'])
    expect(isBalanced(await sums(campaign))).toBe(false)
  })

  test('a voter with two current letters, if the database ever let that through', async () => {
    const own = await testDatabase()
    const owner = new pg.Client({ connectionString: own.ownerUrl })
    await owner.connect()
    await owner.query('drop index letters.one_current_letter')
    const campaign = await aSentCampaign(own, firstMunicipality, { ...shape, sections: 1 })
    const { election } = campaign
    await campaign.change(`insert into letters.letter (municipality_id, election_id, letter_id, voter_id, version, state,
      section, list_number, person_index, plate_sha256, facts, facts_sha256, pdf_sha256, pdf_bytes)
      select l.municipality_id, l.election_id, gen_random_uuid(), l.voter_id, 2, 'composed', l.section, l.list_number,
        l.person_index, l.plate_sha256, '{}', l.facts_sha256, l.pdf_sha256, 1
      from letters.letter l where l.list_number = 5`)
    // and at the same time one is missing in the same section, so that the number of letters fits
    await campaign.change(`delete from letters.letter where list_number = 6`)
    const answer = await reconcileLetters({ database: own }, { election })
    if (!answer.ok) throw new Error(answer.because)
    expect(answer.balanced).toBe(false)
    expect(answer.faults.map(({ kind, why, listNumber }) => `${kind} ${why} ${listNumber}`)).toEqual([
      'missing letter-not-released 5',
      'double two-current-letters 5',
      'missing no-letter 6',
    ])
    await owner.end()
    await own.close()
  })
})
