import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../src/desk/paths.ts'
import type { DeskTrial, Visitor } from '../src/desk/testing.ts'
import { findElection } from '../src/elections/index.ts'
import { printFileFacts } from '../src/letters/index.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { aBusyDesk } from './busy-desk.ts'

/** What the printer gets, and who took it already. */

const election = 'certificaat'
const address = paths.printFiles({ election })
let desk: DeskTrial
let clerk: Visitor
let names: string[]

beforeAll(async () => {
  desk = await aBusyDesk()
  clerk = await desk.visitor('medewerker')
  names = await desk.database.inScope(staffOf(desk.here), async (db) => {
    const { electionId } = (await findElection(db, desk.here, election))!
    return (await printFileFacts(db, desk.here, electionId)).map(({ name }) => name)
  })
})
afterAll(() => desk?.close())

const take = (file: string) => clerk.get(paths.printFile({ election, file }))

test('before anybody took a file the page says so', async () => {
  const page = await (await clerk.get(address)).text()
  expect(page).toContain('>Nog niet</td>')
  expect(page).not.toContain('al opgehaald')
})

test('cover sheet and manifest are given too, and name the same files', async () => {
  const cover = await take(`${names[0]}.cover.pdf`)
  expect(cover.headers.get('Content-Type')).toBe('application/pdf')
  expect(
    Buffer.from(await cover.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  const manifest = (await (await take('manifest.json')).json()) as { files: { name: string }[] }
  expect(manifest.files.map(({ name }) => name)).toEqual(names)
})

test('who took what, and how often, stands beside each file, also for who may only read', async () => {
  for (const ending of ['.pdf', '.pdf', '.index.csv', '.addresses.csv'])
    expect((await take(names[0] + ending)).status).toBe(200)
  const page = await (await clerk.get(address)).text()
  expect(page).toMatch(/>PDF: [^<]+ door Persoon \w+ \(2 keer in het geheel\)</)
  for (const text of ['index', 'adressen', 'voorblad'])
    expect(page).toMatch(new RegExp(`>${text}: [^<(]+ door Persoon`))
  expect(page).toMatch(/manifest\.json\)<\/a>, laatst opgehaald [^<]+ door Persoon/)
  const reader = await desk.visitor('lezer')
  const read = await (await reader.get(address)).text()
  expect(read).toContain(`Van 1 van de ${names.length} drukbestanden is de PDF al opgehaald`)
  expect(read).not.toContain('manifest.json')
})

test('of more than a hundred files each stands on one of the pages', async () => {
  await desk.database.inScope(staffOf(desk.here), async (db) => {
    await sql`
      insert into letters.print_file
      select (jsonb_populate_record(f, jsonb_build_object('print_file_id', gen_random_uuid(),
        'name', f.name || '-copy-' || lpad(copy::text, 3, '0')))).*
      from letters.print_file f, generate_series(1, 230) copy where f.name = ${names[0]}`.execute(db)
  })
  const shown: string[][] = []
  for (let next: string | undefined = address; next; ) {
    const page = await (await clerk.get(next)).text()
    expect(page.includes('Terug naar de eerste rijen')).toBe(shown.length > 0)
    shown.push([...page.matchAll(/<span class="whole">([^<]+)</g)].map(([, name]) => name!))
    next = /href="([^"]+)#bestanden" rel="next"/.exec(page)?.[1]
  }
  const all = names.length + 230
  expect(shown.map((page) => page.length)).toEqual([100, 100, all - 200])
  expect(new Set(shown.flat()).size).toBe(all)
  const gone = await (await clerk.get(`${address}?na=gone`)).text()
  expect(gone).toContain(`Bestand 1 tot en met 100 van de ${all}.`)
})
