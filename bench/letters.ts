import { readFile } from 'node:fs/promises'
import {
  type PlateFacts,
  plateSource,
  pressLetter,
  type VoterFacts,
  wholeSource,
} from '../src/letters/letter-template/letter-template.ts'
import { loadPlate, makePlate } from '../src/platform/pdf/plate.ts'
import { createTypesetter } from '../src/platform/pdf/typesetter.ts'

export interface LettersBench {
  /** By this one process, each with other facts. */
  readonly press: Made
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
}

const example = new URL('../src/letters/letter-template/examples/municipal-election.json', import.meta.url)

/** Presses the example letter for so many voters and typesets a few of them whole, in one run. */
export async function benchLetters({ pressed = 20_000, typeset = 100 } = {}): Promise<LettersBench> {
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
    typesetter: await measured(typeset, makers.typeset),
    memoryMegabytes: (memoryAtMost - memoryBefore) / 1e6,
    letterBytes: makers.press(1).length,
    plateBytes: makers.plateBytes,
  }
}

export interface LetterMakers {
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

async function measured(
  letters: number,
  make: (number: number) => Uint8Array | Promise<Uint8Array>,
): Promise<Made> {
  let bytes = 0
  const start = performance.now()
  for (let number = 0; number < letters; number++) bytes += (await make(number)).length
  const seconds = (performance.now() - start) / 1000
  return { letters, bytes, seconds, perSecond: letters / seconds }
}
