import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'
import { zipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deskRoutes } from '../src/desk/index.ts'
import { paths } from '../src/desk/paths.ts'
import type { DeskTrial, Visitor } from '../src/desk/testing.ts'
import { type StaffRole, staffRoles } from '../src/municipalities/index.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { listPresets } from '../src/voters/index.ts'
import { aRow, csvOf } from '../src/voters/testing.ts'
import { aBusyDesk } from './busy-desk.ts'
import { patternOf, type WalkedPage, walkPages } from './walk-pages.ts'

/** Every form that takes a file, and every file that the desk gives. What is added is found as soon as a page leads to it. */

const isUpload = ({ method, access }: (typeof deskRoutes)[number]) =>
  method === 'POST' && access !== 'public' && access.upload === true
const uploadPatterns = deskRoutes.filter(isUpload).map(({ path }) => path)
const wicked = ['=1+1', '+1+1', '-1+1', '@SUM(A1)', ' =1+1', "'=1+1"]
let desk: DeskTrial
let everybody: Visitor
let pages: readonly WalkedPage[]

beforeAll(async () => {
  desk = await aBusyDesk()
  everybody = await desk.visitor(Object.keys(staffRoles) as StaffRole[])
  await sendWickedList()
  const gets = deskRoutes.filter(({ method }) => method === 'GET').map(({ path }) => path)
  const start = [paths.start(), besideAddress()]
  pages = await walkPages({ ask: everybody.get, patterns: gets, start, mostOfOne: 4 })
})
afterAll(() => desk?.close())

/** Nothing leads there but a list that was sent with a preset of two files. */
function besideAddress(): string {
  const preset = listPresets().find(({ joined }) => joined?.length)
  const query = new URLSearchParams({ omschrijving: preset!.name, bestand: preset!.joined![0]!.name })
  return `${paths.votersBeside({ election: 'ingeladen' })}?${query}`
}

/** A list with a formula in each of its texts, and with a fault, so that all of it comes back in a sheet to mend. */
async function sendWickedList() {
  const rows = wicked.map((text, n) =>
    aRow(n, { last_name: text, first_names: text, street: text, city: text, section: '77' }),
  )
  await send(paths.votersUpload({ election: 'ingeladen' }), partOf('list', '=1+1.csv', csvOf(rows)))
  const reading = paths.votersReading({ election: 'ingeladen' })
  while ((await everybody.get(reading)).status !== 303) await sleep(50)
}

