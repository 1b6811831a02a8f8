import { diceFrom } from '../dev/demo/random.ts'
import { aTown, ofLocal } from '../src/bureaus/assigning/testing.ts'
import { assignSeats } from '../src/bureaus/index.ts'

/**
 * Measures how much longer it takes to say who sits where in a large town than in one of 50 bureaus, in time of the
 * processor: `node --import tsx bench/assigning.ts [BUREAUS]`.
 */

const small = 50
const large = Number(process.argv[2] ?? 500)
const wishes = { experience: 3000, household: 3000 }

await secondsFor(small) // loads the solver
const [ofSmall, ofLarge] = [await secondsFor(small), await secondsFor(large)]
console.log(`${small} bureaus: ${ofSmall.toFixed(1)} s of the processor`)
console.log(`${large} bureaus: ${ofLarge.toFixed(1)} s, ${Math.round(ofLarge / ofSmall)} times as long`)

async function secondsFor(bureaus: number): Promise<number> {
  const town = aTown(bureaus, ofLocal, diceFrom(bureaus).roll)
  const before = process.cpuUsage()
  await assignSeats({ ...town, wishes })
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}
