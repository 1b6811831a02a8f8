import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEboxStandIn } from '../../dev/ebox/stand-in.ts'
import { freshInstallation, type Installation, runKiesloket } from '../command-line.ts'
import { type BookedMessage, type Evidence, secondCheck } from '../second-check/second-check.ts'

/** Story 1: list → letters → e-Box → certificate, as `npm start -- --once` runs it. */

const voters = 1200
let installation: Installation
let summary: Record<string, unknown>
/** What others have of it. */
let evidence: Evidence

beforeAll(async () => {
  installation = await freshInstallation()
  summary = await installation.json('demo', '--once', '--voters', String(voters))
  const files = join(installation.folder, 'demo')
  const standIn = await startEboxStandIn({ dataFile: join(files, 'ebox.jsonl') })
  evidence = {
    certificateFolder: String(summary.certificate),
    // The desk lists these files too, and looks for them where it writes its own.
    printFolder: join(installation.folder, 'print/zonnedorp', `2029-${voters}`),
    listFile: join(files, `voters-${voters}.csv`),
    books: standIn.messages(),
  }
  await standIn.close()
})
afterAll(() => installation.remove())

test('every voter is counted once, on both channels', () => {
  expect(summary.voters).toBe(voters)
  expect(summary.balanced).toBe(true)
  const digital = ['ebox', 'inactive', 'unreachable', 'exceptions'].map((name) => Number(summary[name]))
  expect(digital.reduce((sum, count) => sum + count, 0)).toBe(voters)
  expect(Number(summary.inactive)).toBeGreaterThan(0)
  expect(Number(summary.printed)).toBeGreaterThan(voters / 2)
})

test('its certificate is where the desk looks for the ones it lists', () => {
  expect(dirname(String(summary.certificate))).toBe(join(installation.folder, 'certificates/zonnedorp'))
})

test('the certificate verifies without the database, and no longer once a leaf is changed', async () => {
  const folder = String(summary.certificate)
  const genuine = await installation.run('certificate', 'verify', folder)
  expect(genuine.status, genuine.stdout + genuine.stderr).toBe(0)
  const changed = join(installation.folder, 'changed')
  await cp(folder, changed, { recursive: true })
  const leaves = join(changed, (await readdir(changed)).find((name) => name.startsWith('leaves'))!)
  await writeFile(leaves, (await readFile(leaves, 'utf8')).replace(/delivered/, 'inactive'))
  const forged = await installation.run('certificate', 'verify', changed)
  expect(forged.status).toBe(1)
  expect(forged.stderr).toContain('✗')
})

test('recomputed by another program, it is what the e-Box, the list and the print files say', async () => {
  expect(evidence.books.length).toBeGreaterThan(voters / 2)
  expect(await secondCheck(evidence)).toEqual([])
})

test('the plan of its bureaus has a polling bureau for each section, and says what the law gives it', async () => {
  const plan = await installation.json('bureaus', 'plan', '-m', 'zonnedorp')
  const polling = plan.bureaus as unknown as { kind: string; sections: number[]; seats: object }[]
  expect(polling.map(({ sections }) => sections[0])).toEqual(polling.map((_, at) => at + 1))
  for (const { seats } of polling)
    expect(seats).toEqual({ CHAIR: 1, SECRETARY: 1, ASSESSOR: 4, SUBSTITUTE: 4 })
  const lines = await installation.run('bureaus', 'plan', '-m', 'zonnedorp', '--acceptance', '50')
  expect(lines.stdout).toContain('No counting bureaus: people vote on computers.')
  expect(lines.stdout).toContain('List B names 24 voters for each section.')
  expect(lines.stdout).toContain('call 23.')
})

test('its bureaus are kept, and the same plan again changes nothing', async () => {
  const adopt = () => installation.json('bureaus', 'adopt', '-m', 'zonnedorp')
  const { added } = await adopt()
  expect((added as unknown as object[]).length).toBeGreaterThan(0)
  expect(await adopt()).toMatchObject({
    added: [],
    changed: [],
    dropped: [],
    unchanged: (added as unknown as object[]).length,
  })
  const { items } = await installation.json('bureaus', 'list', '-m', 'zonnedorp')
  expect((items as unknown as object[])[0]).toMatchObject({ number: '1', section: 1, seats: 10, filled: 0 })
  const shown = await installation.run('bureaus', 'show', '1', '-m', 'zonnedorp')
  expect(shown.stdout).toMatch(/CHAIR +1 +-/)
})

