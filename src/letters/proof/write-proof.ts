import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Election } from '../../elections/index.ts'
import { getSettings } from '../../municipalities/index.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { createTaggedFile } from '../../platform/pdf/tagged-file.ts'
import type { Typesetter } from '../../platform/pdf/typesetter.ts'
import { type Result, refused } from '../../platform/result.ts'
import { createLetterMaker } from '../letter-source.ts'
import { compareSamples, type SampleDifference } from './compare-samples.ts'
import { typesetProofFront } from './proof-document.ts'
import { reasonWords, texts } from './proof-texts.nl.ts'
import type { SampledLetter } from './sample-overview.ts'
import type { TakenSample } from './take-sample.ts'

export interface WrittenProof {
  /** The PDF with everything. */
  readonly file: string
  /** The folder with a PDF for each letter. */
  readonly letters: string
  readonly difference: SampleDifference | undefined
}

export interface ProofDeps {
  readonly database: Database
  readonly typesetter: Typesetter
  readonly onProgress?: (done: number, total: number) => void
}

export interface ProofWanted {
  readonly election: Election
  readonly sample: TakenSample
  readonly folder: string
  /** Stops between two letters; the proof that was in the folder stays as it was. */
  readonly signal?: AbortSignal
}

/**
 * Writes a sample for people to look at: one PDF with what was checked, what is different, and every letter by section;
 * and a folder with each letter by itself, named by section, list number and why it is there. It takes the place of an
 * earlier sample in the folder once it is whole.
 */
export async function writeProof(
  deps: ProofDeps,
  { election, sample, folder, signal }: ProofWanted,
): Promise<Result<WrittenProof, 'sample-stopped'>> {
  const { municipalityId } = election
  const { name } = await deps.database.inScope(staffOf(municipalityId), (db) =>
    getSettings(db, municipalityId),
  )
  const { plates } = sample.contents
  const difference = await compareSamples(deps, { election, sampleSha256: sample.sampleSha256, plates })
  const front = await typesetProofFront(deps.typesetter, { municipality: name, election, sample, difference })
  const written = { file: join(folder, 'proof.pdf'), letters: join(folder, 'letters') }
  const unfinished = join(folder, 'sample.unfinished')
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(join(unfinished, 'letters'), { recursive: true })
  try {
    const isWhole = await writeFiles(deps, election, {
      letters: sample.contents.letters,
      front,
      unfinished,
      signal,
    })
    if (!isWhole) return refused('sample-stopped')
    await takePlace(unfinished, written)
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
  return { ok: true, ...written, difference }
}

/** The names this writes, and no others: a person may keep something else there. */
const ownName = /^\d+-\d+-[a-z-]+\.pdf$/

async function takePlace(unfinished: string, { file, letters }: { file: string; letters: string }) {
  await mkdir(letters, { recursive: true })
  const earlier = (await readdir(letters)).filter((name) => ownName.test(name))
  await Promise.all(earlier.map((name) => rm(join(letters, name))))
  const fresh = join(unfinished, 'letters')
  await Promise.all((await readdir(fresh)).map((name) => rename(join(fresh, name), join(letters, name))))
  await rename(join(unfinished, 'proof.pdf'), file)
}

interface ToWrite {
  readonly letters: readonly SampledLetter[]
  readonly front: Uint8Array
  readonly unfinished: string
  readonly signal: AbortSignal | undefined
}

/** False when it was stopped. */
async function writeFiles(deps: ProofDeps, election: Election, wanted: ToWrite): Promise<boolean> {
  const output = await open(join(wanted.unfinished, 'proof.pdf'), 'w')
  try {
    const isWhole = await writeLetters(deps, election, wanted, (chunk) => output.writeFile(chunk))
    await output.sync()
    return isWhole
  } finally {
    await output.close()
  }
}

const lettersAtOnce = 100

async function writeLetters(
  deps: ProofDeps,
  { municipalityId, electionId }: Election,
  { letters: sampled, front, unfinished, signal }: ToWrite,
  write: (chunk: Uint8Array) => Promise<void>,
): Promise<boolean> {
  const makeLetters = createLetterMaker(deps)
  const perSection = Map.groupBy(sampled, ({ section }) => section)
  const proof = createTaggedFile(write, { title: texts.title, language: 'nl-BE' })
  proof.bookmark(texts.index.frontPages)
  await proof.add(front)
  let section: number | undefined
  for (let start = 0; start < sampled.length; start += lettersAtOnce) {
    const some = sampled.slice(start, start + lettersAtOnce)
    const ids = some.map(({ letterId }) => letterId)
    const made = await makeLetters(municipalityId, electionId, ids)
    const byId = new Map(made.map((one) => [one.letter.letter_id, one]))
    for (const [index, one] of some.entries()) {
      if (signal?.aborted) return false
      const { pdf } = byId.get(one.letterId)!
      if (one.section !== section) {
        section = one.section
        proof.bookmark(texts.index.section(section, perSection.get(section)!.length))
      }
      const why = one.why.map((reason) => reasonWords[reason]).join('; ')
      proof.bookmark(texts.index.letter(start + index + 1, one.listNumber, why), 'below')
      await proof.add(pdf)
      await writeFile(join(unfinished, 'letters', `${one.section}-${one.listNumber}-${one.why[0]}.pdf`), pdf)
    }
    deps.onProgress?.(start + some.length, sampled.length)
  }
  await proof.finish()
  return true
}
