import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectOk } from '../../../test/expect-ok.ts'
import type { Election } from '../../elections/index.ts'
import { followUpReturned, printLetters, registerReturned } from '../../letters/index.ts'
import { createWeb } from '../../server.ts'
import { releasedElection } from '../duplicates/testing.ts'
import { paths } from '../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../testing.ts'

/** Returned post is shown a hundred at a time, and none is shown twice or left out. */

let trial: DeskTrial
let election: Election
let clerk: Visitor
let back: number

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  election = await releasedElection(trial, 240)
  const folder = await mkdtemp(join(tmpdir(), 'kiesloket-returned-'))
  expectOk(await printLetters(trial.deps, { election, folder, by: 'test' }))
  await rm(folder, { recursive: true })
  const returns = Array.from({ length: 220 }, (_, at) => ({
    ...{ letter: { listNumber: at + 1 }, reason: 'moved' as const },
  }))
  const { registered } = expectOk(await registerReturned(trial.deps, { election, returns, by: 'test' }))
  back = registered
  clerk = await trial.visitor('medewerker')
})
afterAll(() => trial.close())

/** List numbers of a page, and where the next one is. */
async function pageAt(
  address: string,
): Promise<{ numbers: number[]; next: string | undefined; text: string }> {
  const text = await (await clerk.get(address)).text()
  const numbers = [...text.matchAll(/<th scope="row"[^>]*>(\d+)</g)].map(([, number]) => Number(number))
  return { numbers, next: /href="([^"]+)" rel="next"/.exec(text)?.[1]?.replaceAll('&amp;', '&'), text }
}

async function allPages(): Promise<number[][]> {
  const pages: number[][] = []
  for (let next: string | undefined = paths.returned({ election: election.code }); next; ) {
    const page = await pageAt(next)
    pages.push(page.numbers)
    next = page.next
  }
  return pages
}

test('each letter that came back stands on one of the pages', async () => {
  expect(back).toBeGreaterThan(200)
  const pages = await allPages()
  expect(pages.map((page) => page.length)).toEqual([100, 100, back - 200])
  expect(new Set(pages.flat()).size).toBe(back)
})

test('what was done stands behind what is to be done, and the counts say so', async () => {
  const [first] = await allPages()
  const done = first!.slice(0, 30)
  for (const listNumber of done)
    expectOk(await followUpReturned(trial.deps, { election, listNumber, followUp: 'none', by: 'test' }))
  const pages = await allPages()
  expect(pages.flat().slice(-30).sort()).toEqual([...done].sort())
  expect(new Set(pages.flat()).size).toBe(back)
  const { text } = await pageAt(paths.returned({ election: election.code }))
  expect(text).toContain(`Nog op te volgen: ${back - 30} brieven`)
})

test('the day on which it came back is written as people write it', async () => {
  const { text } = await pageAt(paths.returned({ election: election.code }))
  expect(text).toContain('>woensdag 2 mei 2029<')
  expect(text).not.toMatch(/>\d{4}-\d\d-\d\d</)
})

test('what could be noted of a list is noted and told; only what is wrong stays in the field, under its own line', async () => {
  const address = paths.returned({ election: election.code })
  const answer = await clerk.post(address, { nummers: '221\nabc\n222;verhuisd\n99999', reden: 'moved' })
  const text = await answer.text()
  expect(text).toContain('2 brieven zijn genoteerd')
  expect(/<textarea[^>]*>([^<]*)</.exec(text)?.[1]?.trim()).toBe('abc\n99999')
  expect(text).toContain('Regel 1: geen volgnummer')
  expect(text).toContain('Regel 2: er is geen brief met dit nummer')
})
