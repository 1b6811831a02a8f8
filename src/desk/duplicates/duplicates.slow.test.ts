import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectOk } from '../../../test/expect-ok.ts'
import { readPdf } from '../../../test/read-pdf.ts'
import type { Election } from '../../elections/index.ts'
import { countDuplicates, lettersOfListNumber, withdrawLetter } from '../../letters/index.ts'
import { qrText } from '../../letters/testing.ts'
import { latestAuditEvents } from '../../platform/audit.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { newId } from '../../platform/ids.ts'
import { createSigner, generateSigningKey } from '../../platform/signer.ts'
import { createWeb } from '../../server.ts'
import { currentList, getVoter, type VoterFact, votersOfSection } from '../../voters/index.ts'
import { paths } from '../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../testing.ts'
import { releasedElection } from './testing.ts'

let trial: DeskTrial
let election: Election
let clerk: Visitor
let voters: VoterFact[]

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  election = await releasedElection(trial, 30)
  clerk = await trial.visitor('loket')
  voters = await here(async (db) => {
    const { municipalityId, electionId } = election
    const { listId } = (await currentList(db, municipalityId, electionId))!
    return votersOfSection(db, municipalityId, electionId, listId, 1, 0, 100)
  })
}, 120_000)
afterAll(() => trial.close())

const here = <T>(work: (db: Db) => Promise<T>) => trial.database.inScope(staffOf(trial.here), work)
const events = (count: number) => here((db) => latestAuditEvents(db, trial.here, count))
const issued = () => here((db) => countDuplicates(db, election.municipalityId, election.electionId))
const address = () => ({ election: election.code })
const search = async (typed: string) =>
  (await clerk.post(paths.duplicates(address()), { zoek: typed })).text()
const chosen = (voter: VoterFact, more: Record<string, string> = {}) => ({
  ...{ kiezer: voter.voterId, aanvraag: newId<string>(), hoe: 'print' },
  ...{ identiteit: 'identity-card', reden: 'not-received', ...more },
})
const give = (fields: Record<string, string>) => clerk.post(paths.issueDuplicate(address()), fields)

describe('looking for the voter', () => {
  test('by list number and by name; the log keeps that it was done, not what was typed', async () => {
    const [voter] = voters
    expect(await search(String(voter!.listNumber))).toContain(voter!.voterId)
    const html = await search(`${voter!.lastName} ${voter!.firstNames}`)
    expect(html).toContain(voter!.voterId)
    expect(html, 'no address holds the person').not.toMatch(
      new RegExp(`(href|action)="[^"]*${voter!.voterId}`),
    )
    const [event] = await events(1)
    expect(event).toMatchObject({ action: 'voters.searched', actor: clerk.staffId })
    expect(JSON.stringify(event!.details)).not.toContain(voter!.lastName)
  })

  test.each([
    ['', 'Typ een naam'],
    ['3/4/1980', 'Een geboortedatum alleen'],
    ['Peeters 31/2/1980', 'Die geboortedatum bestaat niet'],
    ['80.73.12-123.99', 'geen rijksregisternummer'],
    ['Xyzzyxq', 'Niemand gevonden'],
    ['x'.repeat(242), 'Dit is te lang'],
    ['x'.repeat(30_000), 'Dit is te lang'],
    ['https://elders.example/k#0oRDoQEnoQRB', 'geen QR-code van een kiesbrief'],
  ])('%j gets an answer that says what to do', async (typed, sentence) => {
    expect(await search(typed)).toContain(sentence)
  })

  test('by the QR code of the letter, as a scanner types it', async () => {
    const [voter] = voters
    const { municipalityId, electionId } = election
    const letters = await here((db) => lettersOfListNumber(db, municipalityId, electionId, voter!.listNumber))
    const facts = { issuer: '1999000150', electionId, digest: Buffer.alloc(32) }
    const code = (signer = trial.deps.signer) =>
      qrText(signer, 'https://kiesloket.example', { ...facts, letterId: letters[0]!.letter_id })
    expect(await search(code())).toContain(voter!.voterId)
    expect((await events(1))[0]).toMatchObject({ action: 'voters.searched', subject: voter!.voterId })
    const foreign = await search(code(createSigner(generateSigningKey())))
    expect(foreign).toContain('geen QR-code van een kiesbrief')
    expect(foreign).not.toContain(voter!.voterId)
  })

  test('the voter’s page says where they vote and how the letter stands, and is written down', async () => {
    const [voter] = voters
    const html = await (await clerk.post(paths.duplicateVoter(address()), { kiezer: voter!.voterId })).text()
    expect(html).toContain('Sporthal De Zonnewijzer')
    expect(html).toContain('Vrijgegeven')
    expect((await events(1))[0]).toMatchObject({ action: 'voters.opened', subject: voter!.voterId })
  })
})

