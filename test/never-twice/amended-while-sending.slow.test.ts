import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../dev/ebox/testing.ts'
import { runCampaign } from '../../src/delivery/index.ts'
import { printLetters, type WrittenCertificate, writeCertificate } from '../../src/letters/index.ts'
import type { EboxApi } from '../ebox.ts'
import { expectOk } from '../expect-ok.ts'
import { readPdf } from '../read-pdf.ts'
import { type List, personOf } from '../second-check/list-and-print.ts'
import { secondCheck } from '../second-check/second-check.ts'
import { amend, composeAndRelease, rowsOf } from '../storm/amendments.ts'
import { openInstallation, type StormInstallation } from '../storm/installation.ts'
import { closedElection } from '../storm/line.ts'

/** People are struck, corrected and added while the letters of their list leave; the books say who got what. */

const voters = 96
const everyEighth = (from: number) => Array.from({ length: voters / 8 }, (_, n) => from + n * 8)
const struck = everyEighth(1)
const corrected = everyEighth(4)
const added = 3
/** What is on its way when somebody is struck may come back without having arrived. */
const busyNowAndThen = { kind: 'busy', retryAfterSeconds: 0, probability: 0.1 } as const

describe.each<EboxApi>(['federal-v3', 'federal-v2'])('over %s', (api) => {
  let installation: StormInstallation
  let rows: Awaited<ReturnType<typeof rowsOf>>
  let newcomers: List
  let written: WrittenCertificate
  let differences: string[]
  /** What had left of the first letters, a while after the list was amended. */
  let hadLeft: ReadonlySet<string>

  const recipientOf = (listNumber: number) => personOf(rows.get(listNumber)!.national_number, 0).recipient
  const messagesFor = (recipient: string) =>
    installation.road.standIn.messages().filter((message) => message.recipient === recipient)

  beforeAll(async () => {
    installation = await openInstallation(
      api,
      { rules: [busyNowAndThen] },
      { settings: { EBOX_RATE_PER_SECOND: '25', EBOX_CONCURRENCY: '4' } },
    )
    const { app, road, folder } = installation
    const { election, listFile } = await closedElection(installation, voters)
    rows = await rowsOf(listFile)
    await seedCitizens(corrected.map((one) => rows.get(one)!.national_number))
    const campaign = await composeAndRelease(app, election)
    const running = runCampaign(app, campaign)
    while (road.standIn.truth().accepted < voters / 4) await sleep(5)
    newcomers = await amend(app, election, rows, { struck, corrected, added })
    await sleep(1000)
    hadLeft = new Set(road.standIn.messages().map(({ recipient }) => recipient))
    const corrections = await composeAndRelease(app, election)
    await Promise.all([running, runCampaign(app, corrections)])
    const printFolder = join(folder, 'print')
    await mkdir(printFolder)
    expectOk(await printLetters(app, { election, folder: printFolder, by: 'test' }))
    written = expectOk(
      await writeCertificate(app, { election, folder: join(folder, 'certificates'), by: 'test' }),
    )
    const certificateFolder = dirname(written.leavesFile)
    const books = road.standIn.messages()
    differences = await secondCheck({
      certificateFolder,
      printFolder,
      listFile,
      books,
      struck,
      added: newcomers,
    })
  })
  afterAll(() => installation?.close())

  async function seedCitizens(numbers: readonly string[]): Promise<void> {
    const body = JSON.stringify(numbers.map((ssin) => ({ ssin })))
    const headers = { 'content-type': 'application/json' }
    const reply = await fetch(`${installation.road.standIn.url}/sim/citizens`, {
      method: 'POST',
      headers,
      body,
    })
    expect(reply.status).toBe(201)
  }

  test('whoever was struck and whose letter had not left gets nothing', () => {
    const late = struck.filter(
      (one) => messagesFor(recipientOf(one)).length > 0 && !hadLeft.has(recipientOf(one)),
    )
    expect(late).toEqual([])
    const spared = struck.filter((one) => messagesFor(recipientOf(one)).length === 0)
    expect(spared.length).toBeGreaterThan(struck.length / 4)
    expect(struck.length - spared.length, 'some had left').toBeGreaterThan(0)
  })

  test('whoever was corrected has the new letter, beside the old one only when that had left', () => {
    for (const one of corrected) {
      const recipient = recipientOf(one)
      expect(messagesFor(recipient), `list number ${one}`).toHaveLength(hadLeft.has(recipient) ? 2 : 1)
    }
    expect(corrected.filter((one) => hadLeft.has(recipientOf(one))).length).toBeGreaterThan(0)
  })

  test('whoever was added has one letter, and everybody else has theirs', () => {
    const others = [...rows.keys()].filter((one) => !struck.includes(one) && !corrected.includes(one))
    const recipients = [
      ...others.map(recipientOf),
      ...[...newcomers.values()].map(({ recipient }) => recipient),
    ]
    expect(newcomers.size).toBe(added)
    for (const recipient of recipients) expect(messagesFor(recipient)).toHaveLength(1)
  })

  test('the letter of a correction says that it replaces the one before', async () => {
    const one = corrected.find((each) => hadLeft.has(recipientOf(each)))!
    const letters = await lettersInBox(rows.get(one)!.national_number)
    const texts = await Promise.all(
      letters.map(async (pdf) => (await readPdf(pdf)).pages.map(({ text }) => text).join(' ')),
    )
    const [newer, ...older] = texts.toSorted((first, second) => saying(second) - saying(first))
    expect(texts).toHaveLength(2)
    expect(newer).toMatch(/vervangt/)
    expect(newer).toContain('Verbeterd')
    for (const text of older) expect(text).not.toMatch(/vervangt|Verbeterd/)
  })

  function saying(text: string): number {
    return text.includes('vervangt') ? 1 : 0
  }

  /** The PDFs in the box of a citizen, as that citizen reads them. */
  async function lettersInBox(ssin: string): Promise<Uint8Array[]> {
    const { url } = installation.road.standIn
    const login = await fetch(`${url}/sim/citizen-tokens`, { method: 'POST', body: JSON.stringify({ ssin }) })
    const { access_token } = (await login.json()) as { access_token: string }
    const read = (path: string) =>
      fetch(url + paths.v3Registry + path, { headers: { authorization: `Bearer ${access_token}` } })
    const { items } = (await (await read('/ebox/messages')).json()) as { items: { messageId: string }[] }
    return Promise.all(
      items.map(async ({ messageId }) => {
        const content = await read(`/ebox/messages/${messageId}/attachments/1/content`)
        return new Uint8Array(await content.arrayBuffer())
      }),
    )
  }

  test('the certificate says who was struck, whose letter had arrived by then, and agrees with the books', () => {
    expect(differences).toEqual([])
    const { list, letters, digital } = written.certificate
    expect(list).toMatchObject({ frozen: voters, struck: struck.length, added })
    const arrived = [...struck, ...corrected].filter((one) => hadLeft.has(recipientOf(one))).length
    const ended = (came: boolean) =>
      letters.ended.filter((one) => one.arrived === came).reduce((sum, one) => sum + one.letters, 0)
    expect(ended(true)).toBe(arrived)
    expect(ended(false)).toBe(struck.length + corrected.length - arrived)
    expect(digital.delivered + digital.inactive).toBe(voters - struck.length + added)
  })
})