describe('that other program notices that', () => {
  async function withBooks(change: (books: BookedMessage[]) => BookedMessage[]): Promise<string> {
    return (await secondCheck({ ...evidence, books: change([...evidence.books]) })).join('\n')
  }

  test('one message is not in the books', async () => {
    expect(await withBooks((books) => books.slice(1))).toMatch(
      /^letter \S+: certified \w+, and 0 times in the books$/,
    )
  })

  test('one message is there twice', async () => {
    const found = await withBooks((books) => [...books, { ...books[3]!, messageId: 'another' }])
    expect(found).toMatch(/and 2 times in the books/)
    expect(found).toMatch(/two current letters for one person/)
  })

  test('two messages are at each other’s person', async () => {
    const found = await withBooks(([one, other, ...rest]) => [
      { ...one!, recipient: other!.recipient },
      { ...other!, recipient: one!.recipient },
      ...rest,
    ])
    expect(found.match(/at somebody else than its letter is for/g)).toHaveLength(2)
  })

  test('one message is for nobody of the list, and one is of no letter', async () => {
    const found = await withBooks(([one, ...rest]) => [
      { ...one!, recipient: 'stranger' },
      ...rest,
      { ...one!, sha256: 'of no letter', messageId: 'more' },
    ])
    expect(found).toContain('for somebody who is not on the list')
    expect(found).toContain('books: 1 documents of no current letter, 0 certified as arrived')
  })

  test('one receipt, or one box, is another', async () => {
    expect(await withBooks(([one, ...rest]) => [{ ...one!, messageId: 'another' }, ...rest])).toMatch(
      /: receipt \S+, and another/,
    )
    expect(await withBooks(([one, ...rest]) => [{ ...one!, active: !one!.active }, ...rest])).toMatch(
      /certified (delivered, and inactive|inactive, and delivered)/,
    )
  })

  async function withFile(
    folder: 'certificateFolder' | 'printFolder',
    ending: string,
    change: (text: string) => string,
  ): Promise<string> {
    const copy = join(installation.folder, `changed-${folder}-${ending}`)
    await cp(evidence[folder], copy, { recursive: true })
    const name = (await readdir(copy)).find((one) => one.endsWith(ending))!
    const text = await readFile(join(copy, name), 'utf8')
    expect(change(text)).not.toBe(text)
    await writeFile(join(copy, name), change(text))
    return (await secondCheck({ ...evidence, [folder]: copy })).join('\n')
  }

  test('one leaf is changed', async () => {
    const found = await withFile('certificateFolder', 'leaves.jsonl', (text) =>
      text.replace('"delivered"', '"inactive"'),
    )
    expect(found).toContain('another hash than certified')
    expect(found).toContain('another root than certified')
    expect(found).toMatch(/the whole: the leaves give digital/)
    expect(found).toMatch(/certified inactive, and delivered in the books/)
  })

  test('one leaf is gone', async () => {
    const found = await withFile('certificateFolder', 'leaves.jsonl', (text) =>
      text.slice(text.indexOf('\n') + 1),
    )
    expect(found).toContain(`${voters - 1} leaves, ${voters} certified`)
    expect(found).toMatch(/documents of no current letter|print files: 1 letters that ended, 0 certified/)
  })

  test('two leaves have one receipt', async () => {
    const found = await withFile('certificateFolder', 'leaves.jsonl', (text) => {
      const [one, other] = [...text.matchAll(/"receipt":"[^"]+"/g)].map(([receipt]) => receipt)
      return text.replace(other!, one!)
    })
    expect(found).toMatch(/^receipt \S+: for 2 letters, \S+, \S+$/m)
  })

  test('the signed content is another', async () => {
    const found = await withFile('certificateFolder', 'certificate.json', (text) => {
      const jws = JSON.parse(text)
      const content = Buffer.from(jws.payload, 'base64url')
        .toString()
        .replace(/"frozen":\d+/, '"frozen":1')
      return JSON.stringify({ ...jws, payload: Buffer.from(content).toString('base64url') })
    })
    expect(found).toContain('the signature does not hold')
    expect(found).toContain(`list: frozen is ${voters}, 1 certified`)
  })

  test('a line of a print file is another', async () => {
    const found = await withFile('printFolder', '.index.csv', (text) =>
      text.replace(/^1;[^;]+/m, '1;of-nobody'),
    )
    expect(found).toContain('the index has another hash than certified')
    expect(found).toMatch(/letter \S+: printed, and 0 times in print files/)
  })

  test('somebody is on the list of whom the certificate knows nothing', async () => {
    const added = new Map([[voters + 1, { recipient: 'somebody', section: 1 }]])
    const found = (await secondCheck({ ...evidence, added })).join('\n')
    expect(found).toContain(`list: voters is ${voters + 1}, ${voters} certified`)
    expect(found).toMatch(/section 1: \d+ voters on the list, \d+ certified/)
  })
})

test('a folder without a certificate is no forgery', async () => {
  for (const folder of ['no-such-folder', String(summary.letters)]) {
    const { status, stdout } = await installation.run('certificate', 'verify', folder, '--json')
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ because: 'no-such-file' })
  }
})

test('sample letters are PDF files of two pages', async () => {
  const files = await readdir(String(summary.letters))
  expect(files.length).toBeGreaterThan(5)
  const pdf = await readFile(join(String(summary.letters), files[0]!))
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
})

test('from another folder, whatever settings it holds, a letter reads as a page', async () => {
  const { env, folder } = installation
  await writeFile(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "jsx": "react" } }')
  const file = join(folder, 'letter.html')
  const asked = ['letters', 'render', '1', '-m', 'zonnedorp', '--format', 'html', '--out', file]
  const { status, stderr } = await runKiesloket(asked, env, folder)
  expect(status, stderr).toBe(0)
  const [heading] = (await readFile(file, 'utf8')).match(/<h1>.*?<.h1>/) ?? []
  expect(heading).toBe('<h1>Oproepingsbrief</h1>')
})

test('a second start continues with the data that is there', async () => {
  const again = await installation.json('demo', '--once', '--voters', String(voters))
  expect(again).toMatchObject({ voters, balanced: true, ebox: summary.ebox, inactive: summary.inactive })
})
