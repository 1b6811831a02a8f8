import { readFile } from 'node:fs/promises'
import { makeTestSeal } from '../dev/seal/make-test-seal.ts'
import {
  type PlateFacts,
  plateSource,
  pressLetter,
  type VoterFacts,
  wholeSource,
} from '../src/letters/letter-template/letter-template.ts'
import { createSealedPdfWriter } from '../src/letters/sealing/write-sealed-pdf.ts'
import type { DocumentId } from '../src/platform/ids.ts'
import { type LoadedPlate, loadPlate, makePlate } from '../src/platform/pdf/plate.ts'
import { createTypesetter } from '../src/platform/pdf/typesetter.ts'
import { createSoftwareKey } from '../src/platform/seal/software-key.ts'

export interface LettersBench {
  /** By this one process, each with other facts. */
  readonly press: Made
  /** The same letters pressed, and sealed with a key in a file, as they leave: some at a time. */
  readonly sealed: Made
  /** The first of the same letters, typeset whole by Typst. */
  readonly typesetter: Made
  /** Growth of this process's memory while the letters were pressed, in MB. */
  readonly memoryMegabytes: number
  readonly letterBytes: number
  readonly plateBytes: number
}

export interface Made {
  readonly letters: number
  readonly bytes: number
  readonly seconds: number
  readonly perSecond: number
  /** CPU milliseconds of this process, a letter. */
  readonly cpuMilliseconds: number
}

const example = new URL('../src/letters/letter-template/examples/municipal-election.json', import.meta.url)

/** Presses the example letter for so many voters and typesets a few of them whole, in one run. */
export async function benchLetters({
  pressed = 20_000,
  sealed = 5_000,
  typeset = 100,
} = {}): Promise<LettersBench> {
  const makers = await letterMakers()
  for (let number = 0; number < 1000; number++) makers.press(number)
  const memoryBefore = process.memoryUsage.rss()
  let memoryAtMost = memoryBefore
  const press = await measured(pressed, (number) => {
    if (number % 500 === 0) memoryAtMost = Math.max(memoryAtMost, process.memoryUsage.rss())
    return makers.press(number)
  })
  return {
    press,
    sealed: await measured(sealed / sealedAtOnce, await sealer(makers), sealedAtOnce),
    typesetter: await measured(typeset, makers.typeset),
    memoryMegabytes: (memoryAtMost - memoryBefore) / 1e6,
    letterBytes: makers.press(1).length,
    plateBytes: makers.plateBytes,
  }
}

export interface LetterMakers {
  readonly plate: LoadedPlate
  readonly plateBytes: number
  press(number: number): Uint8Array
  typeset(number: number): Promise<Uint8Array>
}

/** The two ways to the n-th letter. */
export async function letterMakers(): Promise<LetterMakers> {
  const { facts, voter } = JSON.parse(await readFile(example, 'utf8')) as {
    facts: PlateFacts
    voter: VoterFacts
  }
  const typesetter = createTypesetter()
  const plate = await makePlate(typesetter, plateSource(facts))
  const loaded = loadPlate(plate.bytes)
  return {
    plate: loaded,
    plateBytes: plate.bytes.length,
    press(number) {
      const letter = pressLetter(loaded, voterOf(voter, number))
      if (!letter.ok) throw new Error(`the example does not fit its plate: ${letter.because}`)
      return letter.pdf
    },
    typeset: (number) => typesetter.typeset(wholeSource(facts, voterOf(voter, number))),
  }
}

function voterOf(voter: VoterFacts, number: number): VoterFacts {
  return {
    ...voter,
    letterId: `letter-${number}`,
    fullName: `${voter.fullName} ${number}`,
    listNumber: number + 1,
    qrText: `${voter.qrText.slice(0, -6)}${String(number).padStart(6, '0')}`,
  }
}

const sealedAtOnce = 50

/** Presses so many letters and seals them together. */
async function sealer({ press, plate }: LetterMakers) {
  const key = createSoftwareKey(await makeTestSeal())
  const writer = createSealedPdfWriter()
  return async (chunk: number): Promise<Uint8Array> => {
    const numbers = Array.from({ length: sealedAtOnce }, (_, index) => chunk * sealedAtOnce + index)
    const unsigned = await Promise.all(
      numbers.map((number) =>
        writer.write(
          { documentId: `${number}` as DocumentId, pdf: press(number), plate },
          key.chain,
          new Date(0),
        ),
      ),
    )
    const signatures = await key.sign(unsigned.map(({ toSign }) => toSign))
    return unsigned.map((one, index) => one.sealedWith(signatures[index]!).pdf).at(-1)!
  }
}

async function measured(
  times: number,
  make: (number: number) => Uint8Array | Promise<Uint8Array>,
  lettersEach = 1,
): Promise<Made> {
  let bytes = 0
  const cpuBefore = process.cpuUsage()
  const start = performance.now()
  for (let number = 0; number < times; number++) bytes += (await make(number)).length * lettersEach
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpuBefore)
  const letters = times * lettersEach
  const cpuMilliseconds = (user + system) / 1000 / letters
  return { letters, bytes, seconds, perSecond: letters / seconds, cpuMilliseconds }
}
