import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { TestContext } from 'vitest'

const run = promisify(execFile)
const program = fileURLToPath(new URL('VeraPdf.java', import.meta.url))

/** veraPDF's engine comes in an npm package; it wants Java 17 and the JAXB jars of Debian's `libjaxb-java`. */
const engine = fileURLToPath(
  new URL('../node_modules/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar', import.meta.url),
)
const jaxb = [
  'jaxb-api',
  'jaxb-core',
  'jaxb-impl',
  'jaxb-runtime',
  'istack-commons-runtime',
  'javax.activation',
  'txw2',
].map((name) => `/usr/share/java/${name}.jar`)

interface Judge {
  judge(documents: readonly Uint8Array[]): Promise<string[]>
}

/**
 * The breaches of PDF/UA-1 and PDF/A-2a in these documents, one text each; empty when there are none. On a machine that can't have the judge the test is skipped, and
 * says why.
 */
export async function breaches(context: TestContext, documents: readonly Uint8Array[]): Promise<string[]> {
  const judge = await findJudge()
  if ('judge' in judge) return judge.judge(documents)
  console.warn(`not judged by veraPDF: ${judge.skippedBecause}`)
  return context.skip(judge.skippedBecause)
}

/** The judge of both standards, or why this machine can't have one. */
async function findJudge(): Promise<Judge | { readonly skippedBecause: string }> {
  if (!existsSync(engine)) return { skippedBecause: 'the package @opendataloader/pdf is not installed' }
  const missing = jaxb.find((jar) => !existsSync(jar))
  if (missing) return { skippedBecause: `${missing} is missing (Debian: apt-get install libjaxb-java)` }
  const java = await run('java', ['-version']).catch(() => undefined)
  const version = Number(/version "(\d+)/.exec(java?.stderr ?? '')?.[1])
  if (!(version >= 17)) return { skippedBecause: 'Java 17 or newer is not on the path' }
  return { judge }
}

async function judge(documents: readonly Uint8Array[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'verapdf-'))
  try {
    const files = documents.map((_, index) => join(folder, `document-${index + 1}.pdf`))
    await Promise.all(files.map((file, index) => writeFile(file, documents[index]!)))
    const classPath = [engine, ...jaxb].join(':')
    const { stdout } = await run('java', ['-cp', classPath, program, 'ua1,2a', ...files], { maxBuffer: 64e6 })
    const lines = stdout.split('\n').filter((line) => /^(?:judged|breach)\t/.test(line))
    const judged = lines.filter((line) => line.startsWith('judged'))
    if (judged.length !== documents.length * 2) throw new Error(`the judge left documents out: ${stdout}`)
    return lines.filter((line) => line.startsWith('breach')).map((line) => line.replace(`${folder}/`, ''))
  } finally {
    await rm(folder, { recursive: true })
  }
}