describe('giving a duplicate', () => {
  test('asks how identity was checked and why, and keeps what was chosen', async () => {
    const answer = await give(chosen(voters[0]!, { identiteit: '', reden: 'not-received' }))
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Kies hoe u nakeek wie dit is.')
    expect(html).toMatch(/value="not-received"[^>]*checked/)
    expect(await issued()).toEqual({ printed: 0, sent: 0 })
  })

  test('sent twice it is one, which opens as PDF with its mark, as it is or in large print', async () => {
    const fields = chosen(voters[0]!)
    const [first, again] = await Promise.all([give(fields), give(fields)])
    const page = first.headers.get('Location')!
    expect(again.headers.get('Location')).toBe(page)
    expect(await issued()).toEqual({ printed: 1, sent: 0 })
    expect(await (await clerk.get(page)).text()).toContain('Eerste duplicaat')
    for (const vorm of ['pdf', 'large-print']) {
      const answer = await clerk.post(page, { vorm })
      expect(answer.headers.get('Content-Type')).toBe('application/pdf')
      expect(answer.headers.get('Cache-Control')).toBe('no-store')
      const pdf = await readPdf(new Uint8Array(await answer.arrayBuffer()))
      expect(pdf.pages[0]!.text).toContain('DUPLICAAT')
      expect((await events(1))[0]).toMatchObject({
        action: 'letters.duplicate-opened',
        details: { format: vorm },
      })
    }
  })

  test('once more to the mailbox; the voter’s page tells both, and the counter counts them', async () => {
    const answer = await give(chosen(voters[0]!, { hoe: 'mailbox' }))
    expect(await (await clerk.get(answer.headers.get('Location')!)).text()).toContain(
      'onderweg naar de e-Box',
    )
    const html = await (
      await clerk.post(paths.duplicateVoter(address()), { kiezer: voters[0]!.voterId })
    ).text()
    expect(html).toContain('Kreeg al 2 duplicaten')
    expect(await (await clerk.get(paths.duplicates(address()))).text()).toContain(
      '1 op papier, 1 naar de e-Box',
    )
  })

  test('what is refused says why, with the article of the rules', async () => {
    expect(await (await give(chosen(voters[1]!, { reden: 'lost' }))).text()).toContain('KWB 107')
    const facts = { election, listNumber: voters[1]!.listNumber, reason: 'struck', by: 'test' } as const
    expectOk(await withdrawLetter(trial.deps, facts))
    const answer = await give(chosen(voters[1]!))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('De brief van deze kiezer is ingetrokken')
    expect(await (await give(chosen({ ...voters[0]!, voterId: newId() }))).text()).toContain('is er niet')
    expect(await issued()).toEqual({ printed: 1, sent: 1 })
  })

  test('a duplicate whose letter was taken back since does not open', async () => {
    const page = (await give(chosen(voters[2]!))).headers.get('Location')!
    const facts = { election, listNumber: voters[2]!.listNumber, reason: 'struck', by: 'test' } as const
    expectOk(await withdrawLetter(trial.deps, facts))
    const answer = await clerk.post(page, { vorm: 'pdf' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('intussen ingetrokken')
  })

  test('who was logged out while giving one finds the voter and what they chose', async () => {
    const subject = newId<string>()
    const own = await trial.visitor('loket', { subject })
    trial.deps.clock.moveTo('2029-05-02T22:00:00Z')
    const fields = chosen(voters[3]!)
    const answer = await own.post(paths.issueDuplicate(address()), fields)
    const to = new URL(answer.headers.get('Location')!, 'http://localhost')
    const again = await trial.visitor('loket', { subject })
    const html = await (await again.get(to.searchParams.get('naar')!)).text()
    expect(html).toContain(escaped(voters[3]!.lastName))
    expect(html).toContain(`value="${fields.aanvraag}"`)
    expect(html).toMatch(/value="identity-card"[^>]*checked/)
  })
})

describe('the list for when there is no network', () => {
  const show = async (van: string, tot: string) =>
    (await clerk.post(paths.emergencyList(address()), { van, tot })).text()

  test('names the voters of the sections asked, without national numbers and protected addresses', async () => {
    clerk = await trial.visitor('loket')
    await asOwner(
      `update voters.voter set address_kind = 'PROTECTED' where voter_id = '${voters[4]!.voterId}'`,
    )
    await asOwner(`update voters.voter set state = 'struck' where voter_id = '${voters[5]!.voterId}'`)
    const html = await show('1', '2')
    for (const { lastName, listNumber } of voters.filter((one) => one !== voters[5]))
      expect(html).toContain(`<td>${listNumber}</td><th scope="row">${escaped(lastName)}`)
    const { listNumber: hidden } = voters[4]!
    expect(html, 'a protected address').toMatch(
      new RegExp(`<td>${hidden}</td><th scope="row">[^<]*</th><td>Afgeschermd adres</td>`),
    )
    expect(html, 'who was struck').not.toContain(`<td>${voters[5]!.listNumber}</td>`)
    expect(html).toContain('Einde van stemafdeling 2')
    expect(html).toContain('Einde van de noodlijst.')
    expect(html).not.toContain('Stemafdeling 3')
    expect(html).not.toMatch(/\d\d\.(6[1-9]|7[0-2])\.\d\d-\d{3}\.\d\d/)
    for (const numbers of await numbersOf(voters)) expect(html).not.toContain(numbers)
    const [event] = await events(1)
    expect(event).toMatchObject({
      action: 'voters.emergency-list-printed',
      details: { from: 1, until: 2, sections: 2 },
    })
  })

  test.each([
    ['3', '1'],
    ['x', ''],
    ['', '999999999'],
  ])('sections from %j until %j are asked again', async (van, tot) => {
    expect(await show(van, tot)).toContain('Kies een eerste en een laatste stemafdeling')
  })
})

/** The list is closed to the application: what a test needs otherwise it writes as the owner of the tables. */
async function asOwner(statement: string): Promise<void> {
  const owner = new pg.Client({ connectionString: trial.database.ownerUrl })
  await owner.connect()
  await owner.query(statement)
  await owner.end()
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll("'", '&#39;')
}

/** The national numbers as they are, which no page may show. */
function numbersOf(some: readonly VoterFact[]): Promise<string[]> {
  const { municipalityId, electionId } = election
  return here(async (db) => {
    const { listId } = (await currentList(db, municipalityId, electionId))!
    const numbers: string[] = []
    for (const { voterId } of some) {
      const voter = await getVoter(db, municipalityId, electionId, listId, voterId)
      numbers.push(trial.deps.vault.open(voter!.nrnCipher))
    }
    return numbers
  })
}

test('after the hour of the rules the counter says so, with the article, and gives nothing', async () => {
  trial.deps.clock.moveTo('2029-06-10T14:00:00Z')
  const late = await trial.visitor('loket')
  expect(await (await late.get(paths.duplicates(address()))).text()).toContain(
    'voorbij sinds zondag 10 juni 2029 om 16 uur (KWB 107 al. 6)',
  )
  const before = await issued()
  const answer = await late.post(paths.issueDuplicate(address()), chosen(voters[0]!))
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Er wordt er geen meer gegeven')
  expect(await issued()).toEqual(before)
})
