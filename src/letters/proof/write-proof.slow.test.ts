import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectOk } from '../../../test/expect-ok.ts'
import { structureFaults } from '../../../test/pdf-structure.ts'
import { readPdf } from '../../../test/read-pdf.ts'
import { breaches } from '../../../test/verapdf.ts'
import { updateMunicipality } from '../../municipalities/index.ts'
import { lookAtPdf } from '../../platform/pdf/look-at-pdf.ts'
import { withdrawOutdatedLetters } from '../amending/withdraw-outdated.ts'
import { aLettersTrial, type LettersTrial } from '../testing.ts'
import { typesetProofFront } from './proof-document.ts'
import { takeSample } from './take-sample.ts'
import { writeProof } from './write-proof.ts'

let trial: LettersTrial
let folder: string

beforeAll(async () => {
  trial = await aLettersTrial(30)
  folder = await mkdtemp(join(tmpdir(), 'kiesloket-proof-'))
  await trial.compose()
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await trial.database.close()
})

async function proofOf(sample: Awaited<ReturnType<typeof trial.sample>>) {
  return expectOk(
    await writeProof(trial.deps, { election: trial.election, sample: expectOk(sample), folder }),
  )
}

/** Titles of the outline with the page to which each jumps, from 1. */
async function outlineOf(
  file: string,
): Promise<{ title: string; page: number; below: { title: string; page: number }[] }[]> {
  const loading = getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0 })
  const document = await loading.promise
  type Node = { title: string; dest: unknown; items: Node[] }
  const pageOf = async (dest: unknown) =>
    (await document.getPageIndex((dest as [Parameters<typeof document.getPageIndex>[0]])[0])) + 1
  const read = async (nodes: readonly Node[]): ReturnType<typeof outlineOf> =>
    Promise.all(
      nodes.map(async ({ title, dest, items }) => ({
        title,
        page: await pageOf(dest),
        below: await read(items),
      })),
    )
  const outline = await read((await document.getOutline()) as Node[])
  await loading.destroy()
  return outline
}

test('one PDF with checks, index and every letter of the sample, found by bookmarks, and each letter by itself', async () => {
  const sample = expectOk(await trial.sample())
  const { letters } = sample.contents
  await writeFile(join(folder, 'mine.txt'), 'kept')
  const { file, letters: single, difference } = await proofOf({ ...sample, ok: true })
  expect(difference).toBeUndefined()
  const { texts } = await lookAtPdf(await readFile(file))
  const outline = await outlineOf(file)
  const bookmarks = outline.slice(1).flatMap(({ below }) => below)
  expect(bookmarks).toHaveLength(letters.length)
  const front = bookmarks[0]!.page - 1
  expect(texts).toHaveLength(front + 2 * letters.length)
  bookmarks.forEach(({ title, page }, index) => {
    const { listNumber } = letters[index]!
    expect(title).toContain(`volgnummer ${listNumber}`)
    expect(texts[page - 1]).toMatch(new RegExp(`\\b${listNumber}\\b`))
  })
  expect(texts[0]).toContain(sample.sampleSha256.toString('hex'))
  expect(texts[0]).toContain('✓ Stemlokaal en gebouw zijn die van de stemafdeling')
  expect(await readdir(single)).toHaveLength(letters.length)
  for (const name of await readdir(single)) expect(name).toMatch(/^\d+-\d+-[a-z-]+\.pdf$/)
})

test('the proof keeps the tags of its letters: what they say is read in order, and both standards hold', async (context) => {
  const { file } = await proofOf(await trial.sample())
  const proof = await readFile(file)
  expect(await structureFaults(proof)).toEqual([])
  const { pages } = await readPdf(proof)
  const letter = pages.findLast(({ text }) => text.includes('Oproepingsbrief'))!
  expect(letter.text.indexOf('Oproepingsbrief')).toBeLessThan(letter.text.indexOf('Waar en wanneer stem je?'))
  expect(await breaches(context, [proof])).toEqual([])
})

