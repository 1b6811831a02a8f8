import { readFileSync } from 'node:fs'
import { loadPlate, makePlate } from '../../platform/pdf/plate.ts'
import { testTypesetter } from '../../platform/pdf/testing.ts'
import { type PlateFacts, plateSource, renderLetter, type VoterFacts } from './letter-template.ts'

export const exampleNames = ['municipal-election', 'french', 'practical-info', 'everything-long'] as const
export const typesetter = testTypesetter

/** The facts of a letter in `examples/`. */
export function example(name: (typeof exampleNames)[number]): { facts: PlateFacts; voter: VoterFacts } {
  return JSON.parse(readFileSync(new URL(`examples/${name}.json`, import.meta.url), 'utf8'))
}

/** An example as the press or the typesetter makes it, with other facts of the voter where wanted. */
export async function letterOf(name: (typeof exampleNames)[number], changes: Partial<VoterFacts> = {}) {
  const { facts, voter } = example(name)
  const plate = loadPlate((await makePlate(typesetter, plateSource(facts))).bytes)
  const letter = await renderLetter({ typesetter }, { plate, facts, voter: { ...voter, ...changes } })
  if (!letter.ok) throw new Error(letter.because)
  return letter
}