const boundary = 'de-grens'
const begun = (name: string, file: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\n${everybody.csrf}\r\n` +
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${file}"\r\n\r\n`

function partOf(name: string, file: string, content: string | Uint8Array): Buffer {
  return Buffer.concat([
    Buffer.from(begun(name, file)),
    Buffer.from(content as Uint8Array),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
}

async function send(
  address: string,
  body: string | Uint8Array | ReadableStream,
  more: Readonly<Record<string, string>> = {},
) {
  const type = `multipart/form-data; boundary=${boundary}`
  const headers = { Cookie: everybody.cookie, Origin: 'http://localhost', 'Content-Type': type, ...more }
  return desk.web.request(address, { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
}

describe('a file that is sent', () => {
  /** One form of each route, with the name of its file. */
  function formsWithFile(): { action: string; name: string }[] {
    const found = pages.flatMap(({ html, forms }) =>
      forms
        .filter(({ hasFile }) => hasFile)
        .map(({ action }) => ({
          action,
          name: /<input(?=[^>]*type="file")[^>]*\sname="([^"]+)"/.exec(html)?.[1] ?? '',
        })),
    )
    return [...new Map(found.map((form) => [patternOf(form.action, uploadPatterns), form])).values()]
  }

  async function keptParts(): Promise<number> {
    const { rows } = await desk.database.inScope(staffOf(desk.here), (db) =>
      sql<{ count: number }>`select count(*)::integer as count from voters.uploaded_part`.execute(db),
    )
    return rows[0]!.count
  }

  test('has each of its routes in this table', () => {
    const found = formsWithFile().map(({ action }) => patternOf(action, uploadPatterns))
    expect(found.sort()).toEqual([...uploadPatterns].sort())
    for (const { name, action } of formsWithFile()) expect(name, action).not.toBe('')
  })

  test('and is a gigabyte is not read, and the page says how large it may be and that nothing happened', async () => {
    for (const { action } of formsWithFile()) {
      let isTaken = false
      const pull = () => {
        isTaken = true
      }
      const body = new ReadableStream({ pull }, { highWaterMark: 0 })
      const answer = await send(action, body, { 'Content-Length': String(2 ** 30) })
      expect(answer.status, action).toBe(422)
      expect(await answer.text(), action).toMatch(/(hoogstens|groter dan) \d+ [kM]B/)
      expect(isTaken, action).toBe(false)
    }
  })

  test('and comes in broken, in garbage or without an end is answered, and nothing of it is kept', async () => {
    for (const { action, name } of formsWithFile()) {
      const bodies = ['garbage', `--${boundary}\r\nmore garbage`, `${begun(name, 'a.csv')}half a f`, '']
      for (const body of bodies) {
        const before = await keptParts()
        const answer = await send(action, body)
        expect([422, 403], `${action} ${body}`).toContain(answer.status)
        expect(await answer.text()).toMatch(/<h1/)
        expect(await keptParts(), action).toBeLessThanOrEqual(before)
      }
      const noBoundary = await send(action, 'x', { 'Content-Type': 'multipart/form-data' })
      expect(noBoundary.status, action).toBe(422)
    }
  })

  test('and is empty, of another kind, a bomb, or has a name that is none is answered', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(100 * 2 ** 20) })
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
    const files: [string, string, string | Uint8Array][] = [
      ['empty', 'leeg.csv', ''],
      ['a picture', 'foto.png', png],
      ['a bomb', 'bom.xlsx', bomb],
      ['a name with a path', '../../../etc/passwd', png],
      ['a path of Windows', 'C:\\\\lijsten\\\\..\\\\a.csv', png],
      ['a long name', `${'n'.repeat(300)}.csv`, png],
      ['a name with a zero', 'a\0b.csv', png],
      ['no letters', '..', png],
    ]
    for (const { action, name } of formsWithFile())
      for (const [kind, file, content] of files) {
        const answer = await send(action, partOf(name, file, content))
        expect(answer.status, `${kind}: ${action}`).toBeLessThan(500)
        expect([200, 303, 409, 422], `${kind}: ${action} ${answer.status}`).toContain(answer.status)
        await untilNothingIsRead()
      }
  })

  /** A list or amendments are looked through after the answer; the next file waits for that. */
  async function untilNothingIsRead() {
    for (;;) {
      const { rows } = await desk.database.inScope(staffOf(desk.here), (db) =>
        sql`select from voters.uploaded_list where state in ('receiving', 'reading')`.execute(db),
      )
      if (rows.length === 0) return
      await sleep(50)
    }
  }
})

describe('a file that is given', () => {
  test('as CSV has no cell that a spreadsheet runs', async () => {
    const given = new Map<string, string>()
    for (const { address } of pages.filter(({ html }) => html === '')) {
      const answer = await everybody.get(address)
      if (!answer.headers.get('Content-Type')?.startsWith('text/csv')) continue
      given.set(address, await answer.text())
    }
    expect(given.size).toBeGreaterThan(5)
    for (const [address, text] of given) {
      const rows = parse(text, { delimiter: ';', bom: true, relax_column_count: true })
      for (const cell of rows.flat())
        expect(/^-?\d+([.,]\d+)?$/.test(cell) ? '' : cell, address).not.toMatch(/^["\s]*[=+@-]|^\s/)
    }
    expect(given.get(paths.votersSheet({ election: 'ingeladen' }))).toContain("'=1+1")
  })

  test('is written as CSV in one place only, which makes formulas harmless', async () => {
    const source = new URL('../src/', import.meta.url)
    const names = (await readdir(source, { recursive: true })).filter((name) =>
      /(?<!test|testing)\.tsx?$/.test(name),
    )
    const writers: string[] = []
    for (const name of names) {
      const text = await readFile(new URL(name, source), 'utf8')
      if (/from 'csv-stringify|\.join\((['"`])[;,]\1\) ?\+ ?'\\r/.test(text)) writers.push(name)
    }
    expect(writers).toEqual(['platform/csv/write-csv.ts'])
  })
})