test('the next sample shows in what it differs, and nothing of the sample before is left in the folder', async () => {
  const file = JSON.parse(await readFile('dev/demo/municipality.json', 'utf8'))
  const document = { ...file, contact: { ...file.contact, phone: '09 111 22 33' } }
  const { election, deps } = trial
  const { municipalityId } = election
  expectOk(await updateMunicipality(deps, { municipalityId, document, by: 'test' }))
  expectOk(await withdrawOutdatedLetters(deps, { election, reason: 'test', by: 'test' }))
  expectOk(await trial.compose())
  const sample = expectOk(await trial.sample())
  const proof = await proofOf({ ...sample, ok: true })
  const sections = [...new Set(sample.contents.plates.map(({ section }) => section))]
  expect(proof.difference).toMatchObject({
    wasReleased: false,
    unchanged: 0,
    counts: [],
    texts: [{ part: 'phone', before: file.contact.phone, after: '09 111 22 33', sections }],
  })
  const { texts } = await lookAtPdf(await readFile(proof.file))
  expect(texts.join(' ')).toContain(`telefoon ${file.contact.phone} 09 111 22 33`)
  expect(await readdir(proof.letters)).toHaveLength(sample.contents.letters.length)
  expect((await proofOf({ ...expectOk(await trial.sample()), ok: true })).difference, 'taken again').toEqual(
    proof.difference,
  )
})

test('statements and languages have the names that they have on the screen, and no keys', async () => {
  const { election } = trial
  const { key, title, text } = election.ruleset.statements.find((one) => one.title)!
  const sample = expectOk(await trial.sample())
  const finding = { section: 1, part: `statement ${key}` }
  const checks = sample.contents.checks.map((check) => ({
    ...check,
    ...{ outcome: 'wrong' as const, found: 1, findings: [finding] },
  }))
  const front = await typesetProofFront(trial.deps.typesetter, {
    ...{
      municipality: 'Zonnedorp',
      election,
      sample: { ...sample, contents: { ...sample.contents, checks } },
    },
    difference: {
      ...{ sampleSha256: 'a1', takenAt: new Date(0), wasReleased: true, unchanged: 0, added: [], counts: [] },
      texts: [{ part: `text ${key}`, before: '', after: text, sections: [1] }],
    },
  })
  const said = (await lookAtPdf(front)).texts.join(' ').replaceAll(/\s+/g, ' ')
  expect(said).toContain(`afdeling 1: mededeling “${title}”`)
  expect(said.split(`mededeling “${title}”`).length).toBeGreaterThan(checks.length + 1)
  expect(said).not.toContain(key)
  expect(said).toContain('Nederlands')
})

test('stopped halfway, while it checks or while it writes, the sample of before stays as it was', async () => {
  const { election, deps } = trial
  const was = [await readFile(join(folder, 'proof.pdf')), await readdir(join(folder, 'letters'))]
  const stopAt = (steps: number) => {
    const stop = new AbortController()
    const onProgress = (done: number) => void (done >= steps && stop.abort())
    return { deps: { ...deps, onProgress }, signal: stop.signal }
  }
  const checking = stopAt(3)
  const stopped = await takeSample(checking.deps, { election, by: 'test', signal: checking.signal })
  expect(stopped).toMatchObject({ because: 'sample-stopped' })
  const sample = expectOk(await trial.sample())
  const wanted = { election, sample, folder, signal: AbortSignal.abort() }
  expect(await writeProof(deps, wanted)).toMatchObject({ because: 'sample-stopped' })
  expect([await readFile(join(folder, 'proof.pdf')), await readdir(join(folder, 'letters'))]).toEqual(was)
  await mkdir(join(folder, 'sample.unfinished'))
  await writeFile(join(folder, 'sample.unfinished', 'proof.pdf'), 'left by a run that was killed')
  expect((await proofOf({ ...sample, ok: true })).letters).toBe(join(folder, 'letters'))
  expect((await readdir(folder)).sort()).toEqual(['letters', 'mine.txt', 'proof.pdf'])
})
