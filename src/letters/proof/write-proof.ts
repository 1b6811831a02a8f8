import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Election } from '../../elections/index.ts'
import { getSettings } from '../../municipalities/index.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { createPrintFile } from '../../platform/pdf/print-file.ts'
import type { Typesetter } from '../../platform/pdf/typesetter.ts'
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

/**
 * Writes a sample for people to look at: one PDF with what was checked, what is different, and every letter by section;
 * and a folder with each letter by itself, named by section, list number and why it is there. What an earlier sample
 * left in the folder is taken away.
 */
export async function writeProof(
  deps: ProofDeps,
  { election, sample, folder }: { election: Election; sample: TakenSample; folder: string },
): Promise<WrittenProof> {
  const { municipalityId } = election
  const { name } = await deps.database.inScope(staffOf(municipalityId), (db) =>
    getSettings(db, municipalityId),
  )
  const { plates } = sample.contents
  const difference = await compareSamples(deps, { election, sampleSha256: sample.sampleSha256, plates })
  const front = await typesetProofFront(deps.typesetter, { municipality: name, election, sample, difference })
  const file = join(folder, 'proof.pdf')
  const letters = join(folder, 'letters')
  await mkdir(letters, { recursive: true })
  await forgetEarlier(letters)
  const output = await open(`${file}.unfinished`, 'w')
  try {
    await writeLetters(deps, election, sample.contents.letters, {
      front,
      letters,
      write: (chunk) => output.writeFile(chunk),
    })
    await output.sync()
  } finally {
    await output.close()
  }
  await rename(`${file}.unfinished`, file)
  return { file, letters, difference }
}

/** The names this writes, and no others: a person may keep something else there. */
const ownName = /^\d+-\d+-[a-z-]+\.pdf$/

async function forgetEarlier(folder: string): Promise<void> {
  const earlier = (await readdir(folder)).filter((name) => ownName.test(name))
  await Promise.all(earlier.map((name) => rm(join(folder, name))))
}

const lettersAtOnce = 100

async function writeLetters(
  deps: ProofDeps,
  { municipalityId, electionId }: Election,
  sampled: readonly SampledLetter[],
  to: { front: Uint8Array; letters: string; write: (chunk: Uint8Array) => Promise<void> },
): Promise<void> {
  const makeLetters = createLetterMaker(deps)
  const perSection = Map.groupBy(sampled, ({ section }) => section)
  const proof = createPrintFile(to.write)
  proof.bookmark(texts.index.frontPages)
  await proof.addWhole(to.front)
  let section: number | undefined
  for (let start = 0; start < sampled.length; start += lettersAtOnce) {
    const some = sampled.slice(start, start + lettersAtOnce)
    const ids = some.map(({ letterId }) => letterId)
    const made = await makeLetters(municipalityId, electionId, ids)
    const byId = new Map(made.map((one) => [one.letter.letter_id, one]))
    for (const [index, one] of some.entries()) {
      const { pdf, plate } = byId.get(one.letterId)!
      if (one.section !== section) {
        section = one.section
        proof.bookmark(texts.index.section(section, perSection.get(section)!.length))
      }
      const why = one.why.map((reason) => reasonWords[reason]).join('; ')
      proof.bookmark(texts.index.letter(start + index + 1, one.listNumber, why), 'below')
      await (plate ? proof.addPressed(plate, pdf) : proof.addWhole(pdf))
      await writeFile(join(to.letters, `${one.section}-${one.listNumber}-${one.why[0]}.pdf`), pdf)
    }
    deps.onProgress?.(start + some.length, sampled.length)
  }
  await proof.finish()
}
