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
  /** Letters a second of this one process, each with other facts. */
  readonly pressPerSecond: number
  /** The same letters typeset whole by Typst. */
  readonly typesetterPerSecond: number
  /** Growth of this process's memory while the letters were pressed, in MB. */
  readonly memoryMegabytes: number
  readonly letterBytes: number
  readonly plateBytes: number
}

const example = new URL('../src/letters/letter-template/examples/municipal-election.json', import.meta.url)

/** Presses the example letter for so many voters and typesets a few of them whole, in one run. */
export async function benchLetters({ pressed = 20_000, typeset = 100 } = {}): Promise<LettersBench> {
  const { facts, voter } = JSON.parse(await readFile(example, 'utf8')) as {
    facts: PlateFacts
    voter: VoterFacts
  }
  const typesetter = createTypesetter()
  const plate = await makePlate(typesetter, plateSource(facts))
  const loaded = loadPlate(plate.bytes)
  const press = (number: number): Uint8Array => {
    const letter = pressLetter(loaded, voterOf(voter, number))
    if (!letter.ok) throw new Error(`the example does not fit its plate: ${letter.because}`)
    return letter.pdf
  }
  for (let number = 0; number < 1000; number++) press(number)
  const memoryBefore = process.memoryUsage.rss()
  let memoryAtMost = memoryBefore
  const pressPerSecond = await perSecond(pressed, (number) => {
    press(number)
    if (number % 500 === 0) memoryAtMost = Math.max(memoryAtMost, process.memoryUsage.rss())
  })
  return {
    pressPerSecond,
    typesetterPerSecond: await perSecond(typeset, (number) =>
      typesetter.typeset(wholeSource(facts, voterOf(voter, number))),
    ),
    memoryMegabytes: (memoryAtMost - memoryBefore) / 1e6,
    letterBytes: press(1).length,
    plateBytes: plate.bytes.length,
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

async function perSecond(count: number, work: (number: number) => unknown): Promise<number> {
  const start = performance.now()
  for (let number = 0; number < count; number++) await work(number)
  return (count * 1000) / (performance.now() - start)
}
